"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { useId, type ReactNode } from "react";
import { cx } from "~/app/_lib/cx";

export interface SwitchProps {
  children: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
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
      <BaseSwitch.Root
        aria-labelledby={labelId}
        checked={checked}
        onCheckedChange={(now) => onChange(now)}
        disabled={disabled}
        className="flex h-5 w-9 shrink-0 items-center rounded-full border border-border bg-sunken p-0.5 transition-colors data-checked:chosen data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55"
      >
        <BaseSwitch.Thumb className="size-3.5 rounded-full bg-border transition-transform data-checked:translate-x-4 data-checked:bg-accent-ink rtl:data-checked:-translate-x-4" />
      </BaseSwitch.Root>
      <span id={labelId}>{children}</span>
    </label>
  );
}
