import canonicalize from "canonicalize";
import { and, asc, eq, gt, inArray, lte } from "drizzle-orm";
import { createHash } from "node:crypto";
import { z } from "zod";

import type { CommandId, LogId, NewsroomId } from "~/core/ids";
import { Envelope } from "~/core/shapes/log";
import type { Queryable, Transaction } from "./client";
import { events, eventTexts } from "./schema/log";
import { digestOf, type HeldText, placeOf, refOf, refsIn, seal, unseal } from "./seal";

/**
 * The log: appending to it, reading it, and proving that nobody rewrote it. It knows nothing of what events
 * mean. Each hash covers the one before it and everything that is stored of the event, in canonical JSON.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */

/** An event of any log, before its body was looked into. */
export type LoggedEvent = Envelope & { type: string; body: unknown };

/** Where a log ends: its last number and hash; 0 and "" before the first event. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** An event as it is stored: digests in the place of its words, and its hash. */
export type StoredEvent = LoggedEvent & { hash: string };

function hashOf(previous: string, { hash: _, ...event }: StoredEvent): string {
  const canonical = canonicalize(event);
  if (canonical === undefined) throw new Error("An event cannot be written as JSON.");
  return createHash("sha256").update(previous).update(canonical).digest("hex");
}

/**
 * Appends the events after `head`, whose row the caller holds locked: that is what makes the numbers gapless
 * and in the order of commits.
 * @returns the events as they read from now on (their words have a place), and the new head
 */
export async function appendEvents(
  tx: Transaction,
  newsroomId: NewsroomId,
  head: Head,
  appended: readonly LoggedEvent[],
): Promise<{ events: LoggedEvent[]; head: Head }> {
  let { hash } = head;
  let revision = appended[0]?.revision ?? null;
  const rows: (typeof events.$inferInsert)[] = [];
  const texts: (typeof eventTexts.$inferInsert)[] = [];
  const read: LoggedEvent[] = [];
  for (const event of appended) {
    const { stored, texts: sealed } = seal(event.body);
    const own = sealed.find(({ path }) => event.type === "RevisionAdded" && path === "text");
    if (own) revision = digestOf(own.salt, own.words);
    const complete = { ...event, revision, body: stored, hash: "" };
    hash = hashOf(hash, complete);
    rows.push(toRow(newsroomId, { ...complete, hash }));
    texts.push(...sealed.map((text) => ({ logId: event.log, seq: event.seq, ...text })));
    const held = new Map(
      sealed.map(({ path, words }) => [refOf(event.seq, path), { words, removedAt: null }]),
    );
    read.push({ ...event, revision, body: await unsealWith(tx, event.log, stored, event.seq, held) });
  }
  for (const chunk of chunks(rows)) await tx.insert(events).values(chunk);
  for (const chunk of chunks(texts)) await tx.insert(eventTexts).values(chunk);
  return { events: read, head: { seq: appended.at(-1)?.seq ?? head.seq, hash } };
}

/** Unseals a body just sealed: only words repeated from earlier are looked up. */
async function unsealWith(
  tx: Transaction,
  log: LogId,
  stored: unknown,
  seq: number,
  own: Map<string, HeldText>,
): Promise<unknown> {
  const earlier = refsIn(stored, seq).filter((ref) => !own.has(ref));
  const held = earlier.length > 0 ? await textsAt(tx, log, earlier) : new Map<string, HeldText>();
  return unseal(stored, seq, (ref) => own.get(ref) ?? held.get(ref));
}

export interface Stretch {
  /** Only events after this number; 0 for all. */
  after?: number;
  /** Only events up to this number. */
  through?: number;
  command?: CommandId;
  /** Only events of these numbers. */
  numbers?: readonly number[];
  limit?: number;
  /** Whether to read the texts of revisions, which are long, too. */
  revisionTexts?: boolean;
}

/** The events of a log in order, with their words. At most `limit`, 1,000 unless told. */
export async function readLog(
  db: Queryable,
  log: LogId,
  { after = 0, through, command, numbers, limit = 1_000, revisionTexts = false }: Stretch = {},
): Promise<LoggedEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(
      and(
        eq(events.logId, log),
        gt(events.seq, after),
        through === undefined ? undefined : lte(events.seq, through),
        command === undefined ? undefined : eq(events.commandId, command),
        numbers === undefined ? undefined : inArray(events.seq, [...numbers]),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(limit);
  const wanted = rows
    .filter(({ type }) => revisionTexts || type !== "RevisionAdded")
    .flatMap(({ body, seq }) => refsIn(body, seq));
  const texts = await textsAt(db, log, wanted);
  return rows.map((row) => {
    const { hash: _, ...event } = fromRow(row);
    return { ...event, body: unseal(event.body, event.seq, (ref) => texts.get(ref)) };
  });
}

/** The texts at these places of a log. */
export async function textsAt(
  db: Queryable,
  log: LogId,
  refs: readonly string[],
): Promise<Map<string, HeldText>> {
  const held = new Map<string, HeldText>();
  const places = [...new Set(refs)].flatMap((ref) => placeOf(ref) ?? []);
  for (const chunk of chunks(places)) {
    const rows = await db
      .select()
      .from(eventTexts)
      .where(
        and(
          eq(eventTexts.logId, log),
          inArray(eventTexts.seq, [...new Set(chunk.map(({ seq }) => seq))]),
          inArray(eventTexts.path, [...new Set(chunk.map(({ path }) => path))]),
        ),
      );
    for (const { seq, path, words, removedAt } of rows) held.set(refOf(seq, path), { words, removedAt });
  }
  return held;
}

/** Blanks words and salt; of a revision's text, puts `left` in its place. */
export async function removeText(
  tx: Transaction,
  log: LogId,
  ref: string,
  left: { words: string | null; removedAt: Date },
): Promise<void> {
  const place = placeOf(ref);
  if (!place) throw new Error(`${ref} is no place in a log.`);
  await tx
    .update(eventTexts)
    .set({ salt: null, ...left })
    .where(and(eq(eventTexts.logId, log), eq(eventTexts.seq, place.seq), eq(eventTexts.path, place.path)));
}

/** What is wrong with a log: the first number that does not fit, and why; null when it holds. */
export type Flaw = {
  seq: number;
  why: "a gap" | "its hash differs" | "its words differ" | "its words are missing" | "its end differs";
} | null;

/**
 * Verifies a log: numbers without gaps, every hash made again, every text against its digest, but for those that
 * an event of the log says were removed, and the end against the head that its article or newsroom keeps.
 */
export async function verifyLog(db: Queryable, log: LogId, head: Head): Promise<Flaw> {
  let previous = "";
  let last = 0;
  const blank = new Map<string, number>();
  for (;;) {
    const rows = await db
      .select()
      .from(events)
      .where(and(eq(events.logId, log), gt(events.seq, last)))
      .orderBy(asc(events.seq))
      .limit(1_000);
    if (rows.length === 0) break;
    const through = rows.at(-1)?.seq ?? last;
    const texts = await db
      .select()
      .from(eventTexts)
      .where(and(eq(eventTexts.logId, log), gt(eventTexts.seq, last), lte(eventTexts.seq, through)));
    for (const row of rows) {
      const event = fromRow(row);
      if (event.seq !== last + 1) return { seq: last + 1, why: "a gap" };
      if (hashOf(previous, event) !== event.hash) return { seq: event.seq, why: "its hash differs" };
      const own = new Map(texts.filter(({ seq }) => seq === event.seq).map((text) => [text.path, text]));
      for (const path of ownPaths(event)) {
        const text = own.get(path);
        if (!text) return { seq: event.seq, why: "its words are missing" };
        if (text.salt === null) blank.set(refOf(event.seq, path), event.seq);
        else if (digestAt(event.body, path) !== digestOf(text.salt, text.words ?? "")) {
          return { seq: event.seq, why: "its words differ" };
        }
      }
      // A removal names the place that it blanked.
      const { data: removal } = Removal.safeParse(event.body);
      if (removal) blank.delete(removal.ref);
      previous = event.hash;
      last = event.seq;
    }
  }
  const [unaccounted] = blank.values();
  if (unaccounted !== undefined) return { seq: unaccounted, why: "its words are missing" };
  return last === head.seq && previous === head.hash ? null : { seq: last, why: "its end differs" };
}

const Removal = z.object({ ref: z.string(), reason: z.unknown() });

/** The places in an event's body where its own words stand. */
function ownPaths({ body, seq }: StoredEvent): string[] {
  return refsIn(body, seq).flatMap((ref) => {
    const place = placeOf(ref);
    return place?.seq === seq ? [place.path] : [];
  });
}

function digestAt(body: unknown, path: string): unknown {
  let value: unknown = body;
  for (const key of [...path.split("."), "sha256"]) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value;
}

function toRow(newsroomId: NewsroomId, event: StoredEvent): typeof events.$inferInsert {
  const { log: logId, at, actor: actorId, command: commandId, ...same } = event;
  return { newsroomId, logId, at: new Date(at), actorId, commandId, ...same };
}

/** What a row of the log holds, as its hash was made of it. */
export function fromRow(row: typeof events.$inferSelect): StoredEvent {
  const {
    newsroomId: _,
    logId: log,
    at,
    actorId: actor,
    commandId: command,
    type,
    body,
    hash,
    ...same
  } = row;
  const envelope = Envelope.parse({ log, at: at.getTime(), actor, command, ...same });
  return { ...envelope, type, body, hash };
}

/** Postgres takes 65,534 parameters in a statement. */
function chunks<Item>(items: readonly Item[], size = 2_000): Item[][] {
  const result: Item[][] = [];
  for (let i = 0; i < items.length; i += size) result.push(items.slice(i, i + size));
  return result;
}
