"use client";

import { Toggle } from "@base-ui/react/toggle";
import type { ReactNode } from "react";
import { cx } from "~/app/_lib/cx";

export interface ChipProps {
  children: ReactNode;
  pressed: boolean;
  onChange: (pressed: boolean) => void;
  /** How many it would show. */
  count?: number;
  disabled?: boolean;
  className?: string;
}

/** A filter that is on or off. */
export function Chip({ children, pressed, onChange, count, disabled, className }: ChipProps) {
  return (
    <Toggle
      pressed={pressed}
      onPressedChange={(now) => onChange(now)}
      disabled={disabled}
      className={cx(
        "inline-flex control-small items-center gap-1.5 rounded-full border border-border bg-surface px-2.5 whitespace-nowrap",
        "transition-colors select-none hover:bg-sunken data-disabled:opacity-55 [&_svg]:size-3.5",
        "data-pressed:border-accent data-pressed:bg-accent-fill data-pressed:font-medium data-pressed:chosen",
        className,
      )}
    >
      {children}
      {count !== undefined && <span className="text-muted tabular-nums">{count}</span>}
    </Toggle>
  );
}
