"use client";

import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useStore, useTags, useViewing } from "~/app/articles/[id]/_store/hooks";
import { Card } from "./card";
import { cardsShown } from "./cards-shown";
import { Placement } from "./placement";

const NONE: readonly number[] = [];

/** The tags' cards beside the text, each level with its mark. Only those of tags near the view are drawn. */
export const Margin = memo(function Margin() {
  const store = useStore();
  const [placement] = useState(() => new Placement(store));
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => (column.current ? placement.watch(column.current) : undefined), [placement]);
  const near = useSyncExternalStore(placement.subscribe, placement.near, () => NONE);
  const tags = useTags();
  const { filter, focused, opened } = useViewing();
  const cards = useMemo(
    () => (tags.size > 0 ? cardsShown(store, near, { filter, focused }) : []),
    [store, tags, near, filter, focused],
  );
  useLayoutEffect(() => placement.plan());
  return (
    <div ref={column} className="relative mx-2">
      {cards.map(({ id, compact, dimmed }) => (
        <Card
          key={id}
          id={id}
          compact={compact}
          dimmed={dimmed}
          focused={focused === id}
          opened={opened}
          placement={placement}
        />
      ))}
    </div>
  );
});
