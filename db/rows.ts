import { and, eq, inArray, sql } from "drizzle-orm";

import type { Article, Revision, Share } from "~/core/article";
import { DomainError } from "~/core/errors";
import type { Changes } from "~/core/evolve";
import type { ArticleId, EvidenceId, NewsroomId } from "~/core/ids";
import type { Link } from "~/core/link";
import type { Review, Tag } from "~/core/tag";
import type { Transaction } from "./client";
import type { Head } from "./log";
import { articles, evidenceUses, links, revisions, shares, tags } from "./schema/articles";
import { saveThreads } from "./thread-rows";

/**
 * The mechanical map between what `evolve` speaks of and rows. It decides nothing: every part that changed
 * is written whole.
 */

type ArticleRow = typeof articles.$inferSelect;
type TagRow = typeof tags.$inferSelect;

/** An article from its row and those it is shared with. */
export function articleFrom(row: ArticleRow, sharedWith: readonly Share[]): Article {
  return {
    id: row.id,
    newsroom: row.newsroomId,
    title: {
      ref: row.titleRef,
      words: row.title,
      ...(row.titleRemovedAt ? { removedAt: row.titleRemovedAt.getTime() } : {}),
    },
    language: row.language,
    direction: row.direction,
    sourceUrl: row.sourceUrl,
    desk: row.deskId,
    author: row.authorId,
    restricted: row.restricted,
    shares: [...sharedWith],
    state: row.state,
    life: row.life,
    deadline: row.deadline?.getTime() ?? null,
    scheme: { id: row.schemeId, version: row.schemeVersion },
    revision: row.revision,
    createdAt: row.createdAt.getTime(),
  };
}

/** A revision from its row. */
export function revisionFrom(row: typeof revisions.$inferSelect): Revision {
  return {
    number: row.number,
    text: row.text,
    ref: row.textRef,
    digest: row.digest,
    blocks: row.blocks,
    createdAt: row.createdAt.getTime(),
  };
}

/** A tag from its row, the evidence that it rests on and the links that go out from it, each in order. */
export function tagFrom(row: TagRow, evidence: readonly EvidenceId[], outgoing: readonly Link[]): Tag {
  return {
    id: row.id,
    article: row.articleId,
    type: row.type,
    attributes: row.attributes,
    anchor: {
      revision: row.revision,
      start: row.startOffset,
      end: row.endOffset,
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
    },
    placement: row.placement,
    note: row.note,
    review: reviewFrom(row),
    waiver: row.waiver,
    identity: row.identity,
    assignee: row.assigneeId,
    evidence: [...evidence],
    links: [...outgoing],
    author: row.authorId,
    at: row.createdAt.getTime(),
    schemeVersion: row.schemeVersion,
    imported: row.imported,
    answered: row.answered,
    touched: row.touched,
  };
}

function reviewFrom(row: TagRow): Review {
  const { finding, verdictBy, verdictAt, verdictNote, approvedBy, approvedAt, selfApproved } = row;
  return {
    state: row.state,
    verdict:
      finding && verdictBy && verdictAt
        ? { finding, by: verdictBy, at: verdictAt.getTime(), note: verdictNote }
        : null,
    approval:
      approvedBy && approvedAt
        ? { by: approvedBy, at: approvedAt.getTime(), self: selfApproved ?? false }
        : null,
  };
}

function tagRow(newsroomId: NewsroomId, tag: Tag): typeof tags.$inferInsert {
  const { verdict, approval, state } = tag.review;
  return {
    newsroomId,
    id: tag.id,
    articleId: tag.article,
    type: tag.type,
    attributes: tag.attributes,
    revision: tag.anchor.revision,
    startOffset: tag.anchor.start,
    endOffset: tag.anchor.end,
    exact: tag.anchor.exact,
    prefix: tag.anchor.prefix,
    suffix: tag.anchor.suffix,
    placement: tag.placement,
    note: tag.note,
    state,
    finding: verdict?.finding ?? null,
    verdictBy: verdict?.by ?? null,
    verdictAt: verdict ? new Date(verdict.at) : null,
    verdictNote: verdict?.note ?? null,
    approvedBy: approval?.by ?? null,
    approvedAt: approval ? new Date(approval.at) : null,
    selfApproved: approval?.self ?? null,
    waiver: tag.waiver,
    identity: tag.identity,
    assigneeId: tag.assignee,
    authorId: tag.author,
    createdAt: new Date(tag.at),
    schemeVersion: tag.schemeVersion,
    imported: tag.imported,
    answered: tag.answered,
    touched: tag.touched,
  };
}

/** Writes what changed, and the log's new head, to the rows. */
export async function saveChanges(
  tx: Transaction,
  article: Article,
  changes: Changes,
  head: Head,
  at: Date,
): Promise<void> {
  await saveArticle(tx, article, head, at);
  if (changes.revision) await saveRevision(tx, article, changes.revision);
  if (changes.tags) await saveTags(tx, article.newsroom, changes.tags);
  if (changes.threads) await saveThreads(tx, article.newsroom, changes.threads);
}

async function saveArticle(tx: Transaction, article: Article, head: Head, at: Date): Promise<void> {
  const row = {
    newsroomId: article.newsroom,
    id: article.id,
    title: article.title.words,
    titleRef: article.title.ref ?? "",
    titleRemovedAt: article.title.removedAt === undefined ? null : new Date(article.title.removedAt),
    language: article.language,
    direction: article.direction,
    sourceUrl: article.sourceUrl,
    deskId: article.desk,
    authorId: article.author,
    restricted: article.restricted,
    state: article.state,
    life: article.life,
    deadline: article.deadline === null ? null : new Date(article.deadline),
    debtDue: firstDebtDue(article),
    schemeId: article.scheme.id,
    schemeVersion: article.scheme.version,
    revision: article.revision,
    createdAt: new Date(article.createdAt),
    updatedAt: at,
    headSeq: head.seq,
    headHash: head.hash,
  };
  // Without the key: an update of key columns would lock out every insert that refers to the article.
  const { id, newsroomId, ...changed } = row;
  await tx.insert(articles).values(row).onConflictDoUpdate({ target: articles.id, set: changed });
  await saveShares(tx, article);
}

function firstDebtDue({ life }: Article): Date | null {
  const due = life.debts.flatMap((debt) => (debt.settledAt === null ? [debt.due] : []));
  return due.length > 0 ? new Date(Math.min(...due)) : null;
}

async function saveShares(tx: Transaction, article: Article): Promise<void> {
  await tx.delete(shares).where(eq(shares.articleId, article.id));
  if (article.shares.length === 0) return;
  await tx.insert(shares).values(
    article.shares.map(({ person, as }) => ({
      newsroomId: article.newsroom,
      articleId: article.id,
      userId: person,
      kind: as,
    })),
  );
}

async function saveRevision(tx: Transaction, article: Article, revision: Revision): Promise<void> {
  const { text, blocks } = revision;
  await tx
    .insert(revisions)
    .values({
      newsroomId: article.newsroom,
      articleId: article.id,
      number: revision.number,
      text,
      textRef: revision.ref,
      digest: revision.digest,
      blocks,
      createdAt: new Date(revision.createdAt),
    })
    .onConflictDoUpdate({ target: [revisions.articleId, revisions.number], set: { text, blocks } });
}

/** Puts what is left of an earlier text, from which a passage was removed, in its place. */
export async function saveEarlierText(
  tx: Transaction,
  article: ArticleId,
  { number, text }: Pick<Revision, "number" | "text">,
): Promise<void> {
  await tx
    .update(revisions)
    .set({ text })
    .where(and(eq(revisions.articleId, article), eq(revisions.number, number)));
}

/** Tags at once in one statement: their columns by name, so that many stay far below Postgres' parameter limit. */
async function saveTags(tx: Transaction, newsroomId: NewsroomId, changed: readonly Tag[]): Promise<void> {
  for (let i = 0; i < changed.length; i += 1_000) {
    const chunk = changed.slice(i, i + 1_000);
    const written = await tx
      .insert(tags)
      .values(chunk.map((tag) => tagRow(newsroomId, tag)))
      .onConflictDoUpdate({
        target: tags.id,
        set: TAKEN,
        setWhere: sql`${tags.articleId} = excluded.article_id`,
      })
      .returning({ id: tags.id });
    // Ids come from browsers: one that a tag of another article has is refused, and that tag left alone.
    if (written.length < chunk.length) {
      throw new DomainError(
        "conflict",
        "A tag of this id is elsewhere already. Nothing was changed; do it again.",
      );
    }
    await saveEvidenceUses(tx, newsroomId, chunk);
  }
  // Only now are both ends of every link there.
  for (let i = 0; i < changed.length; i += 1_000)
    await saveLinks(tx, newsroomId, changed.slice(i, i + 1_000));
}

/** On conflict each column takes the new row's value. */
const TAKEN = {
  type: sql`excluded.type`,
  attributes: sql`excluded.attributes`,
  revision: sql`excluded.revision`,
  startOffset: sql`excluded.start_offset`,
  endOffset: sql`excluded.end_offset`,
  exact: sql`excluded.exact`,
  prefix: sql`excluded.prefix`,
  suffix: sql`excluded.suffix`,
  placement: sql`excluded.placement`,
  note: sql`excluded.note`,
  state: sql`excluded.state`,
  finding: sql`excluded.finding`,
  verdictBy: sql`excluded.verdict_by`,
  verdictAt: sql`excluded.verdict_at`,
  verdictNote: sql`excluded.verdict_note`,
  approvedBy: sql`excluded.approved_by`,
  approvedAt: sql`excluded.approved_at`,
  selfApproved: sql`excluded.self_approved`,
  waiver: sql`excluded.waiver`,
  assigneeId: sql`excluded.assignee_id`,
  identity: sql`excluded.identity`,
  answered: sql`excluded.answered`,
  touched: sql`excluded.touched`,
};

async function saveEvidenceUses(
  tx: Transaction,
  newsroomId: NewsroomId,
  changed: readonly Tag[],
): Promise<void> {
  const ids = changed.map(({ id }) => id);
  await tx.delete(evidenceUses).where(inArray(evidenceUses.tagId, ids));
  const rows = changed.flatMap((tag) =>
    tag.evidence.map((evidenceId, position) => ({ newsroomId, tagId: tag.id, evidenceId, position })),
  );
  if (rows.length > 0) await tx.insert(evidenceUses).values(rows);
}

async function saveLinks(tx: Transaction, newsroomId: NewsroomId, changed: readonly Tag[]): Promise<void> {
  const ids = changed.map(({ id }) => id);
  await tx.delete(links).where(inArray(links.tagId, ids));
  const rows = changed.flatMap((tag) =>
    tag.links.map(({ kind, target }, position) => ({
      newsroomId,
      tagId: tag.id,
      kind,
      targetId: target,
      position,
    })),
  );
  if (rows.length > 0) await tx.insert(links).values(rows);
}
