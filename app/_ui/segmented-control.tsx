"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId } from "react";
import { Chord } from "~/app/_keys/chord";
import { ariaChord } from "~/app/_keys/chords";
import { cx } from "~/app/_lib/cx";

export interface Segment<Value extends string> {
  value: Value;
  label: string;
  /** The digit or letter that chooses it, shown as a hint; the key registry does the choosing. */
  keys?: string | undefined;
}

export interface SegmentedControlProps<Value extends string> {
  label: string;
  labelHidden?: boolean;
  segments: readonly Segment<Value>[];
  /** null: nothing chosen yet. */
  value: Value | null;
  onChange: (value: Value) => void;
  disabled?: boolean;
  className?: string;
}

/** One of a few, all in sight: a radio group. Arrows move and choose; the segments wrap where it is narrow. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, labelHidden = false, segments, value, onChange, disabled, className } = props;
  const labelId = useId();
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <span id={labelId} className={labelHidden ? "sr-only" : "font-medium"}>
        {label}
      </span>
      <RadioGroup<Value | null>
        aria-labelledby={labelId}
        value={value}
        onValueChange={(chosen) => {
          if (chosen !== null) onChange(chosen);
        }}
        disabled={disabled}
        className="flex flex-wrap gap-1"
      >
        {segments.map((segment) => (
          <Radio.Root
            key={segment.value}
            value={segment.value}
            aria-keyshortcuts={ariaChord(segment.keys)}
            className={cx(
              "inline-flex control-small cursor-pointer items-center gap-1.5 rounded-md border border-border bg-surface px-2",
              "transition-colors select-none hover:bg-sunken data-disabled:cursor-not-allowed data-disabled:opacity-55",
              "data-checked:chosen data-checked:border-accent data-checked:bg-accent-fill data-checked:font-medium",
            )}
          >
            {segment.keys !== undefined && <Chord chord={segment.keys} />}
            {segment.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
