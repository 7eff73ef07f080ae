"use client";

import { MessagesSquare } from "lucide-react";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { IconButton } from "~/app/_ui/icon-button";
import { useDiscussed, useStore } from "~/app/articles/[id]/_store/hooks";

const say = words.threads;

/** In the header: the way to all threads, with how many are open. */
export function DiscussionButton() {
  const store = useStore();
  const keyOf = useKeyOf();
  const open = useDiscussed((discussion) => discussion.open);
  return (
    <span className="relative inline-flex">
      <IconButton
        label={open > 0 ? `${say.ofArticle}, ${say.openCount(open)}` : say.ofArticle}
        keys={keyOf("discussion")}
        icon={<MessagesSquare aria-hidden="true" />}
        onClick={() => store.look({ discussing: !store.viewing.discussing, writing: null, gating: false })}
      />
      {open > 0 && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute start-1/2 bottom-1/2 ms-0.5 mb-px min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-ink tabular-nums"
        >
          {open}
        </span>
      )}
    </span>
  );
}
