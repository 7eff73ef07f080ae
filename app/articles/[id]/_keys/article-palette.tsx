"use client";

import { useRef } from "react";
import type { Action } from "~/app/_keys/action";
import { Palette } from "~/app/_keys/palette";
import { actionGroups } from "~/app/_keys/palette-actions";
import { select, selectedSpan } from "~/app/articles/[id]/_lib/offsets";
import type { Span } from "~/core/tag";
import { jumps } from "./jumps";
import type { Workbench } from "./workbench";

export interface ArticlePaletteProps {
  actions: readonly Action<Workbench>[];
  bench: Workbench;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The palette of an article's page. Its field takes the selection away: what is chosen finds it as it was. */
export function ArticlePalette({ actions, bench, open, onOpenChange }: ArticlePaletteProps) {
  const selected = useRef<Span | null>(null);
  const groups = () => {
    const root = bench.root();
    selected.current = root && selectedSpan(root);
    return [...actionGroups(actions, bench), ...jumps(bench)].map((group) => ({
      ...group,
      items: group.items.map((item) => ({
        ...item,
        run: () => {
          const text = bench.root();
          if (text && selected.current) select(text, selected.current);
          item.run();
        },
      })),
    }));
  };
  return <Palette open={open} onOpenChange={onOpenChange} groups={groups} />;
}
