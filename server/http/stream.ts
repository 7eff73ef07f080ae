import { getTRPCErrorShape, isTrackedEnvelope, TRPCError } from "@trpc/server";
import superjson from "superjson";

import { contextOf } from "~/server/context";
import { type News, Wanted } from "~/server/feed/news";
import { appRouter } from "~/server/routers";
import { reportBug } from "~/server/log";
import { createCallerFactory, leaving } from "~/server/trpc";

/**
 * The live feed on the wire: server-sent events as tRPC's own client reads them, written by hand. tRPC's writer
 * serialises each event for each follower and hands every line on by itself; here an event is written out once,
 * and each follower gets it in one piece.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */

/** Where the feed is served, beside the procedures. */
export const STREAM_PATH = "/api/trpc/live";
/** A stream without news says so often, in milliseconds, that it is alive. */
const BEAT_EVERY = 10_000;
/** A client that hears nothing for so long comes back. */
const DEAD_AFTER = 25_000;

const createCaller = createCallerFactory(appRouter);
const encoder = new TextEncoder();
const CONNECTED = frame("connected", JSON.stringify({ reconnectAfterInactivityMs: DEAD_AFTER }));
const BEAT = frame("ping", "");
const RETURN = frame("return", "");

function frame(event: string, data: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`event: ${event}\ndata: ${data}\n\n`);
}

/** Answers a request for the feed: always with a stream, since what a browser gets instead of one it cannot read. */
export function stream(request: Request): Response {
  const left = new AbortController();
  const news = open(request, left.signal);
  let isPulled = false;
  let beat: NodeJS.Timeout | undefined;
  const end = () => {
    clearInterval(beat);
    // Wakes the feed where it waits for news, and ends it where it waits for its reader.
    left.abort();
    news.return().catch((error: unknown) => reportBug(error, { path: "live" }));
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(CONNECTED);
        // Into a full queue nothing is put: whoever does not read gets no beats either.
        const isAsking = () => isPulled && controller.desiredSize === 0;
        beat = setInterval(() => {
          if (isAsking()) controller.enqueue(BEAT);
        }, BEAT_EVERY);
      },
      async pull(controller) {
        isPulled = true;
        try {
          const { done, value } = await news.next();
          if (left.signal.aborted) return;
          controller.enqueue(done ? RETURN : value);
          if (!done) return;
        } catch (error) {
          if (left.signal.aborted) return;
          controller.enqueue(frame("serialized-error", errorOf(error)));
        } finally {
          isPulled = false;
        }
        end();
        controller.close();
      },
      cancel: end,
    },
    // Pulled: what was not asked for is not read.
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a compressing proxy would hold the events back.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** The feed as bytes. @throws TRPCError for what cannot be followed */
async function* open(request: Request, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const context = await contextOf(request.headers).catch((error: unknown) => {
    throw leaving(error, { path: "session" });
  });
  const followed = await createCaller(context, { signal }).live(inputOf(request));
  for await (const told of followed) {
    // The caller's types promise what a client gets; within the server it is an envelope.
    if (!isTrackedEnvelope<News>(told)) throw new Error("News came without a place in the logs.");
    yield encoder.encode(`data: ${writtenOut(told[1])}\nid: ${told[0]}\n\n`);
  }
}

const written = new WeakMap<object, string>();

/** What many followers are told is written out once. */
function once(told: object, write: () => string): string {
  const known = written.get(told);
  if (known !== undefined) return known;
  const text = write();
  written.set(told, text);
  return text;
}

/** The news in superjson's envelope; they are plain values, which it writes as they are. */
function writtenOut(news: News): string {
  return once(news, () => {
    if (news.type !== "events") return JSON.stringify({ json: news });
    const { events, ...rest } = news;
    const head = JSON.stringify({ json: rest }).slice(0, -2);
    return `${head},"events":[${events.map((event) => once(event, () => JSON.stringify(event))).join()}]}}`;
  });
}

/** What is asked for, with the place to resume from: as the browser sends it by itself, or as a client puts it there. */
function inputOf(request: Request): Wanted {
  const { searchParams } = new URL(request.url);
  const lastEventId = request.headers.get("last-event-id") ?? searchParams.get("lastEventId");
  try {
    const input = Wanted.parse(superjson.parse(searchParams.get("input") ?? "null"));
    return lastEventId === null ? input : { ...input, lastEventId };
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", cause });
  }
}

function errorOf(thrown: unknown): string {
  const error = thrown instanceof TRPCError ? thrown : leaving(thrown, { path: "live" });
  const shape = getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: "subscription",
    path: "live",
    input: undefined,
    ctx: undefined,
  });
  return JSON.stringify({ json: shape });
}
