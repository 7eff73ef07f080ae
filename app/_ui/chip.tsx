"use client";

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
    <button
      type="button"
      aria-pressed={pressed}
      onClick={() => onChange(!pressed)}
      disabled={disabled}
      className={cx(
        "inline-flex control-small items-center gap-1.5 rounded-full border px-2.5 whitespace-nowrap",
        "transition-colors select-none hover:bg-sunken disabled:opacity-55 [&_svg]:size-3.5",
        pressed ? "chosen border-accent bg-accent-fill font-medium" : "border-border bg-surface",
        className,
      )}
    >
      {children}
      {count !== undefined && <span className="text-muted tabular-nums">{count}</span>}
    </button>
  );
}
