"use client";

import { type KeyboardEvent, type ReactNode, useId } from "react";
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

/**
 * Several panels in one place, one in sight. Arrows move, Enter and Space open.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  const base = useId();
  const shown = tabs.find(({ id }) => id === value);
  return (
    <div className={className}>
      <div
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={moveFocus}
        className="flex gap-4 overflow-x-auto border-b"
      >
        {tabs.map(({ id, label, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}${id}`}
            aria-selected={id === value}
            aria-controls={id === value ? `${base}${id} panel` : undefined}
            tabIndex={id === value ? 0 : -1}
            onClick={() => onChange(id)}
            className={cx(
              "-mb-px control border-b-2 border-transparent whitespace-nowrap text-muted transition-colors hover:text-ink",
              "focus-visible:-outline-offset-2 aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink forced-colors:not-aria-selected:border-b-0",
            )}
          >
            {label}
            {count !== undefined && (
              <span className="ms-1.5 font-normal text-muted tabular-nums">{count}</span>
            )}
          </button>
        ))}
      </div>
      {shown && (
        <div
          key={shown.id}
          role="tabpanel"
          id={`${base}${shown.id} panel`}
          aria-labelledby={`${base}${shown.id}`}
          className="pt-4"
        >
          {shown.panel}
        </div>
      )}
    </div>
  );
}

/** Moves the focus among the tabs, round at either end. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const place = tabs.findIndex((tab) => tab === document.activeElement);
  const onwards = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const target = {
    [onwards]: place + 1,
    [onwards === "ArrowRight" ? "ArrowLeft" : "ArrowRight"]: place - 1,
    Home: 0,
    End: -1,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  tabs.at(target % tabs.length)?.focus();
}
