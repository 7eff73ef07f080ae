import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import superjson from "superjson";

import { contextOf } from "~/server/context";
import { appRouter } from "~/server/routers";
import { closedError, type ErrorData, MOST_IN_A_BATCH } from "~/server/trpc";
import { readText } from "./body";
import { guard, type Refusal } from "./guard";
import { stream, STREAM_PATH } from "./stream";

/** The procedures over HTTP: queries by GET, mutations by POST with JSON, at most 20 in a batch. */
export async function trpc(request: Request): Promise<Response> {
  const turnedAway = guard(request, { mediaTypes: ["application/json"] });
  if (turnedAway) return refuseAsProcedure(turnedAway);
  if (request.method === "GET" && new URL(request.url).pathname === STREAM_PATH) return stream(request);
  const body = request.method === "POST" ? await readText(request) : undefined;
  if (typeof body === "object") return refuseAsProcedure(body);
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(request.url, {
      method: request.method,
      headers: request.headers,
      body,
      signal: request.signal,
    }),
    router: appRouter,
    maxBatchSize: MOST_IN_A_BATCH,
    createContext: () =>
      contextOf(request.headers).catch((error: unknown) => {
        throw closedError(error, { path: "session" });
      }),
  });
}

/** A refusal in the shape of a procedure's, so that our client reads its sentence. */
function refuseAsProcedure({ status, sentence }: Refusal): Response {
  const data: ErrorData = { kind: status === 403 ? "forbidden" : "bad-input" };
  const error = superjson.serialize({ code: -32000, message: sentence, data });
  return Response.json({ error }, { status, headers: { "cache-control": "no-store" } });
}
