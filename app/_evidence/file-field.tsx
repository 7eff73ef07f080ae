"use client";

import { FileUp, Paperclip, X } from "lucide-react";
import { useId, useRef, useState } from "react";

import { cx } from "~/app/_lib/cx";
import { useFileDrop } from "~/app/_lib/use-file-drop";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { fileProblem } from "./send-file";

const say = words.files;

interface FileFieldProps {
  file: File | null;
  onChange: (file: File | null) => void;
  /** The most that it may have, in bytes. */
  most: number;
  /** Says "optional" beside the label. */
  optional?: boolean;
  disabled?: boolean;
}

/** A file to attach: chosen by a button or dropped anywhere on the page; one that cannot be is told at once. */
export function FileField({ file, onChange, most, optional = false, disabled = false }: FileFieldProps) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = ([first, ...others]: readonly File[]) => {
    if (!first || disabled) return;
    const why = fileProblem(first, most);
    setProblem(why ?? (others.length > 0 ? say.onlyOne : null));
    onChange(why === null ? first : null);
  };
  const isOver = useFileDrop(take);
  return (
    <div
      role="group"
      aria-labelledby={`${id}label`}
      aria-describedby={`${id}hint`}
      className="flex flex-col gap-1"
    >
      <p id={`${id}label`} className="font-medium">
        {say.label}
        {optional && <span className="font-normal text-muted"> ({words.common.optional})</span>}
      </p>
      <p id={`${id}hint`} className="text-muted">
        {say.hint(say.bytes(most))}
      </p>
      <div
        className={cx(
          "flex min-h-14 items-center gap-2 rounded-md border border-dashed px-3 py-2 transition-colors",
          isOver && !disabled ? "border-accent bg-accent-fill" : "border-border",
        )}
      >
        {file ? (
          <>
            <Paperclip aria-hidden="true" className="size-4 shrink-0 text-muted" />
            <p className="min-w-0 grow wrap-anywhere">
              <span dir="auto">{file.name}</span> <span className="text-muted">{say.bytes(file.size)}</span>
            </p>
            <IconButton
              small
              label={say.letGo(file.name)}
              icon={<X aria-hidden="true" />}
              disabled={disabled}
              onClick={() => {
                setProblem(null);
                onChange(null);
              }}
            />
          </>
        ) : (
          <p className="flex flex-wrap items-center gap-2">
            <FileUp aria-hidden="true" className="size-4 shrink-0 text-muted" />
            {say.drop}
            <Button small disabled={disabled} onClick={() => picker.current?.click()}>
              {say.choose}
            </Button>
          </p>
        )}
      </div>
      {problem !== null && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={say.choose}
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </div>
  );
}
