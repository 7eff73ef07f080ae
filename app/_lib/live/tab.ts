import type { ArticleId } from "~/core/ids";
import type { News } from "~/server/routers";
import { Leader } from "./leader";
import type { Message, Wants } from "./messages";
import type { Surroundings } from "./surroundings";

/** Who is in an article. */
export type PresenceNews = Extract<News, { type: "presence" }>;

/** What is told of one article’s log. */
export type ArticleNews = Exclude<Extract<News, { article: ArticleId }>, PresenceNews>;

/** What a part of a page follows. */
export type Interest =
  | {
      readonly article: ArticleId;
      /** The number of the last event that the page has. */
      readonly seq: () => number;
      /** @returns false when events before these did not come: they are asked for again, from `seq` on */
      readonly hear: (news: ArticleNews) => boolean;
      /** The person's roles changed: what the page lets them do is no longer right. */
      readonly standing?: () => void;
    }
  /** Who else is in an article that the page follows. */
  | { readonly presenceIn: ArticleId; readonly met: (presence: PresenceNews) => void }
  | { readonly newsroom: string; readonly changed: () => void }
  /** What the person is told of. */
  | { readonly notices: () => void };

/**
 * One tab's part in following: it says what its page follows to the tab that leads, and hears what that one's
 * stream tells. The tab that was looked at last leads, so that the stream is held by one that the browser
 * does not slow down.
 */
export class LiveTab {
  /** No other tab’s. */
  readonly name: string;
  #surroundings: Surroundings | null = null;
  readonly #interests = new Set<Interest>();
  readonly #listeners = new Set<() => void>();
  #leader: Leader | null = null;
  #isConnected = false;

  constructor(name: string) {
    this.name = name;
  }

  /** Whether others' work comes in just now. */
  get isConnected(): boolean {
    return this.#isConnected;
  }

  /** Calls back when that changes. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes part, until the function given back is called; in the browser only. */
  start(surroundings: Surroundings): () => void {
    this.#surroundings = surroundings;
    const lost = () => {
      this.#lose();
      // Whoever leads now may have asked before this tab knew that it leads no longer.
      this.#say();
    };
    const calls = { lead: () => this.#lead(surroundings), lost };
    let letGo = () => {};
    const takeLead = () => {
      if (this.#leader) this.#leader.wake();
      else if (surroundings.isVisible()) letGo = surroundings.lead("at once", calls);
    };
    const ends = [
      surroundings.onMessage((message) => this.#listen(message)),
      surroundings.lead("in turn", calls),
      surroundings.onWake(takeLead),
      () => letGo(),
    ];
    this.#say();
    takeLead();
    return () => {
      this.#lose();
      this.#surroundings = null;
      for (const end of ends.reverse()) end();
    };
  }

  /** Follows something, until the function given back is called. */
  follow(interest: Interest): () => void {
    this.#interests.add(interest);
    this.#say();
    if (this.#isConnected) missed(interest);
    return () => {
      if (this.#interests.delete(interest)) this.#say();
    };
  }

  #lead(surroundings: Surroundings): void {
    if (this.#leader) return;
    this.#leader = new Leader(surroundings, {
      heard: (news) => {
        surroundings.post({ kind: "news", news });
        this.#hear(news);
      },
      connected: (isConnected) => {
        surroundings.post({ kind: "connected", isConnected });
        this.#become(isConnected);
      },
    });
    surroundings.post({ kind: "who" });
    this.#leader.wanted(this.name, this.#wants());
  }

  #lose(): void {
    this.#leader?.stop();
    this.#leader = null;
  }

  #listen(message: Message): void {
    switch (message.kind) {
      case "who":
        this.#say();
        return;
      case "wants":
        this.#leader?.wanted(message.tab, message.wants);
        return;
      case "news":
        this.#hear(message.news);
        return;
      case "connected":
        this.#become(message.isConnected);
    }
  }

  #wants(): Wants {
    const articles = new Map<ArticleId, number>();
    const newsrooms = new Set<string>();
    for (const interest of this.#interests) {
      if ("article" in interest) articles.set(interest.article, interest.seq());
      else if ("newsroom" in interest) newsrooms.add(interest.newsroom);
    }
    const notices = [...this.#interests].some((interest) => "notices" in interest);
    return { articles, newsrooms: [...newsrooms], notices };
  }

  #say(): void {
    const wants = this.#wants();
    if (this.#leader) this.#leader.wanted(this.name, wants);
    else this.#surroundings?.post({ kind: "wants", tab: this.name, wants });
  }

  #hear(news: News): void {
    for (const interest of [...this.#interests]) {
      if ("newsroom" in interest) {
        if (news.type === "changed" && news.newsroom === interest.newsroom) interest.changed();
      } else if ("notices" in interest) {
        if (news.type === "notices") interest.notices();
      } else if ("presenceIn" in interest) {
        if (news.type === "presence" && news.article === interest.presenceIn) interest.met(news);
      } else if (news.type === "standing") interest.standing?.();
      else if ("article" in news && news.type !== "presence" && news.article === interest.article) {
        // It is followed no longer, unless the page asks for it again.
        if (news.type !== "events") this.#interests.delete(interest);
        if (!interest.hear(news) || news.type !== "events") this.#say();
      }
    }
  }

  #become(isConnected: boolean): void {
    if (this.#isConnected === isConnected) return;
    this.#isConnected = isConnected;
    if (isConnected) for (const interest of this.#interests) missed(interest);
    for (const listener of this.#listeners) listener();
  }
}

/** A list does not say from where on it is followed: what changed until it was is fetched. */
function missed(interest: Interest): void {
  if ("newsroom" in interest) interest.changed();
  if ("notices" in interest) interest.notices();
}
