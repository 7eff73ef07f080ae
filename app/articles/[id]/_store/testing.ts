import type { ArticleCommand } from "~/core/shapes/command";
import { decide } from "~/core/decide";
import { type ArticleEvent, eventsOf } from "~/core/event";
import { fold } from "~/core/evolve";
import {
  ARTICLE,
  NEWSROOM,
  ONE,
  spanOf,
  tagNumber,
  testArticle,
  type TestArticle,
  TWO,
} from "~/core/testing";
import type { UserId } from "~/core/ids";
import { CommandId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import { USUAL_RULES } from "~/core/gate";
import { QCU_1 } from "~/core/qcu";
import { ArticleStore } from "./article-store";
import type { UndoStack as Past } from "~/core/undo-stack";
import type { Notice } from "./notice";
import { DeliveryError, type Drawer, type Surroundings, type Transport } from "./transport";

/** What becomes of one request: it arrives and is answered, its answer is lost, or it never arrives. */
export type Fate = "answered" | "answer lost" | "lost";

/**
 * A server and a browser in memory, for tests of the store; not for use outside of them.
 */

/** A server of one article in memory, whose answers come when the test says. */
export class FakeServer {
  readonly sent: CommandId[] = [];
  readonly #waiting: { settle: (fate: Fate) => void }[] = [];
  readonly #answers = new Map<CommandId, readonly ArticleEvent[]>();

  constructor(readonly article: TestArticle) {}

  /** The transport of one person's page. */
  transport(person: UserId, roles: readonly Role[]): Transport {
    return {
      execute: (id, command) => {
        this.sent.push(id);
        return this.#ask(() => ({ events: this.execute(person, roles, id, command) }));
      },
      eventsAfter: (seq) => this.#ask(() => this.article.events.filter((event) => event.seq > seq)),
    };
  }

  get isAsked(): boolean {
    return this.#waiting.length > 0;
  }

  /** Settles the oldest request, and lets the page go on until it asks again or rests. */
  async settle(fate: Fate = "answered"): Promise<void> {
    this.#waiting.shift()?.settle(fate);
    await rest();
  }

  /** Answers everything until nothing is asked. */
  async settleAll(): Promise<void> {
    await rest();
    while (this.isAsked) await this.settle();
  }

  execute(
    person: UserId,
    roles: readonly Role[],
    id: CommandId,
    command: ArticleCommand,
  ): readonly ArticleEvent[] {
    const known = this.#answers.get(id);
    if (known) return known;
    const { article } = this;
    const circumstances = article.circumstances(person, roles, id);
    const events = eventsOf(
      article.slice,
      decide(article.slice, command, circumstances),
      ARTICLE,
      circumstances,
    );
    article.events.push(...events);
    article.slice = events.reduce(fold, article.slice);
    this.#answers.set(id, events);
    return events;
  }

  #ask<Answer>(run: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        settle: (fate) => {
          try {
            if (fate === "lost") throw new DeliveryError("network");
            const answer = run();
            if (fate === "answered") resolve(answer);
            else throw new DeliveryError("network");
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
      });
    });
  }
}

/** Lets everything run that waits for nothing but its turn. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

class FakeDrawer implements Drawer {
  text: string | null = null;
  read = () => this.text;
  write(text: string | null): void {
    this.text = text;
  }
}

/** A browser whose clock and timers the test moves. */
export class FakeBrowser {
  online = true;
  /** Of the page that was opened last. */
  drawers = { pending: new FakeDrawer(), conflicts: new FakeDrawer() };
  timers: { milliseconds: number; run: () => void }[] = [];
  #ids: number;

  /** @param ids where its ids begin; two browsers need two beginnings */
  constructor(ids: number) {
    this.#ids = ids;
  }

  /** What a page of this browser has: drawers of its own, with what the page before it left. */
  page(): Surroundings {
    const { pending, conflicts } = this.drawers;
    this.drawers = { pending: new FakeDrawer(), conflicts: new FakeDrawer() };
    this.drawers.pending.text = pending.text;
    this.drawers.conflicts.text = conflicts.text;
    const { drawers, now, random, isOnline, newId } = this;
    return {
      drawers,
      now,
      random,
      isOnline,
      newId,
      after: (milliseconds, run) => this.after(milliseconds, run),
    };
  }

  now = () => 1_800_000_100_000;
  random = () => 0;
  isOnline = () => this.online;
  newId = () => `018f0000-0000-7000-9000-${(this.#ids++).toString(16).padStart(12, "0")}`;

  after(milliseconds: number, run: () => void): () => void {
    const timer = { milliseconds, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Runs what was planned for later. */
  elapse(): void {
    const due = this.timers;
    this.timers = [];
    for (const { run } of due) run();
  }
}

const ROLES: Role[] = ["managing-editor"];
const claim = { kind: "quantity", voice: "own", priority: "should", legal: false };

export function add(n: number, words: string): ArticleCommand {
  return { type: "addTag", tag: tagNumber(n), as: "claim", span: spanOf(words), attributes: claim };
}

export function set(n: number, from: string, to: string): ArticleCommand {
  return { type: "setAttribute", tag: tagNumber(n), name: "kind", from, to };
}

/** A person’s page on an article of which another person, TWO, changes things on the server directly. */
export function open({ started = true } = {}) {
  const server = new FakeServer(testArticle());
  const browser = new FakeBrowser(1);
  const page = openAgain(server, browser, started);
  let count = 0;
  const other = (command: ArticleCommand) => {
    count += 1;
    const id = CommandId.parse(`018f0000-0000-7000-a000-${count.toString(16).padStart(12, "0")}`);
    return server.execute(TWO, ROLES, id, command);
  };
  return { server, browser, other, ...page };
}

export function openAgain(
  server: FakeServer,
  browser: FakeBrowser,
  started = true,
  past: Past = { undo: [], redo: [] },
) {
  const standing = {
    actor: { id: ONE, roles: ROLES },
    newsroom: {
      id: NEWSROOM,
      slug: "harbour",
      fourEyes: "required" as const,
      publicCorrections: "off" as const,
      rules: USUAL_RULES,
    },
    desks: [],
    scheme: QCU_1,
  };
  const { slice } = server.article;
  const store = new ArticleStore({ slice, past, ...standing }, server.transport(ONE, ROLES), browser.page());
  const notices: Notice[] = [];
  store.onNotice((notice) => notices.push(notice));
  const stop = started ? store.start() : () => Promise.resolve();
  return { store, notices, stop };
}
