"use client";

import { atRest } from "~/app/_lib/on-demand";
import { useScheme } from "~/app/articles/[id]/_store/hooks";
import { LANE } from "./lane";
import type { StripProps } from "./strip";

const Strip = atRest(async () => (await import("./strip")).Strip);

/**
 * The whole article beside its text, as high as the window: where tags are, each type in a lane of its own, where
 * something was found, and what of the text is in view. A press goes there. It is a picture for the eye: the
 * list of tags, the outline and the keys lead everywhere that it does.
 */
export function Minimap(props: StripProps) {
  const { types } = useScheme();
  return (
    <div
      style={{ inlineSize: 2 + types.length * LANE + LANE + 2 }}
      className="sticky top-12 h-[calc(100dvh-5.25rem)] shrink-0 border-s bg-sunken/50 max-sm:hidden print:hidden"
    >
      <Strip {...props} />
    </div>
  );
}
