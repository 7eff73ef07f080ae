"use client";

import { Spline, X } from "lucide-react";
import { useKeyOf } from "~/app/_keys/keys-context";
import { ariaChord } from "~/app/_keys/chords";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { LINK_ACTION } from "~/app/articles/[id]/_keys/tagging";
import { StateMark } from "~/app/articles/[id]/_margin/state-mark";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import { useScheme, useStore, useTag, useTags } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";
import { linkKindOf, type PlacedLink } from "~/core/link";
import { isStanding, type Tag } from "~/core/tag";
import { linksAround } from "./links-around";
import { quoted, startLinking, unlink } from "./linking";

const say = words.links;

/** What the tag says of others, and others of it; each a way to the other one. */
export function LinksPart({ tag, locked }: { tag: Tag; locked: boolean }) {
  const store = useStore();
  const keyOf = useKeyOf({ byFocus: true });
  const type = useScheme().types.find(({ name }) => name === tag.type);
  const links = linksAround(useTags(), tag.id);
  const canLink = !locked && (type?.links.length ?? 0) > 0;
  if (!canLink && links.length === 0) return null;
  return (
    <section aria-label={say.title} className="flex flex-col gap-1.5 border-t pt-2.5">
      <div className="flex items-center gap-2">
        <p className="font-medium">{say.title}</p>
        {canLink && (
          <Button
            small
            variant="plain"
            className="ms-auto"
            aria-keyshortcuts={ariaChord(keyOf(LINK_ACTION))}
            onClick={() => startLinking(store, tag.id)}
          >
            <Spline aria-hidden="true" />
            {say.add}
          </Button>
        )}
      </div>
      {links.length === 0 && <p className="text-muted">{say.none}</p>}
      <ul className="flex flex-col gap-1">
        {links.map((link) => (
          <LinkRow key={`${link.tag} ${link.kind} ${link.target}`} link={link} of={tag.id} />
        ))}
      </ul>
    </section>
  );
}

/** One link, as the tag at this end reads it. */
function LinkRow({ link, of }: { link: PlacedLink; of: TagId }) {
  const store = useStore();
  const scheme = useScheme();
  const from = useTag(link.tag);
  const other = useTag(link.tag === of ? link.target : link.tag);
  const type = scheme.types.find(({ name }) => name === other?.type);
  if (!from || !other || !type) return null;
  const kind = linkKindOf(scheme, from.type, link.kind);
  const says = (link.tag === of ? kind?.label : kind?.inverse) ?? link.kind;
  const name = quoted(store, other.id);
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        aria-label={say.follow(says, type.label, name)}
        onClick={() => store.intend({ kind: "open", tag: other.id })}
        className="flex min-h-7 min-w-0 grow cursor-pointer items-center gap-1.5 rounded-md border px-1.5 text-start hover:bg-sunken pointer-coarse:min-h-11"
      >
        <span className="shrink-0 text-muted">{says}</span>
        <TypeMark type={type} />
        <span className="min-w-0 grow truncate font-serif" dir="auto">
          {other.anchor.exact}
        </span>
        {!isStanding(other) && <StateMark state={other.review.state} />}
      </button>
      {store.refusalOf({ type: "unlinkTag", ...link }) === null && (
        <IconButton
          small
          label={say.removeNamed(says, name)}
          icon={<X aria-hidden="true" />}
          onClick={() => unlink(store, link)}
        />
      )}
    </li>
  );
}
