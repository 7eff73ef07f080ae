import { EventEmitter, on } from "node:events";
import { initTRPC, tracked } from "@trpc/server";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import superjson from "superjson";
import { z } from "zod";
import type { Slice } from "~/core/article";
import { ArticleCommand } from "~/core/shapes/command";
import { decide } from "~/core/decide";
import { type ArticleEvent, eventsOf } from "~/core/event";
import { fold } from "~/core/evolve";
import { ArticleId, CommandId } from "~/core/shapes/ids";
import { ACTOR, makeSlice, NEWSROOM, SCHEME } from "./article";
import type { Size } from "./material";

/**
 * The article's server in memory, with the procedures that the workspace calls while tags are made. As the true one
 * does, it tells whoever follows of everything, their own changes too.
 */
export class MemoryNewsroom {
  readonly #bell = new EventEmitter();
  #slice: Slice | null = null;
  #events: ArticleEvent[] = [];

  /** Begins anew with an article of that size. */
  open(size: Size): void {
    const { tags, ...slice } = makeSlice(size);
    this.#slice = { ...slice, threads: new Map(), tags: new Map(tags.map((tag) => [tag.id, tag])) };
    this.#events = [];
  }

  /** Answers the browser's procedures. */
  handler() {
    const t = initTRPC.create({ transformer: superjson });
    const bell = this.#bell;
    const router = t.router({
      live: t.procedure
        .input(z.object({ articles: z.record(ArticleId, z.number()) }))
        .subscription(async function* ({ input, signal }) {
          for await (const [news] of on(bell, "news", signal && { signal })) {
            const events = z.array(z.object({ seq: z.number() }).loose()).parse(news);
            for (const article of Object.keys(input.articles))
              yield tracked(String(events.at(-1)?.seq), { type: "events", article, events });
          }
        }),
      articles: t.router({
        execute: t.procedure
          .input(z.object({ commandId: CommandId, command: ArticleCommand }))
          .mutation(({ input }) => ({ events: this.#execute(input.commandId, input.command) })),
        eventsAfter: t.procedure.input(z.object({ seq: z.number() })).query(({ input }) => ({
          reload: false,
          events: this.#events.filter(({ seq }) => seq > input.seq),
        })),
      }),
    });
    return createHTTPHandler({ router, basePath: "/api/trpc/" });
  }

  #execute(id: CommandId, command: ArticleCommand): ArticleEvent[] {
    const slice = this.#slice;
    if (!slice?.article) throw new Error("No article is open.");
    const circumstances = {
      command: id,
      actor: ACTOR,
      now: Date.now(),
      newsroom: NEWSROOM,
      scheme: SCHEME,
      rules: NEWSROOM.rules,
      known: {
        evidence: new Set<never>(),
        people: new Set<never>(),
        answering: new Set<never>(),
        working: new Map<never, never>(),
        desks: new Set<never>(),
        refs: new Set<never>(),
      },
      earlier: [],
      past: (command: CommandId) => this.#events.filter((event) => event.command === command),
    };
    const events = eventsOf(slice, decide(slice, command, circumstances), slice.article.id, circumstances);
    this.#slice = events.reduce(fold, slice);
    this.#events.push(...events);
    this.#bell.emit("news", events);
    return events;
  }
}
