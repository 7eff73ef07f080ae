"use client";

import { memo } from "react";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { BottomSheet, Drawer } from "~/app/_ui/on-demand";
import { useMedia } from "~/app/articles/[id]/_lib/media";
import { useStore, useTopic } from "~/app/articles/[id]/_store/hooks";

const AllThreads = onDemand(async () => (await import("./all-threads")).AllThreads);

/** Everything that is said about the article, beside the text, which stays usable. */
export const Discussion = memo(function Discussion() {
  const store = useStore();
  const isOpen = useTopic("viewing", ({ viewing }) => viewing.discussing);
  const isPhone = useMedia("(width < 40rem)", false);
  const Over = isPhone ? BottomSheet : Drawer;
  return (
    <Over
      title={words.threads.ofArticle}
      modal={false}
      open={isOpen}
      onOpenChange={(open) => store.look({ discussing: open, writing: null })}
    >
      {isOpen && <AllThreads />}
    </Over>
  );
});
