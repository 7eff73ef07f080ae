import type { Dossier } from "~/core/shapes/dossier";
import { dossierOf } from "~/core/dossier-of";
import type { Actor } from "~/core/policy";
import type { Database } from "~/db/client";
import {
  countExportable,
  countTags,
  dossierMaterial,
  type Exportable,
  exportableArticles,
  schemesOf,
  type TagCount,
} from "~/db/queries/dossiers";
import type { ArticleId, NewsroomId } from "~/core/ids";
import type { SearchAsked } from "~/core/search";
import type { Format, WriteContext } from "~/server/formats/format";
import { type ExportFile, exportFile, shownFile } from "./export-file";
import {
  articleToExport,
  newsroomToExport,
  oneDossier,
  searchToExport,
  type Selection,
  takes,
} from "./gather";
import { addLosses, type Loss, lossesOf } from "./losses";

/** What the export dialog shows before anything is downloaded. */
export interface Preview {
  /** Tags by type and state, of all that there are. */
  readonly counts: readonly TagCount[];
  /** What the types are called, by name. */
  readonly typeLabels: Readonly<Record<string, string>>;
  readonly articles: number;
  /** False where a search finds more articles than one file takes. */
  readonly isAll: boolean;
  /** How many tags the selection takes, and how many it leaves out. */
  readonly tags: { readonly taken: number; readonly leftOut: number };
  /** The file's size in bytes; of a newsroom an estimate from its first articles. */
  readonly bytes: { readonly count: number; readonly exact: boolean };
  /** How the file begins. */
  readonly lines: readonly string[];
  /** What the file will not hold, with numbers; of a newsroom estimated from its first articles as `bytes` is. */
  readonly losses: readonly Loss[];
}

type Measured = Omit<Preview, "typeLabels" | "isAll">;

export interface PreviewOf {
  readonly newsroom: NewsroomId;
  /** Null for the whole newsroom, or what is found in it. */
  readonly article: ArticleId | null;
  /** A search, whose hits' articles are meant. */
  readonly found: SearchAsked | null;
  readonly format: Format;
  readonly selection: Selection;
  readonly exportedAt: string;
  readonly origin: string;
}

const LINES = 40;
const LINE_LENGTH = 300;
/** So many articles stand for the newsroom in a preview. */
const SAMPLE = 20;

/** @throws DomainError as the export itself */
export async function previewOf(db: Database, actor: Actor, of: PreviewOf): Promise<Preview> {
  const context = { exportedAt: of.exportedAt, origin: of.origin, schemes: await schemesOf(db, of.newsroom) };
  const types = context.schemes.flatMap((scheme) => scheme.types);
  const typeLabels = Object.fromEntries(types.map(({ name, plural }) => [name, plural]));
  if (of.article !== null)
    return { ...(await previewArticle(db, actor, of.article, of, context)), typeLabels, isAll: true };
  const { which, isAll } = of.found
    ? await searchToExport(db, actor, of.newsroom, of.found)
    : { which: newsroomToExport(actor, of.newsroom), isAll: true };
  return { ...(await previewNewsroom(db, which, of, context)), typeLabels, isAll };
}

async function previewArticle(
  db: Database,
  actor: Actor,
  id: ArticleId,
  { format, selection }: PreviewOf,
  context: WriteContext,
): Promise<Measured> {
  const material = await articleToExport(db, actor, id);
  const counts = tally(
    [...material.standing.tags.values()].map(({ type, review }) => ({ type, state: review.state })),
  );
  const dossiers = () => oneDossier(material, selection);
  const size = await sizeOf(exportFile(format, dossiers(), context, "one article"));
  return {
    counts,
    articles: 1,
    tags: split(counts, selection),
    bytes: { count: size, exact: true },
    ...(await lookAt(format, dossiers(), context)),
  };
}

async function previewNewsroom(
  db: Database,
  which: Exportable,
  { format, selection }: PreviewOf,
  context: WriteContext,
): Promise<Measured> {
  const [counts, articles, sample] = await Promise.all([
    countTags(db, which),
    countExportable(db, which),
    exportableArticles(db, which, null, SAMPLE),
  ]);
  async function* sampled() {
    for (const id of sample) {
      const material = await dossierMaterial(db, which.person, id);
      if (material) yield dossierOf(material.standing, material.around, takes(selection));
    }
  }
  const ofSample = await sizeOf(exportFile(format, sampled(), context, "several"));
  const ofNone = await sizeOf(exportFile(format, nothing(), context, "several"));
  const factor = sample.length > 0 ? articles / sample.length : 0;
  const { lines, losses } = await lookAt(format, sampled(), context);
  return {
    counts,
    articles,
    tags: split(counts, selection),
    bytes: { count: Math.round(ofNone + (ofSample - ofNone) * factor), exact: articles <= sample.length },
    lines,
    losses: losses.map((loss) => ({ ...loss, count: Math.round(loss.count * factor) })),
  };
}

async function* nothing(): AsyncGenerator<never> {
  // Nothing to write: what is left is what the format itself takes.
}

/** The size of a file in bytes, without holding more of it than a piece. */
async function sizeOf({ pieces }: ExportFile): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces)
    bytes += typeof piece === "string" ? Buffer.byteLength(piece) : piece.byteLength;
  return bytes;
}

/** How a file begins, and what it will not hold of the dossiers. */
async function lookAt(
  format: Format,
  dossiers: AsyncIterable<Dossier>,
  context: WriteContext,
): Promise<Pick<Preview, "lines" | "losses">> {
  let losses: Loss[] = [];
  async function* counted() {
    for await (const dossier of dossiers) {
      losses = addLosses(losses, lossesOf(format, dossier));
      yield dossier;
    }
  }
  const lines = [""];
  for await (const piece of shownFile(format, counted(), context)) {
    if (lines.length > LINES) continue;
    const [rest = "", ...more] = piece.split(/\r?\n/, LINES + 1);
    lines.push(shortened((lines.pop() ?? "") + rest), ...more.map(shortened));
  }
  return { lines: lines.slice(0, LINES).map((line) => line.replace(/^\u{FEFF}/u, "")), losses };
}

function shortened(line: string): string {
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line;
}

function tally(tags: readonly Omit<TagCount, "count">[]): TagCount[] {
  const counts = new Map<string, TagCount>();
  for (const tag of tags) {
    const key = `${tag.type} ${tag.state}`;
    counts.set(key, { ...tag, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function split(counts: readonly TagCount[], selection: Selection): Preview["tags"] {
  const isTaken = takes(selection);
  let [taken, leftOut] = [0, 0];
  for (const { type, state, count } of counts) {
    if (isTaken({ type, review: { state } })) taken += count;
    else leftOut += count;
  }
  return { taken, leftOut };
}
