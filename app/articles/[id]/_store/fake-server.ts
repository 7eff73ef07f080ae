import type { ArticleCommand } from "~/core/command";
import { decide, eventsOf } from "~/core/decide";
import type { ArticleEvent } from "~/core/event";
import { fold } from "~/core/evolve";
import { ARTICLE, type TestArticle } from "~/core/testing";
import type { CommandId, UserId } from "~/core/ids";
import type { Role } from "~/core/policy";
import { DeliveryError, type Surroundings, type Transport } from "./transport";

/** What becomes of one request: it arrives and is answered, its answer is lost, or it never arrives. */
export type Fate = "answered" | "answer lost" | "lost";

/** A server of one article in memory, whose answers come when the test says. Not for use outside of tests. */
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
          if (fate === "lost") return reject(new DeliveryError("network"));
          try {
            const answer = run();
            if (fate === "answered") resolve(answer);
            else reject(new DeliveryError("network"));
          } catch (error) {
            reject(error);
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

/** A browser whose clock and timers the test moves. */
export class FakeBrowser implements Surroundings {
  online = true;
  kept: string | null = null;
  timers: { milliseconds: number; run: () => void }[] = [];
  #ids: number;

  /** @param ids where its ids begin; two browsers need two beginnings */
  constructor(ids: number) {
    this.#ids = ids;
  }

  now = () => 1_800_000_100_000;
  random = () => 0;
  isOnline = () => this.online;
  newId = () => `018f0000-0000-7000-9000-${(this.#ids++).toString(16).padStart(12, "0")}`;
  drawer = {
    read: () => this.kept,
    write: (text: string | null) => {
      this.kept = text;
    },
  };

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
