import type { Article, Direction } from "~/core/article";
import { isIn } from "~/core/dossier-of";
import { DomainError } from "~/core/errors";
import type { ArticleEvent } from "~/core/event";
import type { ArticleId, TagId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import { type Actor, mustBeAllowed } from "~/core/policy";
import { recordOf, type TagRecord } from "~/core/record";
import type { Scheme } from "~/core/scheme";
import type { TagState } from "~/core/tag";
import { taggedSentences } from "~/core/tagged-sentences";
import type { Words } from "~/core/words";
import type { Database } from "~/db/client";
import { readLog } from "~/db/log";
import { hashesOf } from "~/db/queries/audit";
import { auditNames } from "~/db/queries/audit-names";
import { evidenceItems } from "~/db/queries/evidence";
import { wholeArticle } from "~/db/queries/slices";
import { schemeFor } from "~/db/queries/standing";
import { noSuchArticle, parseArticleEvent } from "~/server/execute";
import { type Around, idsIn, schemesFor } from "./entries";

/** The record of an article's passages: what was tagged, and of each tag what its log tells. */

/** A tag among those of a sentence. */
export interface ListedTag {
  readonly id: TagId;
  readonly type: string;
  readonly state: TagState;
  readonly words: string;
}

/** A sentence in which something is tagged; `start` and `end` are UTF-16 code units into the text. */
export interface ListedSentence {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly tags: readonly ListedTag[];
}

/** What the page of records shows before a tag is chosen. */
export interface Passages {
  readonly article: { readonly id: ArticleId; readonly title: Words; readonly direction: Direction };
  readonly newsroom: { readonly slug: string; readonly name: string };
  readonly scheme: Scheme;
  /** Everything that was ever tagged, dismissed and withdrawn tags too. */
  readonly sentences: readonly ListedSentence[];
}

/** The record of one tag with what its sentences need. */
export interface RecordAnswer {
  readonly record: TagRecord;
  /** Whatever a verdict of it ever rested on, or it rests on now. */
  readonly evidence: readonly Evidence[];
  readonly hashes: readonly { readonly seq: number; readonly hash: string }[];
  readonly around: Around;
}

/** Whether the actor may read the record of an article's passages, words and all. @throws DomainError forbidden */
export function mustReadRecord(actor: Actor, article: Article): void {
  mustBeAllowed(actor, "read audit", { article });
  mustBeAllowed(actor, "read text", { article });
}

/** The sentences of an article in which something is tagged. Whether they may be read is asked before. */
export async function passagesOf(
  db: Database,
  actor: Actor,
  id: ArticleId,
): Promise<Omit<Passages, "newsroom">> {
  const { article, revision, tags } = (await wholeArticle(db, actor.id, id)) ?? {};
  if (!article || !revision || !tags) throw noSuchArticle();
  const { title, direction, language } = article;
  const present = [...tags.values()].filter((tag) => isIn(tag, revision));
  return {
    article: { id, title, direction },
    scheme: await schemeFor(db, article.newsroom, article.scheme),
    sentences: taggedSentences(revision.text, present, language).map((sentence) => ({
      ...sentence,
      tags: sentence.tags.map(({ id: tag, type, review, anchor }) => {
        return { id: tag, type, state: review.state, words: anchor.exact };
      }),
    })),
  };
}

/**
 * The record of a tag. Whether it may be read is asked before.
 * @throws DomainError not-found where the article has no such tag
 */
export async function recordFor(db: Database, { id, newsroom }: Article, tag: TagId): Promise<RecordAnswer> {
  const record = recordOf(await wholeLog(db, id), tag);
  if (!record) throw new DomainError("not-found", "There is no such tag in this article.");
  const { verdicts, approvals, before, after } = record;
  const events = [...before, ...after];
  const rested = [...verdicts, ...approvals, record.tag].flatMap(({ evidence }) => evidence);
  const ids = idsIn(events);
  const items = [...(await evidenceItems(db, newsroom, [...new Set(rested)])).values()];
  const names = await auditNames(db, newsroom, {
    ids: [...new Set([...ids, ...items.flatMap((item) => idsIn(item))])],
    evidence: ids,
    articles: [id],
    readable: [id],
  });
  const hashes = await hashesOf(
    db,
    id,
    events.map(({ seq }) => seq),
  );
  return {
    record,
    evidence: items,
    hashes: [...hashes].map(([seq, hash]) => ({ seq, hash })),
    around: { ...names, schemes: await schemesFor(db, newsroom, names) },
  };
}

/** So many events are read at once. */
const STRETCH = 1_000;

async function wholeLog(db: Database, log: ArticleId): Promise<ArticleEvent[]> {
  const events: ArticleEvent[] = [];
  for (;;) {
    const after = events.at(-1)?.seq ?? 0;
    const read = await readLog(db, log, { after, limit: STRETCH, revisionTexts: true });
    events.push(...read.map(parseArticleEvent));
    if (read.length < STRETCH) return events;
  }
}
