"use client";

import { ariaChord } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { ArticleCommand } from "~/core/shapes/command";
import { isStanding, type Tag } from "~/core/tag";
import { TagMenu } from "./tag-menu";

const say = words.margin;

/** What can be done with the tag as a whole; what the rules refuse is not offered. */
export function TagActions({ tag }: { tag: Tag }) {
  const store = useStore();
  const keyOf = useKeyOf({ byFocus: true });
  const { id, review } = tag;
  const may = (command: ArticleCommand) => store.refusalOf(command) === null;
  const restore = { type: "restoreTag", tag: id } as const;
  const withdraw = { type: "withdrawTag", tag: id } as const;
  const accept = { type: "acceptSuggestion", tag: id } as const;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {review.state === "suggested" && may(accept) && (
        <Button
          small
          variant="primary"
          aria-keyshortcuts={ariaChord(keyOf("approve"))}
          onClick={() => store.dispatch(accept)}
        >
          {say.accept}
        </Button>
      )}
      {!isStanding(tag) && may(restore) && (
        <Button small onClick={() => store.dispatch(restore)}>
          {say.restore}
        </Button>
      )}
      {may(withdraw) && (
        <Button
          small
          aria-keyshortcuts={ariaChord(keyOf("withdraw"))}
          onClick={() => store.dispatch(withdraw)}
        >
          {say.withdraw}
        </Button>
      )}
      {may({ type: "dismissTag", tag: id, reason: "-" }) && (
        <Button
          small
          aria-keyshortcuts={ariaChord(keyOf("dismiss"))}
          onClick={() => store.intend({ kind: "dismiss", tag: id })}
        >
          {say.dismiss}
        </Button>
      )}
      <span className="ms-auto">
        <TagMenu id={id} />
      </span>
    </div>
  );
}
