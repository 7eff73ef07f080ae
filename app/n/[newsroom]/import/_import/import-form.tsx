"use client";

import { FileUp } from "lucide-react";
import { useRef, useState } from "react";

import { cx } from "~/app/_lib/cx";
import { useFileDrop } from "~/app/_lib/use-file-drop";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Spinner } from "~/app/_ui/spinner";
import { ImportResults } from "./import-results";
import { type Imported, sendImport } from "./send";

/** A place for a file, and what became of each article in it. */
export function ImportForm({ newsroom }: { newsroom: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);

  async function take(file: File | undefined): Promise<void> {
    if (!file || sending !== null) return;
    setSending(file.name);
    setImported(null);
    setImported(await sendImport(newsroom, file));
    setSending(null);
    if (input.current) input.current.value = "";
  }

  const isOver = useFileDrop(([file]) => void take(file));

  return (
    <>
      <p className="text-pretty text-muted">
        {words.imports.what} {words.imports.promise} {words.imports.mapping}
      </p>
      <div
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
          accept=".json,.jsonl,.ndjson,.tsv,.xmi,.xml,.zip"
          aria-label={words.imports.choose}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void take(event.target.files?.[0])}
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
      {imported && !imported.ok && (
        <ErrorNote happened={imported.sentence} safe={words.exports.nothingLost} />
      )}
      {imported?.ok && <ImportResults articles={imported.articles} />}
    </>
  );
}
