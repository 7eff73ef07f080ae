"use client";

import { FileUp } from "lucide-react";
import { useRef } from "react";

import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ProgressBar } from "~/app/_ui/progress-bar";
import type { Desk } from "~/core/newsroom";
import { DeskSelect } from "./desk-select";
import { UploadRow } from "./upload-row";
import type { Row, Uploads } from "./use-uploads";

const TYPES = ".txt,.text,.md,.markdown,text/plain,text/markdown";

interface UploadFormProps {
  uploads: Uploads;
  desks: readonly Desk[];
  /** Files hover over the page. */
  isOver: boolean;
}

/** Several files at once: a place to drop them, a desk for them, and a row for each with its result. */
export function UploadForm({ uploads, desks, isOver }: UploadFormProps) {
  const { rows, desk, chooseDesk, add, sendAgain, remove } = uploads;
  const done = rows.filter(isDone);
  const created = done.filter(({ state }) => state.status === "created");
  return (
    <div className="flex flex-col gap-4">
      <DeskSelect
        label={words.newArticle.sharedDesk}
        desks={desks}
        value={desk}
        onChange={chooseDesk}
        className="sm:max-w-80"
      />
      <DropZone isOver={isOver} onFiles={add} />
      {rows.length > 0 && (
        <>
          <ProgressBar
            label={words.newArticle.summary(done.length, rows.length)}
            done={done.length}
            total={rows.length}
          />
          <ul
            aria-label={words.newArticle.files}
            className="flex flex-col rounded-md border [&>li+li]:border-t"
          >
            {rows.map((row) => (
              <UploadRow key={row.id} row={row} sendAgain={sendAgain} remove={() => remove([row.id])} />
            ))}
          </ul>
          {created.length > 0 && (
            <Button small className="self-start" onClick={() => remove(created.map(({ id }) => id))}>
              {words.newArticle.clear}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function isDone({ state }: Row): boolean {
  return state.status !== "waiting" && state.status !== "sending";
}

function DropZone({ isOver, onFiles }: { isOver: boolean; onFiles: (files: readonly File[]) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div
      className={cx(
        "flex flex-col items-center gap-2 rounded-md border border-dashed px-4 py-10 text-center transition-colors",
        isOver ? "border-accent bg-accent-fill" : "border-border",
      )}
    >
      <FileUp aria-hidden="true" className="size-6 text-muted" />
      <p className="flex flex-wrap items-center justify-center gap-2">
        {words.newArticle.drop}
        <Button onClick={() => picker.current?.click()}>{words.newArticle.choose}</Button>
      </p>
      <p className="text-muted">{words.newArticle.dropHint}</p>
      <input
        ref={picker}
        type="file"
        multiple
        accept={TYPES}
        hidden
        aria-label={words.newArticle.choose}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </div>
  );
}
