"use client";

import type { MouseEvent } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { closeToast } from "~/app/_ui/toasts";
import { useConflicts, useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { tryAgain } from "~/app/articles/[id]/_store/try-again";
import { textOf } from "~/core/article";
import type { Tag } from "~/core/tag";
import { bothSides } from "./both-sides";
import { Sides } from "./sides";

const say = words.margin.conflict;

/** One's own changes of the tag that were refused, because something else stands by now: both, and the choice. */
export function ConflictNotes({ tag }: { tag: Tag }) {
  const store = useStore();
  const scheme = useScheme();
  // What waits for another is answered with that.
  const conflicts = useConflicts().filter(
    ({ tag: about, waitsFor }) => about === tag.id && waitsFor === null,
  );
  return conflicts.map((conflict) => {
    const { id, sentence, restore } = conflict;
    const settle = ({ currentTarget }: MouseEvent<HTMLElement>) => {
      // The button is about to go; the card keeps the keyboard.
      currentTarget.closest<HTMLElement>("[role=comment]")?.focus({ preventScroll: true });
      store.settleConflict(id);
      closeToast(id);
    };
    const sides = bothSides(conflict, tag, scheme, textOf(store.slice));
    return (
      <div
        key={id}
        role="alert"
        className="flex flex-col gap-2 rounded-md border border-warn bg-warn-fill px-2.5 py-2"
      >
        <p className="font-medium">{sentence}</p>
        {sides && <Sides sides={sides} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button small onClick={settle}>
            {restore ? say.keep : say.understood}
          </Button>
          {restore && (
            <Button
              small
              onClick={(event) => {
                if (tryAgain(store, conflict)) settle(event);
              }}
            >
              {say.restore}
            </Button>
          )}
        </div>
      </div>
    );
  });
}
