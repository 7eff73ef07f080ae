"use client";

import type { ComponentProps } from "react";
import { cx } from "~/app/_lib/cx";
import { useFieldAttributes } from "./field-context";
import { inputLook } from "./input-look";

/** The attributes of `<textarea>`; `dir` is "auto" unless said. Inside a Field it needs no id and no aria. */
export type TextAreaProps = ComponentProps<"textarea">;

/** Several lines of text; it grows with them up to half the window. */
export function TextArea({ className, rows = 3, dir = "auto", ...rest }: TextAreaProps) {
  return (
    <textarea
      {...useFieldAttributes()}
      {...rest}
      rows={rows}
      dir={dir}
      className={cx(inputLook, "field-sizing-content max-h-[50vh] min-h-16 resize-y py-1.5", className)}
    />
  );
}
