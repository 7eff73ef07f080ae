"use client";

import { useSyncExternalStore } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { goToOffset } from "~/app/articles/[id]/_lib/marks";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { headingsOf } from "./headings";

const say = words.rail;

/** The text's headings, to go to. */
export function Outline() {
  const store = useStore();
  const revision = useSyncExternalStore(
    (listener) => store.subscribe("text", listener),
    () => store.slice.revision,
    () => store.slice.revision,
  );
  const headings = revision ? headingsOf(revision.text, revision.blocks) : [];
  if (headings.length === 0) return <p className="text-muted">{say.noOutline}</p>;
  return (
    <ol className="flex min-h-0 flex-col overflow-y-auto">
      {headings.map(({ start, words: text, level }) => (
        <li key={start}>
          <button
            type="button"
            className={cx(
              "block min-h-6 w-full cursor-pointer rounded-sm px-1 py-0.5 text-start hover:bg-sunken pointer-coarse:min-h-11",
              level > 1 && "ps-4 text-muted",
            )}
            onClick={() => goToOffset(store, start)}
          >
            <span className="line-clamp-2" dir="auto">
              {text}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
