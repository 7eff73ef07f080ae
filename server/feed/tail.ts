import type { ArticleEvent } from "~/core/event";
import type { ArticleId } from "~/core/ids";
import type { Database } from "~/db/client";
import { readLog } from "~/db/log";
import { parseArticleEvent } from "~/server/execute";
import type { News } from "./news";

export type EventNews = Extract<News, { type: "events" }>;

/** So many events are handed out to whoever was away; more than that is loaded anew. */
export const MOST_MISSED = 1_000;
/** So many events are kept for followers that are a little behind; one command may make a thousand and more. */
const KEPT = 2_000;

/**
 * The growing end of one article's log. However many follow, it is read once for each stroke of the bell, and
 * each stretch read is one object, so that it is written out once too.
 */
export class Tail {
  readonly #db: Database;
  readonly #article: ArticleId;
  readonly #grown: () => void;
  #head: number;
  /** Stretches without a gap between them, up to the head. */
  #kept: EventNews[] = [];
  #rung: number;
  #reading: Promise<void> | null = null;
  readonly #missed = new Map<number, Promise<EventNews>>();

  /**
   * @param head the number of the last event, as whoever opens the tail found it
   * @param grown called when there is more to be told
   */
  constructor(db: Database, article: ArticleId, { head, grown }: { head: number; grown: () => void }) {
    this.#db = db;
    this.#article = article;
    this.#head = head;
    this.#rung = head;
    this.#grown = grown;
  }

  get head(): number {
    return this.#head;
  }

  /** The log has grown to this number: reads it on, unless that is under way. @throws what the database throws */
  async heard(seq: number): Promise<void> {
    this.#rung = Math.max(this.#rung, seq);
    if (this.#rung > this.#head) await (this.#reading ??= this.#readOn());
  }

  /**
   * What comes after a number: null when nothing does yet, `behind` when the log does not know the number or
   * too much came after it.
   * @throws what the database throws
   */
  async after(seq: number): Promise<EventNews | "behind" | null> {
    if (seq === this.#head) return null;
    const kept = this.#keptAfter(seq);
    if (kept) return kept;
    const missed = this.#head - seq;
    return missed < 0 || missed > MOST_MISSED ? "behind" : this.#read(seq);
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#rung > this.#head) {
        const events = await this.#eventsAfter(this.#head, MOST_MISSED);
        const last = events.at(-1);
        if (!last) {
          // Rung for what is not there.
          this.#rung = this.#head;
          return;
        }
        this.#head = last.seq;
        // What was read before a removal holds the words that were removed.
        if (events.some(({ type }) => type === "TextRedacted")) this.#kept = [];
        this.#kept.push({ type: "events", article: this.#article, events });
        this.#forgetOld();
        this.#grown();
      }
    } finally {
      this.#reading = null;
    }
  }

  #forgetOld(): void {
    let count = this.#kept.reduce((sum, { events }) => sum + events.length, 0);
    while (count > KEPT && this.#kept.length > 1) count -= this.#kept.shift()?.events.length ?? 0;
  }

  #keptAfter(seq: number): EventNews | null {
    const at = this.#kept.findIndex(({ events }) => (events.at(-1)?.seq ?? 0) > seq);
    const news = this.#kept[at];
    const first = news?.events[0]?.seq ?? Infinity;
    if (!news || first > seq + 1) return null;
    if (first === seq + 1) return news;
    return { ...news, events: news.events.filter((event) => event.seq > seq) };
  }

  /** Reads what is no longer kept; those who came back to the same place at the same time share it. */
  #read(seq: number): Promise<EventNews> {
    const known = this.#missed.get(seq);
    if (known) return known;
    const reading = this.#eventsAfter(seq, this.#head - seq)
      .then((events) => ({ type: "events", article: this.#article, events }) as const)
      .finally(() => this.#missed.delete(seq));
    this.#missed.set(seq, reading);
    return reading;
  }

  async #eventsAfter(after: number, limit: number): Promise<ArticleEvent[]> {
    const events = await readLog(this.#db, this.#article, { after, limit, revisionTexts: true });
    return events.map(parseArticleEvent);
  }
}
