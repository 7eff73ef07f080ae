"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";

import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { buttonLook } from "~/app/_ui/button-look";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { Waiting } from "~/app/_ui/waiting";
import type { SearchAsked } from "~/core/search";
import type { TagState } from "~/core/tag";
import { ExportChoices } from "./export-choices";
import { ExportPreview } from "./export-preview";

export interface ExportDialogProps {
  /** The newsroom's slug. */
  newsroom: string;
  /** Absent for the whole newsroom. */
  article?: { id: string; title: string };
  /** A search, of whose hits the articles are meant. */
  found?: SearchAsked;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What to take out and as what: chosen, seen as it will be, then downloaded. */
export function ExportDialog(props: ExportDialogProps) {
  const { article, found, open, onOpenChange } = props;
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={onOpenChange}
      title={article ? words.exports.ofArticle : found ? words.exports.ofFound : words.exports.ofNewsroom}
    >
      {open && <ExportForm {...props} />}
    </Dialog>
  );
}

/** A button that opens the dialog. */
export function ExportButton({
  small,
  ...props
}: Omit<ExportDialogProps, "open" | "onOpenChange"> & { small?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small={small} onClick={() => setOpen(true)}>
        <Download aria-hidden="true" />
        {props.found ? words.exports.ofFound : words.exports.action}
      </Button>
      <ExportDialog {...props} open={open} onOpenChange={setOpen} />
    </>
  );
}

function ExportForm({ newsroom, article, found }: ExportDialogProps) {
  const trpc = useTRPC();
  const known = useQuery(trpc.exports.formats.queryOptions(undefined, { staleTime: Infinity }));
  const [format, setFormat] = useState<string | null>(null);
  const [states, setStates] = useState<TagState[] | null>(null);
  const [types, setTypes] = useState<string[]>([]);
  const [hasBegun, setHasBegun] = useState(false);

  const formats = known.data?.formats ?? [];
  const chosen = formats.find(({ id }) => id === format) ?? formats[0];
  const wanted = states ?? known.data?.usualStates ?? [];
  const preview = useQuery(
    trpc.exports.preview.queryOptions(
      { newsroom, article: article?.id ?? null, found, format: chosen?.id ?? "", states: wanted, types },
      { enabled: chosen !== undefined, placeholderData: keepPreviousData },
    ),
  );

  const failed = known.error ?? preview.error;
  if (failed) {
    const { sentence, code } = refusalOf(failed);
    return (
      <ErrorNote
        happened={words.exports.previewFailed}
        todo={sentence}
        safe={words.exports.nothingLost}
        code={code}
        action={
          <Button small onClick={() => void (known.error ? known.refetch() : preview.refetch())}>
            {words.common.retry}
          </Button>
        }
      />
    );
  }
  if (!chosen || !preview.data) return <Waiting lines={6}>{words.exports.previewing}</Waiting>;

  const query = new URLSearchParams({
    ...(article ? { article: article.id } : { newsroom }),
    ...(found && { found: JSON.stringify(found) }),
    format: chosen.id,
    states: wanted.join(","),
    types: types.join(","),
  });
  return (
    <>
      <p className="text-muted" dir="auto">
        {article
          ? words.exports.scopeArticle(article.title)
          : found
            ? words.exports.scopeFound(preview.data.articles, preview.data.isAll)
            : words.exports.scopeNewsroom(preview.data.articles)}
      </p>
      <ExportChoices
        formats={formats}
        format={chosen}
        onFormat={setFormat}
        preview={preview.data}
        states={wanted}
        onStates={setStates}
        types={types}
        onTypes={setTypes}
      />
      <ExportPreview format={chosen} preview={preview.data} isOld={preview.isPlaceholderData} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="grow text-muted">
          {hasBegun ? words.exports.started : ""}
        </p>
        <a
          href={`/api/export?${query}`}
          download
          onClick={() => setHasBegun(true)}
          className={buttonLook({ variant: "primary" })}
        >
          <Download aria-hidden="true" />
          {words.exports.download}
        </a>
      </div>
    </>
  );
}
