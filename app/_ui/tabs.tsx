"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cx } from "~/app/_lib/cx";

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  /** A count after the label. */
  count?: number;
  panel: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** What the tabs are about, for screen readers. */
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
}

/** Several panels in one place, one in sight. Arrows move, Enter and Space open. */
export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  return (
    <BaseTabs.Root
      value={value}
      onValueChange={(chosen: unknown) => {
        const tab = tabs.find((known) => known.id === chosen);
        if (tab) onChange(tab.id);
      }}
      className={className}
    >
      <BaseTabs.List aria-label={label} className="flex gap-4 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.id}
            value={tab.id}
            className={cx(
              "-mb-px control border-b-2 border-transparent whitespace-nowrap text-muted transition-colors hover:text-ink",
              "focus-visible:-outline-offset-2 data-active:border-accent data-active:font-medium data-active:text-ink forced-colors:not-data-active:border-b-0",
            )}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="ms-1.5 font-normal text-muted tabular-nums">{tab.count}</span>
            )}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.id} value={tab.id} className="pt-4">
          {tab.panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
