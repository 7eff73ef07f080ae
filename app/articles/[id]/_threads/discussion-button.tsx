"use client";

import { MessagesSquare } from "lucide-react";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Counted } from "~/app/_ui/counted";
import { IconButton } from "~/app/_ui/icon-button";
import { useDiscussed, useStore } from "~/app/articles/[id]/_store/hooks";

const say = words.threads;

/** In the header: the way to all threads, with how many are open. */
export function DiscussionButton() {
  const store = useStore();
  const keyOf = useKeyOf();
  const open = useDiscussed((discussion) => discussion.open);
  return (
    <Counted count={open}>
      <IconButton
        label={open > 0 ? `${say.ofArticle}, ${say.openCount(open)}` : say.ofArticle}
        keys={keyOf("discussion")}
        icon={<MessagesSquare aria-hidden="true" />}
        onClick={() => store.look({ discussing: !store.viewing.discussing, writing: null, gating: false })}
      />
    </Counted>
  );
}
