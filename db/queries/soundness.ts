import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { ArticleId, LogId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { type Head, verifyLog } from "~/db/log";
import { links, revisions, tags } from "~/db/schema/articles";
import { evidenceFileParts, evidenceFiles } from "~/db/schema/files";
import { newsrooms } from "~/db/schema/newsrooms";
import { articleIds, headOf } from "./heads";

/** What the whole database came to when everything that can be proved about it was proved again. */
export interface Soundness {
  readonly articles: number;
  readonly anchors: number;
  /** One sentence for each thing that does not hold. */
  readonly flaws: string[];
}

/**
 * Verifies every log (numbers, hashes, texts, end), every anchor (that it still selects its exact words) and
 * every link (that it stays in its article), and every file of evidence (that it has its hash).
 * Reads everything once, an article at a time.
 */
export async function proveSoundness(db: Queryable): Promise<Soundness> {
  const flaws: string[] = [];
  const judge = async (what: string, log: LogId, head: Head) => {
    const flaw = await verifyLog(db, log, head);
    if (flaw) flaws.push(`${what}: the log does not hold at event ${flaw.seq} (${flaw.why})`);
  };
  for (const { id, slug, headSeq, headHash } of await db.select().from(newsrooms)) {
    await judge(`newsroom ${slug}`, id, { seq: headSeq, hash: headHash });
  }
  for (const { slug, sha256 } of await spoiltFiles(db)) {
    flaws.push(`newsroom ${slug}: the contents of the file ${sha256} are not what its hash says`);
  }
  let seen = 0;
  let anchors = 0;
  for (let page = await articleIds(db, null, 100); page.length > 0; page = await after(db, page)) {
    for (const id of page) {
      const head = await headOf(db, id);
      if (head) await judge(`article ${id}`, id, head);
      const found = await proveAnchors(db, id);
      anchors += found.anchors;
      flaws.push(...found.lost.map((tag) => `article ${id}: tag ${tag} does not select its words`));
      flaws.push(
        ...(await linksOut(db, id)).map((tag) => `article ${id}: tag ${tag} is linked to one elsewhere`),
      );
    }
    seen += page.length;
  }
  return { articles: seen, anchors, flaws };
}

/** Postgres makes each hash again from the parts, one file at a time in memory. */
async function spoiltFiles(db: Queryable): Promise<{ slug: string; sha256: string | null }[]> {
  const made = db
    .select({
      sha256: sql`encode(sha256(string_agg(${evidenceFileParts.content}, '' order by ${evidenceFileParts.number})), 'hex')`,
    })
    .from(evidenceFileParts)
    .where(eq(evidenceFileParts.fileId, evidenceFiles.id));
  return db
    .select({ slug: newsrooms.slug, sha256: evidenceFiles.sha256 })
    .from(evidenceFiles)
    .innerJoin(newsrooms, eq(newsrooms.id, evidenceFiles.newsroomId))
    .where(and(isNotNull(evidenceFiles.sha256), sql`${evidenceFiles.sha256} is distinct from (${made})`));
}

async function after(db: Queryable, page: ArticleId[]): Promise<ArticleId[]> {
  return articleIds(db, page.at(-1) ?? null, 100);
}

async function proveAnchors(db: Queryable, article: ArticleId): Promise<{ anchors: number; lost: string[] }> {
  const rows = await db
    .select({
      id: tags.id,
      start: tags.startOffset,
      end: tags.endOffset,
      exact: tags.exact,
      revision: tags.revision,
    })
    .from(tags)
    .where(eq(tags.articleId, article))
    .orderBy(asc(tags.revision));
  const lost: string[] = [];
  let number = -1;
  let text = "";
  for (const { id, start, end, exact, revision } of rows) {
    if (revision !== number) {
      number = revision;
      text = await textOf(db, article, number);
    }
    const words = text.slice(start, end);
    if (words !== exact || !words.isWellFormed()) lost.push(id);
  }
  return { anchors: rows.length, lost };
}

/** The article's tags that have a link to a tag of another article. */
async function linksOut(db: Queryable, article: ArticleId): Promise<string[]> {
  const target = alias(tags, "target");
  const rows = await db
    .selectDistinct({ id: tags.id })
    .from(links)
    .innerJoin(tags, eq(tags.id, links.tagId))
    .innerJoin(target, eq(target.id, links.targetId))
    .where(and(eq(tags.articleId, article), ne(target.articleId, article)));
  return rows.map(({ id }) => id);
}

async function textOf(db: Queryable, article: ArticleId, number: number): Promise<string> {
  const [row] = await db
    .select({ text: revisions.text })
    .from(revisions)
    .where(and(eq(revisions.articleId, article), eq(revisions.number, number)));
  return row?.text ?? "";
}
