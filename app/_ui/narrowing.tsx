"use client";

import { type Choice, Select } from "./select";

/** No narrowing: a value that nothing else has. */
const ALL = "*";

export interface NarrowingProps<Value extends string> {
  label: string;
  /** What stands there while nothing is chosen. */
  all: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

/** A filter: one of a list, or all. */
export function Narrowing<Value extends string>({
  label,
  all,
  choices,
  value,
  onChange,
}: NarrowingProps<Value>) {
  return (
    <Select<Value | typeof ALL>
      label={label}
      value={choices.some((choice) => choice.value === value) ? value : ALL}
      choices={[{ value: ALL, label: all }, ...choices]}
      onChange={(chosen) => onChange(chosen === ALL ? null : chosen)}
    />
  );
}
