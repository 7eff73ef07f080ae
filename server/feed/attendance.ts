import type { ArticleId, UserId } from "~/core/ids";
import type { Present, Saying } from "~/core/presence";
import type { News } from "./news";

export type PresenceNews = Extract<News, { type: "presence" }>;

/** Whoever has said nothing for so long is gone, in milliseconds; a tab says where it is every eight seconds. */
const GONE_AFTER = 16_000;
const LOOK_EVERY = 2_000;
/** A picture is told at most so often, in milliseconds, and less often the more people are in it. */
const TELL_EVERY = 400;
const TELL_LATER_BY = 12;
const TELL_LATEST = 5_000;
/** A picture names so many at most, those who did something last, and counts the others. */
export const MOST_NAMED = 50;
/** One person says so many things in a second, and in a burst. */
const SAYINGS = { inOneSecond: 1, atOnce: 4 };

interface Attending {
  readonly present: Present;
  /** When something about it changed, and when it was said last; milliseconds since 1970. */
  readonly changedAt: number;
  readonly saidAt: number;
}

/** Who is in which article just now, as far as this process has heard. */
export class Attendance {
  readonly #now: () => number;
  readonly #changed: (article: ArticleId) => void;
  readonly #articles = new Map<ArticleId, Map<string, Attending>>();
  readonly #pictures = new Map<ArticleId, PresenceNews>();
  readonly #waiting = new Map<ArticleId, NodeJS.Timeout>();
  #timer: NodeJS.Timeout | null = null;

  /** @param changed called, not too often, for an article whose picture is another one now */
  constructor({ now, changed }: { now: () => number; changed: (article: ArticleId) => void }) {
    this.#now = now;
    this.#changed = changed;
  }

  heard({ article, tab, person, name, at }: Saying): void {
    const known = this.#articles.get(article)?.get(tab);
    if (at === null) {
      // Nobody but who came with a tab leaves with it.
      if (known?.present.person === person) this.#forget(article, tab);
      return;
    }
    const present = { tab, person, name, ...at };
    const isSame = known !== undefined && JSON.stringify(known.present) === JSON.stringify(present);
    const now = this.#now();
    const attending = this.#articles.get(article) ?? new Map<string, Attending>();
    attending.set(tab, { present, saidAt: now, changedAt: isSame ? known.changedAt : now });
    this.#articles.set(article, attending);
    if (!isSame) this.#stir(article);
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY).unref();
  }

  isAnybodyIn(article: ArticleId): boolean {
    return this.#articles.has(article);
  }

  /** Who is in an article: one object until somebody comes, goes or moves, so that it is written out once. */
  picture(article: ArticleId): PresenceNews {
    const known = this.#pictures.get(article);
    if (known) return known;
    const all = [...(this.#articles.get(article)?.values() ?? [])];
    const named = all.sort((a, b) => b.changedAt - a.changedAt).slice(0, MOST_NAMED);
    const present = named.map((each) => each.present);
    const picture: PresenceNews = { type: "presence", article, present, others: all.length - named.length };
    this.#pictures.set(article, picture);
    return picture;
  }

  #look(): void {
    const since = this.#now() - GONE_AFTER;
    for (const [article, attending] of this.#articles) {
      for (const [tab, { saidAt }] of attending) if (saidAt < since) this.#forget(article, tab);
    }
    if (this.#articles.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #forget(article: ArticleId, tab: string): void {
    const attending = this.#articles.get(article);
    attending?.delete(tab);
    if (attending?.size === 0) this.#articles.delete(article);
    this.#stir(article);
  }

  #stir(article: ArticleId): void {
    if (this.#waiting.has(article)) return;
    const size = this.#articles.get(article)?.size ?? 0;
    const tell = () => {
      this.#waiting.delete(article);
      this.#pictures.delete(article);
      this.#changed(article);
    };
    const wait = Math.min(TELL_LATEST, TELL_EVERY + TELL_LATER_BY * size);
    this.#waiting.set(article, setTimeout(tell, wait).unref());
  }
}

/** Holds each person to so many sayings; what is too much goes unsaid, since the next one says it too. */
export class Pace {
  readonly #left = new Map<UserId, { sayings: number; at: number }>();

  /** @param now milliseconds since 1970 */
  allows(person: UserId, now: number): boolean {
    const last = this.#left.get(person) ?? { sayings: SAYINGS.atOnce, at: now };
    const regained = ((now - last.at) / 1_000) * SAYINGS.inOneSecond;
    const sayings = Math.min(SAYINGS.atOnce, last.sayings + regained);
    const mayBe = sayings >= 1;
    this.#left.delete(person);
    this.#left.set(person, { sayings: mayBe ? sayings - 1 : sayings, at: now });
    this.#forgetRested(now);
    return mayBe;
  }

  /** Those who have been still for long have all their sayings again: as if never heard of. */
  #forgetRested(now: number): void {
    for (const [person, { at }] of this.#left) {
      if (now - at < (SAYINGS.atOnce / SAYINGS.inOneSecond) * 1_000) return;
      this.#left.delete(person);
    }
  }
}
