"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";

import { cx } from "~/app/_lib/cx";
import { words } from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Spinner } from "~/app/_ui/spinner";
import { ImportResults } from "./import-results";
import { type Imported, sendImport } from "./send";

/** A place for a file, and what became of each article in it. */
export function ImportForm({ newsroom }: { newsroom: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [sending, setSending] = useState<string | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);

  async function take(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (!file || sending !== null) return;
    setSending(file.name);
    setImported(null);
    setImported(await sendImport(newsroom, file));
    setSending(null);
    if (input.current) input.current.value = "";
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files);
  }

  return (
    <>
      <p className="text-pretty text-muted">
        {words.imports.what} {words.imports.promise}
      </p>
      <div
        role="group"
        aria-label={words.imports.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={cx(
          "flex flex-col items-center gap-2 rounded-md border border-dashed border-border px-4 py-10 text-center",
          isOver && "border-accent bg-accent-fill",
        )}
      >
        <FileUp className="size-6 text-muted" aria-hidden="true" />
        <p className="font-medium">{words.imports.drop}</p>
        <p className="text-muted">{words.imports.limit}</p>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={words.imports.choose}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void take(event.target.files)}
        />
        <Button busy={sending !== null} onClick={() => input.current?.click()}>
          {words.imports.choose}
        </Button>
      </div>
      {sending !== null && (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          {words.imports.sending(sending)}
        </p>
      )}
      {imported && !imported.ok && <ErrorNote happened={imported.sentence} safe={words.exports.nothingLost} />}
      {imported?.ok && <ImportResults articles={imported.articles} />}
    </>
  );
}
