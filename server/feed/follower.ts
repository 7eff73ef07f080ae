import type { DomainError } from "~/core/errors";
import type { ArticleId, NewsroomId } from "~/core/ids";
import type { Viewer } from "~/db/queries/sessions";
import type { PresenceNews } from "./attendance";
import { articleIdsIn, type Cursors, idOf, type News, type Told } from "./news";
import type { EventNews } from "./tail";

/** Why a stream ends: its reader left; is signed out; may do other things than before; the database is away. */
export type End = "left" | "signed-out" | "standing" | "away";

/** Who follows, from where on. */
export interface Following {
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  readonly newsrooms: readonly { readonly id: NewsroomId; readonly slug: string }[];
}

/** One stream's reader: where it stands, and what it is still to be told besides events. */
export class Follower {
  readonly viewer: Viewer;
  readonly newsrooms: ReadonlyMap<NewsroomId, string>;
  /** The articles whose tails it holds on to. */
  readonly held = new Set<ArticleId>();
  /** What the person may do where, as it was when the stream began; null before that was looked up. */
  standing: string | null = null;
  readonly #cursors: Map<ArticleId, number>;
  /** The one that was told of last comes last, so that a busy article does not silence the others. */
  #articles: ArticleId[];
  readonly #notices: News[] = [];
  readonly #changed = new Set<NewsroomId>();
  readonly #listed = new Set<ArticleId>();
  /** Articles in which people came, went or moved. */
  readonly #stirred = new Set<ArticleId>();
  #isNudged = false;
  #end: End | null = null;
  #wake: (() => void) | null = null;
  #awake = false;

  constructor({ viewer, cursors, newsrooms }: Following) {
    this.viewer = viewer;
    this.newsrooms = new Map(newsrooms.map(({ id, slug }) => [id, slug]));
    this.#articles = articleIdsIn(cursors);
    this.#cursors = new Map(this.#articles.map((article) => [article, cursors[article] ?? 0]));
  }

  get end(): End | null {
    return this.#end;
  }

  /** The articles that are followed, the one that was told of last at the end. */
  get articles(): readonly ArticleId[] {
    return this.#articles;
  }

  cursorOf(article: ArticleId): number {
    return this.#cursors.get(article) ?? 0;
  }

  /** Notes what is told of an article, which leaves the follower behind its last event. */
  tell(news: EventNews): Told {
    const { article, events } = news;
    this.#cursors.set(article, events.at(-1)?.seq ?? this.cursorOf(article));
    this.#articles = [...this.#articles.filter((other) => other !== article), article];
    return this.#told(news);
  }

  /** The last thing that is told to somebody who may do other things now. */
  lastly(): Told {
    return this.#told({ type: "standing" });
  }

  /** What there is to be told besides events. */
  notice(): Told | null {
    const notice = this.#notices.shift();
    if (notice) return this.#told(notice);
    if (this.#isNudged) {
      this.#isNudged = false;
      return this.#told({ type: "notices" });
    }
    for (const newsroom of this.#changed) {
      this.#changed.delete(newsroom);
      return this.#told({ type: "changed", newsroom: this.newsrooms.get(newsroom) ?? "" });
    }
    return null;
  }

  /** The article can no longer be followed; the follower learns why. */
  refuse(article: ArticleId, { kind, message }: DomainError): void {
    this.#drop(article, { type: "refused", article, kind, sentence: message });
  }

  /** The article has to be loaded anew before it can be followed. */
  leaveBehind(article: ArticleId): void {
    this.#drop(article, { type: "behind", article });
  }

  /** Something in a newsroom's lists changed. */
  changed(newsroom: NewsroomId): void {
    if (!this.newsrooms.has(newsroom)) return;
    this.#changed.add(newsroom);
    this.wake();
  }

  /** An article in the lists changed: told to those who see it, and to those who saw it when it changed before. */
  changedArticle(newsroom: NewsroomId, article: ArticleId, sees: boolean): void {
    const told = sees || this.#listed.has(article);
    if (sees) this.#listed.add(article);
    else this.#listed.delete(article);
    if (told) this.changed(newsroom);
  }

  /** What the person is told of changed. */
  nudge(): void {
    this.#isNudged = true;
    this.wake();
  }

  /** Somebody came, went or moved in an article. */
  stir(article: ArticleId): void {
    this.#stirred.add(article);
    this.wake();
  }

  /** An article in which somebody did since its picture was told; it counts as told now. */
  stirred(): ArticleId | null {
    for (const article of this.#stirred) {
      this.#stirred.delete(article);
      if (this.#cursors.has(article)) return article;
    }
    return null;
  }

  /** Notes that it is told who is there. */
  tellOf(presence: PresenceNews): Told {
    return this.#told(presence);
  }

  /** Ends the stream, once. */
  endWith(end: End): void {
    this.#end ??= end;
    this.wake();
  }

  wake(): void {
    this.#awake = true;
    this.#wake?.();
  }

  /** Rests until woken; not at all when woken since it last rested. */
  async rest(): Promise<void> {
    if (!this.#awake) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = null;
    this.#awake = false;
  }

  #drop(article: ArticleId, news: News): void {
    if (!this.#articles.includes(article)) return;
    this.#articles = this.#articles.filter((other) => other !== article);
    this.#cursors.delete(article);
    this.#notices.push(news);
    this.wake();
  }

  #told(news: News): Told {
    return { id: idOf(this.#cursors), news };
  }
}
