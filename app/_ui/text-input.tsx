"use client";

import type { ComponentProps } from "react";
import { cx } from "~/app/_lib/cx";
import { useFieldAttributes } from "./field-context";
import { inputLook } from "./input-look";

/** The attributes of `<input>`. Inside a Field it needs no id, no label and no aria. */
export type TextInputProps = ComponentProps<"input">;

/** One line of text. */
export function TextInput({ className, ...rest }: TextInputProps) {
  return <input {...useFieldAttributes()} {...rest} className={cx(inputLook, "control", className)} />;
}
