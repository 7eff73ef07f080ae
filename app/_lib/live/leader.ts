import { backOff } from "~/app/_lib/back-off";
import type { Refusal } from "~/app/_lib/refusal";
import type { ArticleId } from "~/core/ids";
import type { News } from "~/server/routers";
import type { Wants } from "./messages";
import type { Surroundings } from "./surroundings";

/** The server follows so many articles in one stream; with more tabs than that, those last looked at are followed. */
const MOST_ARTICLES = 20;
const MOST_NEWSROOMS = 5;
/** Tabs that answer at the same time open one stream together, in milliseconds. */
const GATHER = 50;

type Needed = Pick<Surroundings, "open" | "after" | "random" | "whenGone">;

/** What the leader tells all tabs, its own among them. */
interface Told {
  heard(news: News): void;
  connected(isConnected: boolean): void;
}

/**
 * The tab that leads: it holds the browser's one stream, open for everything that any tab follows, and opens it
 * again, from where it was, whenever it breaks off.
 */
export class Leader {
  readonly #surroundings: Needed;
  readonly #told: Told;
  /** By tab, the one that asked last at the end. */
  readonly #wants = new Map<string, Wants & { articles: Map<ArticleId, number> }>();
  /** Where the stream stands in each article that it follows. */
  #places = new Map<ArticleId, number>();
  #newsrooms: readonly string[] = [];
  /** Who is where, for tabs that come later. */
  readonly #presence = new Map<ArticleId, News>();
  #close: (() => void) | null = null;
  #callOff: (() => void) | null = null;
  #failures = 0;
  #isConnected = false;
  #stopped = false;

  constructor(surroundings: Needed, told: Told) {
    this.#surroundings = surroundings;
    this.#told = told;
  }

  /** A tab says what it follows now. */
  wanted(tab: string, wants: Wants): void {
    if (!this.#wants.has(tab)) this.#surroundings.whenGone(tab, () => this.#forget(tab));
    this.#wants.delete(tab);
    this.#wants.set(tab, { ...wants, articles: new Map(wants.articles) });
    this.#told.connected(this.#isConnected);
    for (const article of wants.articles.keys()) {
      const presence = this.#presence.get(article);
      if (presence) this.#told.heard(presence);
    }
    this.#follow();
  }

  /** Tries at once what waits for its next attempt, or for somebody to be there. */
  wake(): void {
    if (!this.#close && !this.#isIdle) this.#openAfter(GATHER);
  }

  stop(): void {
    this.#stopped = true;
    this.#callOff?.();
    this.#close?.();
  }

  #forget(tab: string): void {
    if (this.#stopped) return;
    this.#wants.delete(tab);
    this.#follow();
  }

  /** Opens the stream anew if it does not hold what is wanted; closes it if nothing is. */
  #follow(): void {
    const wants = this.#all();
    const isHeld =
      wants.newsrooms.every((newsroom) => this.#newsrooms.includes(newsroom)) &&
      [...wants.articles].every(([article, seq]) => seq >= (this.#places.get(article) ?? Infinity));
    if (this.#isIdle) this.#end();
    else if (this.#close && !isHeld) this.#openAfter(GATHER);
    else if (!this.#close && !this.#callOff) this.#openAfter(GATHER);
  }

  /** Whether no tab follows anything. */
  get #isIdle(): boolean {
    return [...this.#wants.values()].every(
      ({ articles, newsrooms, notices }) => articles.size + newsrooms.length === 0 && !notices,
    );
  }

  /** What all tabs follow; of an article in several tabs, from where the one furthest behind is. */
  #all(): Wants {
    const articles = new Map<ArticleId, number>();
    const newsrooms = new Set<string>();
    for (const wants of [...this.#wants.values()].reverse()) {
      for (const newsroom of wants.newsrooms) newsrooms.add(newsroom);
      for (const [article, seq] of wants.articles) {
        articles.set(article, Math.min(seq, articles.get(article) ?? Infinity));
      }
    }
    return {
      articles: new Map([...articles].slice(0, MOST_ARTICLES)),
      newsrooms: [...newsrooms].slice(0, MOST_NEWSROOMS),
      notices: [...this.#wants.values()].some(({ notices }) => notices),
    };
  }

  #openAfter(milliseconds: number): void {
    this.#callOff?.();
    this.#callOff = this.#surroundings.after(milliseconds, () => {
      this.#callOff = null;
      this.#open();
    });
  }

  #open(): void {
    this.#close?.();
    const wants = this.#all();
    this.#places = new Map(wants.articles);
    this.#newsrooms = wants.newsrooms;
    this.#close = this.#surroundings.open(wants, {
      connected: () => {
        this.#failures = 0;
        this.#become(true);
      },
      heard: (news) => this.#heard(news),
      ended: (refusal) => this.#broke(refusal),
    });
  }

  #heard(news: News): void {
    if (news.type === "events") this.#moveOn(news);
    if (news.type === "presence") this.#presence.set(news.article, news);
    // What the server no longer tells of is asked for again when a tab does.
    if (news.type === "behind" || news.type === "refused") this.#places.delete(news.article);
    this.#told.heard(news);
  }

  /** The stream, and the tabs that had all that came before, stand after these events now. */
  #moveOn({ article, events }: Extract<News, { type: "events" }>): void {
    const [first, last] = [events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0];
    this.#places.set(article, last);
    for (const { articles } of this.#wants.values()) {
      const seq = articles.get(article) ?? last;
      if (seq >= first - 1 && seq < last) articles.set(article, last);
    }
  }

  #broke(refusal: Refusal | null): void {
    this.#end();
    this.#failures += 1;
    // Whoever did not sign in again is asked when they next look at a page.
    if (refusal?.kind === "signed-out") return;
    // One of the newsrooms is theirs no longer: the articles are followed without the lists.
    if (refusal?.kind === "not-found") {
      for (const [tab, wants] of this.#wants) this.#wants.set(tab, { ...wants, newsrooms: [] });
    }
    this.#openAfter(backOff(this.#failures, this.#surroundings.random()));
  }

  #end(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#close?.();
    this.#close = null;
    this.#places = new Map();
    this.#presence.clear();
    this.#become(false);
  }

  #become(isConnected: boolean): void {
    if (this.#isConnected === isConnected) return;
    this.#isConnected = isConnected;
    this.#told.connected(isConnected);
  }
}
