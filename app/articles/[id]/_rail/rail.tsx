"use client";

import { memo, type ReactNode, useState } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Kbd } from "~/app/_ui/kbd";
import { Tabs } from "~/app/_ui/tabs";
import { useCounted, useScheme, useTagIds } from "~/app/articles/[id]/_store/hooks";
import { EVERY_TAG } from "~/app/articles/[id]/_store/filter";
import { useAddressFilter } from "./address";
import { Filters, type FiltersProps } from "./filters";
import { Outline } from "./outline";
import { TagList } from "./tag-list";

const say = words.rail;

/** Filters, all tags, and the outline. */
export const Rail = memo(function Rail() {
  const [filter, change] = useAddressFilter();
  const shown = useCounted(filter, (counts) => counts.shown);
  const [panel, setPanel] = useState<"tags" | "outline">("tags");
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <Filters filter={filter} onChange={change} />
      <Tabs
        label={say.panels}
        value={panel}
        onChange={setPanel}
        className="grid min-h-48 grow grid-rows-[auto_minmax(0,1fr)]"
        tabs={[
          {
            id: "tags",
            label: say.tags,
            count: shown,
            panel: <TagsPanel filter={filter} onChange={change} />,
          },
          { id: "outline", label: say.outline, panel: <Outline /> },
        ]}
      />
    </div>
  );
});

function TagsPanel({ filter, onChange }: FiltersProps) {
  const ids = useTagIds(filter);
  const areThere = useCounted(filter, ({ standing, shown }) => standing > 0 || shown > 0);
  const scheme = useScheme();
  if (ids.length > 0) return <TagList ids={ids} />;
  if (areThere) {
    return (
      <Nothing title={say.nothing.title} why={say.nothing.why}>
        <Button small onClick={() => onChange(EVERY_TAG)}>
          {say.nothing.action}
        </Button>
      </Nothing>
    );
  }
  return (
    <Nothing title={say.none.title} why={say.none.why}>
      <p className="text-muted">{say.none.hint}</p>
      <ul className="flex flex-col gap-1">
        {scheme.types.map((type) => (
          <li key={type.name} className="flex items-center gap-2">
            <Kbd>{type.key}</Kbd> {type.label}
          </li>
        ))}
      </ul>
    </Nothing>
  );
}

function Nothing({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-md border border-dashed border-border px-3 py-4">
      <p className="font-semibold">{title}</p>
      <p className="text-pretty text-muted">{why}</p>
      {children}
    </div>
  );
}
