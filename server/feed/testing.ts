import { randomUUID } from "node:crypto";
import { v7 } from "uuid";

import { type ArticleCommand } from "~/core/shapes/command";
import type { UserId } from "~/core/ids";
import { ArticleId, CommandId, SessionId, TagId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import type { Database } from "~/db/client";
import { openSession, type Viewer } from "~/db/queries/sessions";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute } from "~/server/execute";
import { addArticle } from "~/server/ingest/add-article";
import type { Feed } from "./feed";
import type { Cursors, News } from "./news";

/** A newsroom whose articles are written to and followed, for tests of the feed. Not for use outside of tests. */

const ROLES = ["reporter", "copy-editor", "checker", "standards", "managing-editor", "admin"] as const;
export type FeedRole = (typeof ROLES)[number];

const WORDS = Array.from({ length: 2_500 }, (_, n) => `w${String(n).padStart(4, "0")}`);

export interface FeedWorld {
  readonly db: Database;
  readonly newsroom: TestNewsroom;
  readonly person: (role: FeedRole) => UserId;
  /** A browser of that person's, signed in just now. */
  readonly browser: (role: FeedRole) => Promise<Viewer>;
  /** A new article with two events, by the copy editor unless told. */
  readonly article: (by?: FeedRole) => Promise<ArticleId>;
  /** Carries out a command on an article; its last number. */
  readonly change: (article: ArticleId, command: ArticleCommand, by?: FeedRole) => Promise<number>;
  /** Tags the n-th word of an article, which makes one event; its number. */
  readonly tag: (article: ArticleId, n: number, by?: FeedRole) => Promise<number>;
}

export async function feedWorld(db: Database): Promise<FeedWorld> {
  const newsroom = await testNewsroom(db, ROLES satisfies readonly Role[]);
  const person = (role: FeedRole) => {
    const id = newsroom.people.get(role);
    if (!id) throw new Error(`Nobody is ${role}.`);
    return id;
  };
  const as = (role: FeedRole) => ({ db, person: person(role), now: Date.now });
  const change: FeedWorld["change"] = async (article, command, by = "copy-editor") =>
    (await execute(as(by), article, CommandId.parse(v7()), command)).seq;
  return {
    db,
    newsroom,
    person,
    change,
    async browser(role) {
      const id = SessionId.parse(randomUUID());
      await openSession(db, { id, person: person(role), userAgent: "", now: new Date() });
      return { person: person(role), session: id, name: role, email: `${role}@example.org` };
    },
    async article(by = "copy-editor") {
      const [articleId, commandId] = [ArticleId.parse(v7()), CommandId.parse(v7())];
      const about = { articleId, commandId, language: "en", again: true };
      await addArticle(as(by), newsroom.id, { raw: WORDS.join(" "), about });
      return articleId;
    },
    tag: (article, n, by) => change(article, tagWord(n), by),
  };
}

/** The command that tags the n-th word. */
export function tagWord(n: number): ArticleCommand & { type: "addTag" } {
  const span = { start: n * 6, end: n * 6 + 5 };
  const attributes = { kind: "quantity", voice: "own", priority: "should", legal: false };
  return { type: "addTag", tag: TagId.parse(v7()), as: "claim", span, attributes };
}

/** Somebody who follows and keeps what they are told. */
export class Reader {
  readonly news: News[] = [];
  lastId: string | null = null;
  readonly #left = new AbortController();
  readonly #ended: Promise<unknown>;
  #look = () => {};
  #isOver = false;

  constructor(
    feed: Feed,
    viewer: Viewer,
    cursors: Cursors,
    newsrooms: { id: TestNewsroom["id"]; slug: string }[] = [],
  ) {
    this.#ended = this.#read(feed.follow({ viewer, cursors, newsrooms }, this.#left.signal));
  }

  /** The numbers of the events of an article, as they came. */
  seqs(article: ArticleId): number[] {
    return this.news.flatMap((each) =>
      each.type === "events" && each.article === article ? each.events.map(({ seq }) => seq) : [],
    );
  }

  /** Waits until what came satisfies. @throws Error when the stream ends before */
  async until(satisfied: (reader: this) => boolean): Promise<void> {
    while (!satisfied(this)) {
      if (this.#isOver) throw new Error(`The stream ended: ${String(await this.#ended)}`);
      await new Promise<void>((resolve) => (this.#look = resolve));
    }
  }

  /** Waits for the end of the stream. @returns what was thrown, or undefined */
  async end(): Promise<unknown> {
    return this.#ended;
  }

  async leave(): Promise<void> {
    this.#left.abort();
    await this.#ended;
  }

  async #read(stream: ReturnType<Feed["follow"]>): Promise<unknown> {
    try {
      for await (const { id, news } of stream) {
        this.news.push(news);
        this.lastId = id;
        this.#look();
      }
      return undefined;
    } catch (error) {
      return error;
    } finally {
      this.#isOver = true;
      this.#look();
    }
  }
}
