"use client";

import { useQuery } from "@tanstack/react-query";

import { ariaChord } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Menu, MenuItem } from "~/app/_ui/menu";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { claimedBy, type Tag } from "~/core/tag";
import { givingTo, taking } from "./tag-commands";
import { useNames } from "./use-names";

const say = words.margin.assignee;

/** Whose work the tag's next step is, and the ways to take it, give it back or give it to somebody. */
export function AssigneePart({ tag }: { tag: Tag }) {
  const store = useStore();
  const name = useNames();
  const chord = useKeyOf({ byFocus: true })("take");
  const { actor } = store.standing;
  const holder = claimedBy(tag);
  const take = taking(tag, actor.id);
  const isOwn = holder === actor.id;
  const mayTake = store.refusalOf(take) === null;
  const mayGive = store.can("assign: among checkers").allowed;
  if (holder === null && !mayTake) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <p className="grow">{holder === null ? say.nobody : isOwn ? say.you : say.with(name(holder))}</p>
      {mayTake && (
        <Button small aria-keyshortcuts={ariaChord(chord)} onClick={() => store.dispatch(take)}>
          {isOwn ? say.giveBack : say.take}
        </Button>
      )}
      {mayTake && mayGive && (
        <Menu trigger={<Button small>{say.give}</Button>}>
          <Workers tag={tag} />
        </Menu>
      )}
    </div>
  );
}

/** Those who could take it, with how much each has in hand. */
function Workers({ tag }: { tag: Tag }) {
  const store = useStore();
  const trpc = useTRPC();
  const { slug: newsroom } = store.standing.newsroom;
  const { data } = useQuery({ ...trpc.queue.surroundings.queryOptions({ newsroom }), staleTime: 30_000 });
  const others = data?.workers.filter(({ id }) => id !== claimedBy(tag) && id !== store.standing.actor.id);
  if (!others || others.length === 0)
    return <p className="px-2 py-1.5 text-muted">{others ? say.nobodyElse : words.common.loading}</p>;
  return others.map(({ id, name, load }) => (
    <MenuItem key={id} onSelect={() => store.dispatch(givingTo(tag, id))}>
      {say.toWhom(name, load)}
    </MenuItem>
  ));
}
