import { TRPCError } from "@trpc/server";

import { ArticleId } from "~/core/shapes/ids";
import { listen, type Stroke } from "~/db/bell";
import type { Database } from "~/db/client";
import { awayCode } from "~/db/errors";
import { hearNudges } from "~/db/nudge";
import { hear } from "~/db/presence";
import { headsOf } from "~/db/queries/followers";
import { noSuchArticle } from "~/server/execute";
import { log, reportBug } from "~/server/log";
import { Attendance } from "./attendance";
import { Follower, type Following } from "./follower";
import { Lists } from "./lists";
import type { Told } from "./news";
import { judge } from "./rights";
import { Tail } from "./tail";

/**
 * The only way to follow articles. The bell says that a log has grown; its tail reads it on, once, and wakes
 * those who follow it; each takes what comes after its own cursor. So nothing is told twice, out of order or
 * not at all, whatever the bell missed.
 */

/** How often is looked for what the bell missed and for rights that ended, in milliseconds. */
const LOOK_EVERY = 2_000;
/** A look that takes longer counts as the database being away. Rights that cannot be asked for are none. */
const LOOK_TIMES_OUT = 2_500;
/** Streams that one person may hold open, over all browsers; and streams in all, for one process. */
export const MOST_PER_PERSON = 20;
export const MOST_IN_ALL = 5_000;

/** An article that somebody follows. */
interface Followed {
  readonly followers: Set<Follower>;
  readonly tail: Promise<Tail>;
  /** What the bell said before the tail was there. */
  rung: number;
  opened: Tail | null;
}

export class Feed {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #followers = new Set<Follower>();
  readonly #followed = new Map<ArticleId, Followed>();
  readonly #lists: Lists;
  readonly #attendance: Attendance;
  #listening: Promise<unknown> | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** @param now milliseconds since 1970 */
  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db;
    this.#now = now;
    this.#lists = new Lists(db, { now, failed: (error) => this.#fail(error) });
    this.#attendance = new Attendance({ now, changed: (article) => this.#stir(article) });
  }

  /** How many streams are open. */
  get size(): number {
    return this.#followers.size;
  }

  /**
   * Follows until `signal` ends it. It is pulled: what a slow reader has not taken is not held for it.
   * @throws TRPCError where there are too many streams, the person is signed out, or the database is away
   */
  async *follow(following: Following, signal: AbortSignal): AsyncGenerator<Told, void> {
    const follower = this.#enter(following);
    const leave = () => follower.endWith("left");
    signal.addEventListener("abort", leave);
    if (signal.aborted) leave();
    try {
      await this.#begin(follower);
      while (follower.end === null) {
        const told = await this.#next(follower);
        if (told) yield told;
        else await follower.rest();
      }
      if (follower.end === "signed-out") throw new TRPCError({ code: "UNAUTHORIZED" });
      if (follower.end === "away") throw new TRPCError({ code: "SERVICE_UNAVAILABLE" });
      if (follower.end === "standing") yield follower.lastly();
    } finally {
      signal.removeEventListener("abort", leave);
      this.#leave(follower);
    }
  }

  #enter(following: Following): Follower {
    const { person } = following.viewer;
    const own = [...this.#followers].filter(({ viewer }) => viewer.person === person).length;
    if (own >= MOST_PER_PERSON || this.#followers.size >= MOST_IN_ALL) {
      const message =
        own >= MOST_PER_PERSON
          ? "You have Galley open in too many browsers for all of them to follow others’ work. Close some."
          : "Too many people follow others’ work just now. This page will try again by itself.";
      throw new TRPCError({ code: "TOO_MANY_REQUESTS", message });
    }
    const follower = new Follower(following);
    this.#followers.add(follower);
    return follower;
  }

  /** Listens first, then looks where the logs end: what is written in between is rung for. */
  async #begin(follower: Follower): Promise<void> {
    this.#listening ??= this.#listen().catch((error: unknown) =>
      log.warn({ err: error }, "the bell is not heard yet"),
    );
    this.#lookLater();
    await this.#listening;
    await judge(this.#db, [follower], this.#now());
    await Promise.all(follower.articles.map((article) => this.#open(follower, article)));
    this.#lists.add(follower);
  }

  async #listen(): Promise<void> {
    const heard = (stroke: Stroke) => this.#heard(stroke);
    await Promise.all([
      listen(this.#db, { heard, listening: () => void this.#look() }),
      hear(this.#db, (saying) => this.#attendance.heard(saying)),
      hearNudges(this.#db, {
        heard: (people) => this.#nudge(({ viewer }) => people.has(viewer.person)),
        // Those who have been here may have missed some.
        listening: () => this.#nudge(({ standing }) => standing !== null),
      }),
    ]);
  }

  async #open(follower: Follower, article: ArticleId): Promise<void> {
    let followed = this.#followed.get(article);
    if (!followed) {
      followed = { followers: new Set(), tail: this.#tailOf(article), rung: 0, opened: null };
      this.#followed.set(article, followed);
    }
    followed.followers.add(follower);
    follower.held.add(article);
    followed.opened = await followed.tail;
    await followed.opened.heard(followed.rung);
    if (this.#attendance.isAnybodyIn(article)) follower.stir(article);
  }

  async #tailOf(article: ArticleId): Promise<Tail> {
    const [found] = await headsOf(this.#db, [article]);
    if (!found) throw noSuchArticle();
    const grown = () => {
      for (const follower of this.#followed.get(article)?.followers ?? []) follower.wake();
    };
    return new Tail(this.#db, article, { head: found.seq, grown });
  }

  async #next(follower: Follower): Promise<Told | null> {
    const notice = follower.notice();
    if (notice) return notice;
    for (const article of follower.articles) {
      const news = await this.#followed.get(article)?.opened?.after(follower.cursorOf(article));
      // While it was read, the right to it may have ended.
      if (!news || !follower.articles.includes(article)) continue;
      if (news !== "behind") return follower.tell(news);
      follower.leaveBehind(article);
    }
    const stirred = follower.stirred();
    return stirred ? follower.tellOf(this.#attendance.picture(stirred)) : follower.notice();
  }

  #nudge(isNudged: (follower: Follower) => boolean): void {
    for (const follower of this.#followers) if (isNudged(follower)) follower.nudge();
  }

  #stir(article: ArticleId): void {
    for (const follower of this.#followed.get(article)?.followers ?? []) follower.stir(article);
  }

  #heard({ newsroom, log: rung, seq }: Stroke): void {
    if (rung === newsroom) {
      this.#lists.heardOfNewsroom(newsroom);
      return;
    }
    const article = ArticleId.parse(rung);
    this.#lists.heard(newsroom, article, seq);
    this.#grew(article, seq);
  }

  #grew(article: ArticleId, seq: number): void {
    const followed = this.#followed.get(article);
    if (!followed) return;
    followed.rung = Math.max(followed.rung, seq);
    followed.opened?.heard(seq).catch((error: unknown) => this.#fail(error));
  }

  #lookLater(): void {
    this.#timer ??= setTimeout(() => {
      void this.#look().then(() => {
        this.#timer = null;
        if (this.#followers.size > 0) this.#lookLater();
      });
    }, LOOK_EVERY).unref();
  }

  /** The belt: what the bell may have missed, and who may no longer follow. */
  async #look(): Promise<void> {
    const followers = [...this.#followers].filter(({ standing }) => standing !== null);
    if (followers.length === 0) return;
    const late = setTimeout(() => this.#fail(new TRPCError({ code: "SERVICE_UNAVAILABLE" })), LOOK_TIMES_OUT);
    try {
      await Promise.all([judge(this.#db, followers, this.#now()), this.#lookAtHeads(), this.#lists.look()]);
      for (const follower of followers)
        this.#letGo(follower, (article) => !follower.articles.includes(article));
    } catch (error) {
      this.#fail(error);
    } finally {
      clearTimeout(late);
    }
  }

  async #lookAtHeads(): Promise<void> {
    if (this.#followed.size === 0) return;
    for (const { article, seq } of await headsOf(this.#db, [...this.#followed.keys()])) {
      this.#grew(article, seq);
    }
  }

  /** Cuts all streams, so that their clients come back: they are asked anew when the database is there. */
  #fail(error: unknown): void {
    const reason = error instanceof TRPCError ? error.code : awayCode(error);
    if (reason === null) reportBug(error, { path: "live" });
    else log.error({ reason, streams: this.#followers.size }, "the live feed was cut");
    for (const follower of this.#followers) follower.endWith("away");
  }

  #leave(follower: Follower): void {
    this.#followers.delete(follower);
    this.#lists.remove(follower);
    this.#letGo(follower, () => true);
  }

  /** Lets go of what the follower holds, and forgets the articles that nobody follows any more. */
  #letGo(follower: Follower, which: (article: ArticleId) => boolean): void {
    for (const article of [...follower.held].filter(which)) {
      follower.held.delete(article);
      const followed = this.#followed.get(article);
      followed?.followers.delete(follower);
      if (followed?.followers.size === 0) this.#followed.delete(article);
    }
  }
}

const feeds = new WeakMap<Database, Feed>();

/** The process's one feed from a database. */
export function feedOf(db: Database): Feed {
  const known = feeds.get(db);
  if (known) return known;
  const feed = new Feed(db);
  feeds.set(db, feed);
  return feed;
}
