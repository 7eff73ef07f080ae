import type { ArticleId, NewsroomId } from "~/core/ids";
import type { Database } from "~/db/client";
import { changedSince, seenAmong } from "~/db/queries/followers";
import type { Follower } from "./follower";

/** Lists are fetched anew at most so often for one newsroom, in milliseconds; the first change is told sooner. */
const EVERY = 2_000;
const AT_FIRST = 100;
/** How far back is looked for changes whose stroke of the bell was missed, in milliseconds. */
const LOOK_BACK = 10_000;
/** So many articles' numbers are remembered to know what is new; forgetting costs a needless fetch. */
const REMEMBERED = 5_000;

/** What there is to know of one newsroom's lists: who follows them, what changed since they were told. */
interface List {
  readonly followers: Set<Follower>;
  readonly changed: Set<ArticleId>;
  readonly seqs: Map<ArticleId, number>;
  toldAt: number;
  timer: NodeJS.Timeout | null;
}

/** Tells those who look at a newsroom's lists that something in them changed, if they see it; not what. */
export class Lists {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #failed: (error: unknown) => void;
  readonly #lists = new Map<NewsroomId, List>();

  constructor(db: Database, { now, failed }: { now: () => number; failed: (error: unknown) => void }) {
    this.#db = db;
    this.#now = now;
    this.#failed = failed;
  }

  add(follower: Follower): void {
    for (const newsroom of follower.newsrooms.keys()) {
      const list = this.#lists.get(newsroom) ?? {
        followers: new Set(),
        changed: new Set(),
        seqs: new Map(),
        toldAt: 0,
        timer: null,
      };
      this.#lists.set(newsroom, list);
      list.followers.add(follower);
    }
  }

  remove(follower: Follower): void {
    for (const newsroom of follower.newsrooms.keys()) {
      const list = this.#lists.get(newsroom);
      list?.followers.delete(follower);
      if (list?.followers.size !== 0) continue;
      if (list.timer) clearTimeout(list.timer);
      this.#lists.delete(newsroom);
    }
  }

  /** An article of the newsroom has grown to this number. */
  heard(newsroom: NewsroomId, article: ArticleId, seq: number): void {
    const list = this.#lists.get(newsroom);
    if (!list || (list.seqs.get(article) ?? 0) >= seq) return;
    if (list.seqs.size >= REMEMBERED) list.seqs.clear();
    list.seqs.set(article, seq);
    list.changed.add(article);
    const wait = Math.max(AT_FIRST, list.toldAt + EVERY - this.#now());
    list.timer ??= setTimeout(() => void this.#tell(newsroom, list).catch(this.#failed), wait);
  }

  /** The newsroom itself changed: its desks, its people. */
  heardOfNewsroom(newsroom: NewsroomId): void {
    for (const follower of this.#lists.get(newsroom)?.followers ?? []) follower.changed(newsroom);
  }

  /** Finds what changed without being heard. @throws what the database throws */
  async look(): Promise<void> {
    if (this.#lists.size === 0) return;
    const since = new Date(this.#now() - LOOK_BACK);
    const found = await changedSince(this.#db, [...this.#lists.keys()], since);
    for (const { newsroom, article, seq } of found) this.heard(newsroom, article, seq);
  }

  async #tell(newsroom: NewsroomId, list: List): Promise<void> {
    list.timer = null;
    list.toldAt = this.#now();
    const articles = [...list.changed];
    list.changed.clear();
    const followers = [...list.followers];
    const people = [...new Set(followers.map(({ viewer }) => viewer.person))];
    const pairs = people.flatMap((person) => articles.map((article) => ({ person, article })));
    const seen = await seenAmong(this.#db, pairs);
    const sights = new Set(seen.map(({ person, article }) => `${person} ${article}`));
    for (const follower of followers) {
      for (const article of articles) {
        follower.changedArticle(newsroom, article, sights.has(`${follower.viewer.person} ${article}`));
      }
    }
  }
}
