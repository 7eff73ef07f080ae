"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { useFieldAttributes } from "./field-context";
import { inputLook } from "./input-look";
import { popupLook, rowLook } from "./popup-look";

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** A few muted words after the label. */
  hint?: string;
}

export interface SelectProps<Value extends string> {
  choices: readonly Choice<Value>[];
  /** null: nothing chosen yet. */
  value: Value | null;
  onChange: (value: Value) => void;
  /** The accessible name where no Field names it. */
  label?: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
}

/** One of a fixed list. Up to five short choices read better in a SegmentedControl. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { choices, value, onChange, label, placeholder = words.common.choose, disabled, className } = props;
  return (
    <BaseSelect.Root<Value>
      items={choices}
      value={value}
      onValueChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
      disabled={disabled}
    >
      <BaseSelect.Trigger
        {...useFieldAttributes()}
        aria-label={label}
        className={cx(inputLook, "flex control items-center justify-between gap-2 text-start", className)}
      >
        <BaseSelect.Value placeholder={placeholder} className="truncate data-placeholder:text-muted" />
        <BaseSelect.Icon>
          <ChevronDown className="size-4 text-muted" aria-hidden="true" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <BaseSelect.Popup className={cx(popupLook, "min-w-(--anchor-width)")}>
            <BaseSelect.List className="max-h-(--available-height) overflow-y-auto p-1">
              {choices.map((choice) => (
                <BaseSelect.Item key={choice.value} value={choice.value} className={cx(rowLook, "pe-8")}>
                  <span className="flex size-4">
                    <BaseSelect.ItemIndicator>
                      <Check aria-hidden="true" />
                    </BaseSelect.ItemIndicator>
                  </span>
                  <BaseSelect.ItemText>{choice.label}</BaseSelect.ItemText>
                  {choice.hint !== undefined && <span className="text-muted">{choice.hint}</span>}
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
