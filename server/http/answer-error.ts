import { DomainError, type RefusalKind } from "~/core/errors";
import { closedError } from "~/server/trpc";

const STATUS: Record<RefusalKind, number> = {
  "not-found": 404,
  forbidden: 403,
  conflict: 409,
  "illegal-state": 412,
  "bad-input": 400,
};

/** The answer of a route that speaks plain JSON, `{ error: sentence }`; of a bug only a code gets out. */
export function answerError(error: unknown, path: string): Response {
  if (error instanceof DomainError) return failed(STATUS[error.kind], error.message);
  const closed = closedError(error, { path });
  return failed(closed.code === "SERVICE_UNAVAILABLE" ? 503 : 500, closed.message);
}

/** `{ error: sentence }` with a status. */
export function failed(status: number, sentence: string): Response {
  const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  return Response.json({ error: sentence }, { status, headers });
}
