import type { NewsroomId } from "~/core/ids";
import { type Actor } from "~/core/policy";
import { isWords, type Words } from "~/core/words";
import type { Database } from "~/db/client";
import type { AuditPlace } from "~/db/queries/audit";
import { BYTE_ORDER_MARK, type Cell, csvLine } from "~/server/formats/csv";
import { type Around, type AskedFilter, type Kept, readAudit, type Told } from "./entries";

/**
 * The audit as a file: the oldest first, each event as it is stored and as the reader may read it, with the hash before
 * it and its own, so that whoever has a log's lines can verify it without Galley.
 */

/** An event in a sentence that follows the actor's name, and what belongs to it. */
export interface Sentence {
  readonly says: string;
  readonly details: readonly { readonly label: string; readonly words: Words | string }[];
}

/** How events are told, given what stands around them. */
export type Telling = (around: Around) => (entry: Told) => Sentence;

/** What of the audit is taken out, and by whom. */
export interface AuditTaken {
  readonly newsroom: NewsroomId;
  readonly filter: AskedFilter;
  readonly telling: Telling;
}

export const AUDIT_FORMATS = {
  csv: { mediaType: "text/csv; charset=utf-8; header=present", write: writeCsv },
  jsonl: { mediaType: "application/jsonl; charset=utf-8", write: writeLines },
} as const;
export type AuditFormat = keyof typeof AUDIT_FORMATS;

/** So many events are read at once. */
const STRETCH = 500;

interface Row extends Kept {
  readonly around: Around;
  readonly sentence: Sentence;
}

async function* rowsOf(db: Database, actor: Actor, { telling, ...of }: AuditTaken): AsyncGenerator<Row> {
  let after: AuditPlace | null = null;
  do {
    const wanted = { ...of, after, limit: STRETCH, order: "oldest first" } as const;
    const { entries, around, next }: Awaited<ReturnType<typeof readAudit>> = await readAudit(
      db,
      actor,
      wanted,
    );
    const tell = telling(around);
    for (const entry of entries) yield { ...entry, around, sentence: tell(entry.told) };
    after = next;
  } while (after !== null);
}

/** JSON lines: `event` is what `hash` was made of, after the hash before it. @see docs/audit.md */
async function* writeLines(db: Database, actor: Actor, taken: AuditTaken): AsyncGenerator<string> {
  for await (const row of rowsOf(db, actor, taken)) {
    const { kept, told, around, sentence } = row;
    const { hash, ...event } = kept.stored;
    const line = {
      seq: event.seq,
      at: new Date(event.at).toISOString(),
      actor: nameOf(row),
      role: event.role,
      article: told.of === "article" ? articleIn(around, told) : null,
      sentence: `${nameOf(row)} ${sentence.says}`,
      details: sentence.details.map(({ label, words }) => ({ label, words: read(words) })),
      event,
      words: wordsIn(row),
      previous: kept.previous,
      hash,
    };
    yield `${JSON.stringify(line)}\n`;
  }
}

type Column = readonly [name: string, cell: (row: Row) => Cell];

const COLUMNS: readonly Column[] = [
  ["log", ({ kept }) => kept.stored.log],
  ["seq", ({ kept }) => kept.stored.seq],
  ["at", ({ kept }) => new Date(kept.stored.at).toISOString()],
  ["actor", (row) => nameOf(row)],
  ["role", ({ kept }) => kept.stored.role],
  ["sentence", ({ sentence }) => sentence.says],
  [
    "details",
    ({ sentence }) => sentence.details.map(({ label, words }) => `${label}: ${read(words)}`).join("\n"),
  ],
  ["article_id", ({ told }) => (told.of === "article" ? told.article : "")],
  [
    "article_title",
    ({ told, around }) => (told.of === "article" ? (articleIn(around, told).title ?? "") : ""),
  ],
  ["type", ({ kept }) => kept.stored.type],
  ["actor_id", ({ kept }) => kept.stored.actor],
  ["command_id", ({ kept }) => kept.stored.command],
  ["undoes", ({ kept }) => kept.stored.undoes ?? ""],
  ["revision_digest", ({ kept }) => kept.stored.revision ?? ""],
  ["version", ({ kept }) => kept.stored.version],
  ["body", ({ kept }) => JSON.stringify(kept.stored.body)],
  ["previous_hash", ({ kept }) => kept.previous],
  ["hash", ({ kept }) => kept.stored.hash],
];

/** A row for each event; cells that a spreadsheet would run as a formula are guarded. */
async function* writeCsv(db: Database, actor: Actor, taken: AuditTaken): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([name]) => name));
  for await (const row of rowsOf(db, actor, taken)) yield csvLine(COLUMNS.map(([, cell]) => cell(row)));
}

function nameOf({ around, kept }: Pick<Row, "around" | "kept">): string {
  return around.people.find(({ id }) => id === kept.stored.actor)?.name ?? "";
}

function articleIn({ articles }: Around, { article }: Told & { of: "article" }) {
  const title = articles.find(({ id }) => id === article)?.title.words ?? null;
  return { id: article, title };
}

function read(words: Words | string): string {
  if (typeof words === "string") return words;
  if (words.words !== null) return words.words;
  return words.removedAt === undefined ? "" : `[removed on ${new Date(words.removedAt).toISOString()}]`;
}

interface KeptWords {
  readonly words: string | null;
  /** What stands before the words where their digest is made; only where they were first written. */
  readonly salt?: string;
  readonly removedAt?: string;
}

/** What was written in the event, by its place in the body: as much of it as is for the reader. */
function wordsIn({ told, kept }: Kept): Record<string, KeptWords> {
  const found: Record<string, KeptWords> = {};
  if (told.withheld) return found;
  const look = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    if (!isWords(value)) {
      for (const [key, inner] of Object.entries(value)) look(inner, [...path, key]);
      return;
    }
    const { words, removedAt } = value;
    const place = path.join(".");
    const salt = kept.salts.get(place);
    // The texts of revisions are not in the audit.
    if (words === null && removedAt === undefined) return;
    found[place] = {
      words,
      ...(salt !== undefined && words !== null && { salt }),
      ...(removedAt !== undefined && { removedAt: new Date(removedAt).toISOString() }),
    };
  };
  look(told.event.body, []);
  return found;
}
