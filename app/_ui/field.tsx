"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId, useMemo } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { type FieldAttributes, FieldContext } from "./field-context";

export interface FieldProps {
  label: string;
  /** Shows the label to screen readers only, where the surroundings say it. */
  labelHidden?: boolean;
  /** A sentence under the label: what belongs here. */
  hint?: ReactNode;
  /** A sentence under the control: what is wrong with it. Marks the control invalid and is spoken. */
  error?: string | undefined;
  /** Says "optional" beside the label. */
  optional?: boolean;
  name?: string;
  className?: string;
  /** One TextInput, TextArea, Select or Combobox; it is named and described by this field. */
  children: ReactNode;
}

/** A control with its label, hint and error, wired together for assistive technology. */
export function Field({
  label,
  labelHidden = false,
  hint,
  error,
  optional = false,
  name,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const isInvalid = error !== undefined;
  const described = [...(hint === undefined ? [] : [`${id}hint`]), ...(isInvalid ? [`${id}error`] : [])].join(
    " ",
  );
  const attributes = useMemo(
    (): FieldAttributes => ({
      id,
      name,
      "aria-labelledby": `${id}label`,
      "aria-describedby": described || undefined,
      "aria-invalid": isInvalid || undefined,
    }),
    [id, name, described, isInvalid],
  );
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <label id={`${id}label`} htmlFor={id} className={labelHidden ? "sr-only" : "font-medium"}>
        {label}
        {optional && <span className="font-normal text-muted"> ({words.common.optional})</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}hint`} className="text-muted">
          {hint}
        </p>
      )}
      <FieldContext value={attributes}>{children}</FieldContext>
      {isInvalid && (
        <div id={`${id}error`} role="alert" className="flex items-start gap-1.5 text-danger">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}
