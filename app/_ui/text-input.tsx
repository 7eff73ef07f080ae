"use client";

import { Input } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cx } from "~/app/_lib/cx";
import { inputLook } from "./input-look";

/** The attributes of `<input>`. Inside a Field it needs no id, no label and no aria. */
export type TextInputProps = Omit<ComponentProps<"input">, "ref" | "value" | "defaultValue"> & {
  value?: string;
  defaultValue?: string;
  ref?: React.Ref<HTMLElement>;
};

/** One line of text. */
export function TextInput({ className, ...rest }: TextInputProps) {
  return <Input {...rest} className={cx(inputLook, "control", className)} />;
}
