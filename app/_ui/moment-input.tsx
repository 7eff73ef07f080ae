"use client";

import { TextInput } from "./text-input";

export interface MomentInputProps {
  /** Milliseconds since 1970; null while none is chosen. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** The field is left. */
  onLeave?: () => void;
  disabled?: boolean;
}

/** A day and an hour, as the reader's own clock has them; inside a Field. */
export function MomentInput({ value, onChange, onLeave, disabled = false }: MomentInputProps) {
  return (
    <TextInput
      type="datetime-local"
      disabled={disabled}
      value={value === null ? "" : inField(value)}
      onBlur={onLeave}
      onChange={(event) => {
        const at = new Date(event.target.value).getTime();
        onChange(Number.isNaN(at) ? null : at);
      }}
    />
  );
}

function inField(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
