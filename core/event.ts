import type { Slice } from "./article";
import type { Decision } from "./decide";
import type { LogId, ThreadId } from "./ids";
import { type Asking, type Envelope, envelope } from "./log";
import type { Review } from "./tag";
import type { ArticleFact } from "./shapes/event";

/**
 * What can happen to an article, as facts of the past. Bodies are validated when written and when read.
 * Events that overwrite carry `from` and `to`, so that each can be undone and each conflict shown.
 * Free text appears as `Words` only; spans point into a revision's text, whose words the log does not hold.
 */

export type { ArticleFact } from "./shapes/event";

/** What happened to an article, as its log holds it. */
export type ArticleEvent = Envelope & ArticleFact;

/** The facts about threads. */
export type ThreadFact = Extract<ArticleFact, { body: { thread: ThreadId } }>;

/** The facts that move a tag through its review. */
export type ReviewFact = Extract<ArticleFact, { body: { from: Review; to: Review } }>;

/**
 * The facts as the events that the log will hold after the slice's last, as far as can be known before it
 * has them: the salted digests of new words come when they are sealed.
 */
export function eventsOf(slice: Slice, { as, facts }: Decision, log: LogId, asking: Asking): ArticleEvent[] {
  const revision = slice.revision?.digest ?? null;
  return facts.map(({ undoes, ...fact }, index) => ({
    ...envelope({ log, seq: slice.seq + 1 + index, revision }, as, undoes, asking),
    ...fact,
  }));
}
