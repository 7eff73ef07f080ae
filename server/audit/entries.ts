import { z } from "zod";

import { AUDIT_KINDS, mayReadWords, withoutWords } from "~/core/audit";
import type { ArticleEvent } from "~/core/event";
import { DomainError } from "~/core/errors";
import type { ArticleId, LogId, NewsroomId } from "~/core/ids";
import type { NewsroomEvent } from "~/core/newsroom";
import { type Actor, can, mustBeAllowed } from "~/core/policy";
import type { Scheme } from "~/core/scheme";
import { ArticleId as ArticleIdShape, LogId as LogIdShape, UserId } from "~/core/shapes/ids";
import { Role } from "~/core/shapes/policy";
import type { Database } from "~/db/client";
import { type AuditEntry, auditOf, type AuditPlace, type AuditWanted, standingOf } from "~/db/queries/audit";
import { type AuditNames, auditNames } from "~/db/queries/audit-names";
import { schemesOf } from "~/db/queries/dossiers";
import { seenArticle } from "~/db/queries/slices";
import { noSuchArticle, parseArticleEvent } from "~/server/execute";
import { parseNewsroomEvent } from "~/server/execute-newsroom";

/**
 * The audit of a newsroom: what happened to its articles and to itself, as far as the actor may know, with the names
 * that the sentences need. What somebody may not read is taken out here, before anything is made of it.
 */

/** The last moment that a Date and a timestamp of Postgres can both hold, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15;
const moment = z.number().int().min(-LAST_MOMENT).max(LAST_MOMENT);

/** What the audit is narrowed to, as it is asked for. */
export const AskedFilter = z.strictObject({
  person: UserId.nullable().default(null),
  article: ArticleIdShape.nullable().default(null),
  kind: z.enum(AUDIT_KINDS).nullable().default(null),
  role: Role.nullable().default(null),
  since: moment.nullable().default(null),
  until: moment.nullable().default(null),
});
export type AskedFilter = z.infer<typeof AskedFilter>;

/** Where a page ended, as it comes back. */
export const AskedPlace = z.strictObject({ at: moment, log: LogIdShape, seq: z.int32().positive() });

/** What happened, to which article or to the newsroom itself. */
export type Happened =
  | { readonly of: "article"; readonly article: ArticleId; readonly event: ArticleEvent }
  | { readonly of: "newsroom"; readonly event: NewsroomEvent };

/** One thing that happened, as the actor may read it. */
export type Told = Happened & {
  /** What was written in it is not for the actor: it is left out. */
  readonly withheld: boolean;
  /** SHA-256 of the hash before it and the event, hexadecimal. */
  readonly hash: string;
};

/** What stands around what happened: names, and the schemes that tags were made under. */
export interface Around extends AuditNames {
  readonly schemes: readonly Scheme[];
}

/** A stretch of the audit; `next` asks for what follows, null at its end. */
export interface AuditPage extends Around {
  readonly entries: readonly Told[];
  readonly next: AuditPlace | null;
}

/** An entry as it is kept, beside what the actor may read of it. */
export interface Kept {
  readonly told: Told;
  readonly kept: AuditEntry;
}

/**
 * Refuses a filter by an article that is not the actor's to audit.
 * @throws DomainError not-found where they do not see it in the newsroom, forbidden where they may not read its audit
 */
export async function checkFilter(
  db: Database,
  actor: Actor,
  { newsroom, filter }: { newsroom: NewsroomId; filter: AskedFilter },
): Promise<void> {
  if (filter.since !== null && filter.until !== null && filter.since >= filter.until) {
    throw new DomainError("bad-input", "The time begins after it ends. Choose an earlier beginning.");
  }
  if (filter.article === null) return;
  const seen = await seenArticle(db, actor.id, filter.article);
  if (seen?.article.newsroom !== newsroom) throw noSuchArticle();
  mustBeAllowed(actor, "read audit", { article: seen.article });
}

/** A stretch of the audit with all that the sentences need. */
export async function readAudit(
  db: Database,
  actor: Actor,
  wanted: AuditWanted,
): Promise<{ entries: readonly Kept[]; around: Around; next: AuditPlace | null }> {
  const found = await auditOf(db, actor, { ...wanted, limit: wanted.limit + 1 });
  const page = found.slice(0, wanted.limit);
  const ofArticles = [...new Set(page.flatMap(({ article }) => article ?? []))];
  const standing = await standingOf(db, ofArticles);
  const readable = ofArticles.filter((id) => {
    const article = standing.get(id);
    return article && can(actor, "read text", { article }).allowed;
  });
  const entries = page.map((kept) => {
    const about = kept.article === null ? null : (standing.get(kept.article) ?? null);
    return { kept, told: toldTo(actor, kept, about) };
  });
  const events = entries.map(({ told }) => told.event);
  const read = entries.flatMap(({ told }) => (told.withheld ? [] : [told.event]));
  const names = await auditNames(db, wanted.newsroom, {
    ids: idsIn(events),
    evidence: idsIn(can(actor, "view evidence").allowed ? events : read),
    articles: ofArticles,
    readable,
  });
  const last = found.length > wanted.limit ? page.at(-1)?.event : undefined;
  return {
    entries,
    around: { ...names, schemes: await schemesFor(db, wanted.newsroom, names) },
    next: last ? { at: last.at, log: last.log, seq: last.seq } : null,
  };
}

function toldTo(
  actor: Actor,
  { event, stored, article }: AuditEntry,
  standing: Parameters<typeof mayReadWords>[2],
): Told {
  const withheld = !mayReadWords(actor, event, standing);
  const read = withheld ? { ...event, body: withoutWords(event.body) } : event;
  const { hash } = stored;
  if (article === null) return { of: "newsroom", event: parseNewsroomEvent(read), withheld, hash };
  return { of: "article", article, event: parseArticleEvent(read), withheld, hash };
}

/** The schemes of these articles, each in the versions that they were begun under. */
export async function schemesFor(
  db: Database,
  newsroom: NewsroomId,
  { articles }: Pick<AuditNames, "articles">,
): Promise<Scheme[]> {
  const used = new Set(articles.map(({ scheme }) => `${scheme.id} ${scheme.version}`));
  if (used.size === 0) return [];
  return (await schemesOf(db, newsroom)).filter(({ id, version }) => used.has(`${id} ${version}`));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** All ids in what happened, of whatever they are. */
export function idsIn(value: unknown, into = new Set<LogId>()): string[] {
  if (typeof value === "string" && UUID.test(value)) into.add(value);
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) idsIn(inner, into);
  }
  return [...into];
}
