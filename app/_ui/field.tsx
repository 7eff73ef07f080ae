"use client";

import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";

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
  const text = (
    <>
      {label}
      {optional && <span className="font-normal text-muted"> ({words.common.optional})</span>}
    </>
  );
  return (
    <BaseField.Root
      name={name}
      invalid={error !== undefined}
      className={cx("flex flex-col gap-1", className)}
    >
      <BaseField.Label className={labelHidden ? "sr-only" : "font-medium"}>{text}</BaseField.Label>
      {hint !== undefined && <BaseField.Description className="text-muted">{hint}</BaseField.Description>}
      {children}
      <BaseField.Error
        match={error !== undefined}
        className="flex items-start gap-1.5 text-danger"
        role="alert"
      >
        <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        <span>{error}</span>
      </BaseField.Error>
    </BaseField.Root>
  );
}
