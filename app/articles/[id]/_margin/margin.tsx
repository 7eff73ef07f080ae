"use client";

import { memo, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { useStore, useTopic, useViewing } from "~/app/articles/[id]/_store/hooks";
import { Card } from "./card";
import { cardsShown, sameCards, type ShownCard } from "./cards-shown";
import { Placement } from "./placement";

const NONE: readonly number[] = [];

/** The tags' cards beside the text, each level with its mark. Only those of tags near the view are drawn. */
export const Margin = memo(function Margin() {
  const store = useStore();
  const [placement] = useState(() => new Placement(store));
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => (column.current ? placement.watch(column.current) : undefined), [placement]);
  const near = useSyncExternalStore(placement.subscribe, placement.near, () => NONE);
  const { filter, focused, opened, point } = useViewing();
  const shown = useRef<readonly ShownCard[]>([]);
  const cards = useTopic("tags", () => {
    const now = cardsShown(store, near, { filter, focused });
    if (!sameCards(shown.current, now)) shown.current = now;
    return shown.current;
  });
  useLayoutEffect(() => placement.plan(), [placement, cards, focused, opened, point]);
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
