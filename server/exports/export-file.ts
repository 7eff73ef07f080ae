import type { Dossier } from "~/core/shapes/dossier";
import type { Format, Piece, WriteContext } from "~/server/formats/format";
import { zipped } from "~/server/formats/zip";

/** An export as the one file that somebody gets. */
export interface ExportFile {
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Made only as they are read. */
  readonly pieces: AsyncIterable<Piece>;
}

/** What the dossiers come to in a format. A lone article is given as its file where the format has one for each. */
export function exportFile(
  format: Format,
  dossiers: AsyncIterable<Dossier>,
  context: WriteContext,
  of: "one article" | "several",
): ExportFile {
  const { mediaType, extension } = format;
  if ("write" in format) return { mediaType, extension, pieces: format.write(dossiers, context) };
  const files = format.files(dossiers, context);
  if (format.packed === "always") return { mediaType, extension, pieces: zipped(files, context.exportedAt) };
  if (of === "one article") return { mediaType, extension, pieces: unpacked(files) };
  return { mediaType: "application/zip", extension: "zip", pieces: zipped(files, context.exportedAt) };
}

/** The files, one after another. */
async function* unpacked(
  files: ReturnType<Extract<Format, { files: unknown }>["files"]>,
): AsyncGenerator<Piece> {
  for await (const { content } of files) yield* content;
}

/** The export as lines for people who look at it before they take it: an archive's files each under its name. */
export async function* shownFile(
  format: Format,
  dossiers: AsyncIterable<Dossier>,
  context: WriteContext,
): AsyncGenerator<string> {
  const text = "write" in format ? format.write : format.shows;
  if (text) yield* text(dossiers, context);
  if (text || "write" in format) return;
  for await (const { name, content } of format.files(dossiers, context)) {
    yield `── ${name} ──\n`;
    for await (const piece of content) if (typeof piece === "string") yield piece;
    yield "\n";
  }
}
