"use client";

import { useId, type ReactNode } from "react";
import { cx } from "~/app/_lib/cx";

export interface SwitchProps {
  children: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
  className?: string;
}

/** A setting that takes effect at once; what is only sent with a form is a Checkbox. */
export function Switch({ children, checked, onChange, disabled, className }: SwitchProps) {
  const labelId = useId();
  return (
    <label
      className={cx(
        "inline-flex min-h-6 cursor-pointer items-center gap-2 pointer-coarse:min-h-11",
        className,
      )}
    >
      <button
        type="button"
        role="switch"
        aria-labelledby={labelId}
        aria-checked={checked}
        onClick={() => onChange(!checked)}
        disabled={disabled}
        className={cx(
          "flex h-5 w-9 shrink-0 items-center rounded-full border p-0.5 transition-colors disabled:opacity-55",
          checked ? "chosen border-accent bg-accent" : "border-border bg-sunken",
        )}
      >
        <span
          className={cx(
            "size-3.5 rounded-full transition-transform",
            checked ? "translate-x-4 bg-accent-ink rtl:-translate-x-4" : "bg-border",
          )}
        />
      </button>
      <span id={labelId}>{children}</span>
    </label>
  );
}
