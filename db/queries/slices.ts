import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";

import { type Article, EMPTY_SLICE, type Share, type Slice } from "~/core/article";
import type { EarlierText } from "~/core/decide-redaction";
import type { AnyArticleCommand, TagCommand } from "~/core/shapes/command";
import type { ArticleId, DeskId, EvidenceId, NewsroomId, TagId, ThreadId, UserId } from "~/core/ids";
import { isWatched } from "~/core/life";
import type { Link } from "~/core/link";
import type { Role } from "~/core/policy";
import type { Tag } from "~/core/tag";
import type { Queryable, Transaction } from "~/db/client";
import { type Head, textsAt } from "~/db/log";
import { articleFrom, revisionFrom, tagFrom } from "~/db/rows";
import { articles, evidenceUses, links, revisions, shares, tags } from "~/db/schema/articles";
import { desks, evidence, memberships } from "~/db/schema/newsrooms";
import { answering, participantsOf, tagsUnder, threadsNamed, threadsOf, working } from "./threads";
import { visibleTo } from "./visible";

/**
 * The slices that commands are decided over: an article's head, its revision, and the tags that matter.
 */

/** An article as `execute` finds it, its row locked until the transaction ends; null when unseen or absent. */
export interface LockedArticle {
  readonly article: Article;
  readonly head: Head;
}

/**
 * Locks the article's row if the person sees it. `FOR NO KEY UPDATE` lets inserts that refer to it go on.
 * @param person null for Galley itself, which sees all
 */
export async function lockArticle(
  tx: Transaction,
  person: UserId | null,
  id: ArticleId,
): Promise<LockedArticle | null> {
  const [row] = await tx
    .select(getTableColumns(articles))
    .from(articles)
    .where(and(eq(articles.id, id), person === null ? undefined : visibleTo(person)))
    .for("no key update", { of: articles });
  if (!row) return null;
  return {
    article: articleFrom(row, await sharesOf(tx, id)),
    head: { seq: row.headSeq, hash: row.headHash },
  };
}

/** Serialises everyone who is about to make the article of this id, until the transaction ends. */
export async function lockNewArticle(tx: Transaction, id: ArticleId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
}

async function sharesOf(db: Queryable, id: ArticleId): Promise<Share[]> {
  return db
    .select({ person: shares.userId, as: shares.kind })
    .from(shares)
    .where(eq(shares.articleId, id))
    .orderBy(asc(shares.userId));
}

/** What part of an article's tags a command can depend on: named ones, those that share a span, or all. */
interface Named {
  tags: Set<TagId>;
  spans: { start: number; end: number }[];
  all: boolean;
}

function namedBy(
  command: AnyArticleCommand,
  into: Named = { tags: new Set(), spans: [], all: false },
): Named {
  switch (command.type) {
    case "several":
      for (const item of command.items) namedBy(item, into);
      return into;
    case "signOff":
    case "publish":
    case "publishCorrection":
    case "redact":
    case "addRevision":
      into.all = true;
      return into;
    case "addTag":
      into.spans.push(command.span);
      into.tags.add(command.tag);
      return into;
    case "moveEdges":
    case "reattachTag":
      into.spans.push(command.to);
      into.tags.add(command.tag);
      return into;
    case "linkTag":
    case "unlinkTag":
      into.tags.add(command.tag).add(command.target);
      return into;
    case "openThread":
      if (command.about.on === "tag") into.tags.add(command.about.tag);
      return into;
    default:
      if (isOnTag(command)) into.tags.add(command.tag);
      return into;
  }
}

function isOnTag(command: AnyArticleCommand): command is TagCommand {
  return "tag" in command;
}

/** What an undone command was about. */
export interface Touched {
  readonly tags: readonly TagId[];
  readonly threads: readonly ThreadId[];
}

/**
 * The slice that the command names.
 * @param touched further tags and threads
 */
export async function loadSlice(
  tx: Transaction,
  { article, head }: LockedArticle,
  command: AnyArticleCommand,
  touched: Touched,
): Promise<Slice> {
  const named = namedBy(command);
  if (isWatched(article)) named.all = true;
  const threads = named.all
    ? await threadsOf(tx, article)
    : await threadsFor(tx, article, command, touched.threads);
  const ids = [...named.tags, ...touched.tags, ...tagsUnder(threads.values())];
  const wanted: (SQL | undefined)[] = [];
  if (ids.length > 0) wanted.push(inArray(tags.id, ids));
  for (const { start, end } of named.spans)
    wanted.push(and(eq(tags.startOffset, start), eq(tags.endOffset, end)));
  if (["changeType", "restoreTag", "undo", "several"].includes(command.type)) {
    const spanOf = sql`select start_offset, end_offset from tags where ${inArray(tags.id, ids)}`;
    if (ids.length > 0) wanted.push(sql`(${tags.startOffset}, ${tags.endOffset}) in (${spanOf})`);
  }
  // A tag that becomes one of another type may not keep its links, nor those to it.
  if (["changeType", "undo", "several"].includes(command.type) && ids.length > 0) {
    const to = tx.select({ id: links.targetId }).from(links).where(inArray(links.tagId, ids));
    const from = tx.select({ id: links.tagId }).from(links).where(inArray(links.targetId, ids));
    wanted.push(inArray(tags.id, to), inArray(tags.id, from));
  }
  const within = named.all ? undefined : or(...wanted);
  const [revision] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.articleId, article.id), eq(revisions.number, article.revision)));
  return {
    seq: head.seq,
    article,
    revision: revision ? revisionFrom(revision) : null,
    tags: named.all || wanted.length > 0 ? await tagsWhere(tx, article.id, within) : EMPTY_SLICE.tags,
    threads,
  };
}

async function threadsFor(
  tx: Transaction,
  article: Article,
  command: AnyArticleCommand,
  touched: readonly ThreadId[],
): Promise<Slice["threads"]> {
  const named = threadsNamed(command);
  if (named === "all") return threadsOf(tx, article);
  const ids = [...named, ...touched];
  return ids.length > 0 ? threadsOf(tx, article, ids) : EMPTY_SLICE.threads;
}

/** An article that the person sees, without its text and tags, and the number of its last event; null otherwise. */
export async function seenArticle(
  db: Queryable,
  person: UserId,
  id: ArticleId,
): Promise<{ article: Article; seq: number } | null> {
  const [row] = await db
    .select(getTableColumns(articles))
    .from(articles)
    .where(and(eq(articles.id, id), visibleTo(person)));
  return row ? { article: articleFrom(row, await sharesOf(db, id)), seq: row.headSeq } : null;
}

/** The whole article as it stands, if the person sees it; null otherwise. */
export async function wholeArticle(db: Queryable, person: UserId, id: ArticleId): Promise<Slice | null> {
  const seen = await seenArticle(db, person, id);
  if (!seen) return null;
  const [revision] = await db
    .select()
    .from(revisions)
    .where(and(eq(revisions.articleId, id), eq(revisions.number, seen.article.revision)));
  return {
    ...seen,
    revision: revision ? revisionFrom(revision) : null,
    tags: await tagsWhere(db, id),
    threads: await threadsOf(db, seen.article),
  };
}

/** Tags of an article in the order of the text, by id. */
async function tagsWhere(db: Queryable, article: ArticleId, where?: SQL): Promise<Map<TagId, Tag>> {
  const uses = db
    .select({
      tagId: evidenceUses.tagId,
      evidence: sql<
        EvidenceId[] | null
      >`array_agg(${evidenceUses.evidenceId} order by ${evidenceUses.position})`.as("evidence"),
    })
    .from(evidenceUses)
    .innerJoin(tags, eq(tags.id, evidenceUses.tagId))
    .where(eq(tags.articleId, article))
    .groupBy(evidenceUses.tagId)
    .as("uses");
  const outgoing = db
    .select({
      tagId: links.tagId,
      links: sql<
        Link[] | null
      >`json_agg(json_build_object('kind', ${links.kind}, 'target', ${links.targetId}) order by ${links.position})`.as(
        "links",
      ),
    })
    .from(links)
    .innerJoin(tags, eq(tags.id, links.tagId))
    .where(eq(tags.articleId, article))
    .groupBy(links.tagId)
    .as("outgoing");
  const rows = await db
    .select({ tag: getTableColumns(tags), evidence: uses.evidence, links: outgoing.links })
    .from(tags)
    .leftJoin(uses, eq(uses.tagId, tags.id))
    .leftJoin(outgoing, eq(outgoing.tagId, tags.id))
    .where(and(eq(tags.articleId, article), where))
    .orderBy(asc(tags.startOffset), asc(tags.endOffset), asc(tags.id));
  return new Map(rows.map((row) => [row.tag.id, tagFrom(row.tag, row.evidence ?? [], row.links ?? [])]));
}

/** The article's texts before the present one, the last first. */
export async function earlierTexts(
  db: Queryable,
  { id, revision }: Pick<Article, "id" | "revision">,
): Promise<EarlierText[]> {
  return db
    .select({ ref: revisions.textRef, number: revisions.number, text: revisions.text })
    .from(revisions)
    .where(and(eq(revisions.articleId, id), lt(revisions.number, revision)))
    .orderBy(desc(revisions.number));
}

/** Which of the ids that a command names exist in the newsroom and may be used. */
export interface Known {
  evidence: Set<EvidenceId>;
  people: Set<UserId>;
  answering: Set<UserId>;
  working: Map<UserId, readonly Role[]>;
  desks: Set<DeskId>;
  refs: Set<string>;
}

/** Looks up the ids that a command names outside its article. */
export async function knownTo(
  tx: Transaction,
  {
    newsroom,
    id,
    slice: { article, tags: held },
    detached,
  }: { newsroom: NewsroomId; id: ArticleId; slice: Slice; detached: readonly EvidenceId[] },
  command: AnyArticleCommand,
): Promise<Known> {
  const known: Known = {
    evidence: new Set(),
    people: new Set(),
    answering: new Set(),
    working: new Map(),
    desks: new Set(),
    refs: new Set(),
  };
  const items = command.type === "several" ? command.items : [command];
  const wanted = items.flatMap((item) => {
    if (item.type === "attachEvidence") return [item.evidence];
    if (item.type === "setVerdict") return held.get(item.tag)?.evidence ?? [];
    if (item.type === "undo") return [...detached, ...[...held.values()].flatMap((tag) => tag.evidence)];
    return item.type === "createArticle" ? (item.file?.tags.flatMap((tag) => tag.evidence) ?? []) : [];
  });
  if (wanted.length > 0) {
    const rows = await tx
      .select({ id: evidence.id })
      .from(evidence)
      .where(
        and(
          eq(evidence.newsroomId, newsroom),
          inArray(evidence.id, [...new Set(wanted)]),
          isNull(evidence.withdrawnAt),
        ),
      );
    for (const { id } of rows) known.evidence.add(id);
  }
  if (command.type === "shareArticle") {
    const rows = await tx
      .select({ id: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.newsroomId, newsroom), eq(memberships.userId, command.share.person)));
    for (const { id } of rows) known.people.add(id);
  }
  if ("thread" in command && article) {
    const participants = await participantsOf(tx, newsroom, id);
    known.people = new Set(participants.map((person) => person.id));
    known.answering = new Set(answering(participants, article).map((person) => person.id));
  }
  if (article && items.some(({ type }) => type === "assignTag")) {
    const participants = await participantsOf(tx, newsroom, id);
    known.working = new Map(working(participants, article).map((person) => [person.id, person.roles]));
  }
  if (command.type === "createArticle" || (command.type === "changeDetail" && command.name === "desk")) {
    const rows = await tx
      .select({ id: desks.id })
      .from(desks)
      .where(and(eq(desks.newsroomId, newsroom), eq(desks.archived, false)));
    for (const { id } of rows) known.desks.add(id);
  }
  if (command.type === "redact") {
    for (const [ref, { words }] of await textsAt(tx, id, [command.ref])) {
      if (words !== null) known.refs.add(ref);
    }
  }
  return known;
}
