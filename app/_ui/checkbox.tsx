"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { useId, type ReactNode } from "react";
import { cx } from "~/app/_lib/cx";

export interface CheckboxProps {
  children: ReactNode;
  checked: boolean;
  /** Some but not all of what it stands for are chosen. */
  mixed?: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
  className?: string;
}

/** A box to tick, with its words beside it; the words are part of the target. */
export function Checkbox({
  children,
  checked,
  mixed = false,
  onChange,
  disabled,
  name,
  className,
}: CheckboxProps) {
  const labelId = useId();
  return (
    <label
      className={cx(
        "inline-flex min-h-6 cursor-pointer items-start gap-2 py-0.5 pointer-coarse:min-h-11 pointer-coarse:items-center",
        className,
      )}
    >
      <BaseCheckbox.Root
        aria-labelledby={labelId}
        checked={checked}
        indeterminate={mixed}
        onCheckedChange={(now) => onChange(now)}
        disabled={disabled}
        name={name}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-border bg-surface data-checked:border-accent data-checked:bg-accent data-checked:text-accent-ink data-disabled:opacity-55 data-indeterminate:border-accent data-indeterminate:bg-accent data-indeterminate:text-accent-ink"
      >
        <BaseCheckbox.Indicator className="flex">
          {mixed ? (
            <Minus className="size-3" aria-hidden="true" />
          ) : (
            <Check className="size-3" aria-hidden="true" />
          )}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span id={labelId}>{children}</span>
    </label>
  );
}
