import { initTRPC, TRPCError, type TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import superjson from "superjson";
import { z } from "zod";

import { DomainError, type RefusalKind } from "~/core/errors";
import type { NewsroomId } from "~/core/ids";
import { ArticleId } from "~/core/shapes/ids";
import { Slug } from "~/core/shapes/newsroom";
import { awayCode } from "~/db/errors";
import { seenArticle } from "~/db/queries/slices";
import { newsroomsOf, rolesIn } from "~/db/queries/standing";
import type { Context } from "./context";
import { noSuchArticle } from "./execute";
import { log, ReportedBug, reportBug } from "./log";

/**
 * The procedures' common ground: who may call at all, and how a no or a bug reaches the wire. Refusals keep
 * their sentence; of a bug only a code gets out, under which the log has the rest.
 */

const CODE: Record<RefusalKind, TRPC_ERROR_CODE_KEY> = {
  "not-found": "NOT_FOUND",
  forbidden: "FORBIDDEN",
  conflict: "CONFLICT",
  "illegal-state": "PRECONDITION_FAILED",
  "bad-input": "BAD_REQUEST",
};

/** How many calls one request may hold; the browser's client keeps to it. */
export const MOST_IN_A_BATCH = 20;

/** What the browser learns of an error. `present` is, for a conflict, the value that stands now. */
export interface ErrorData {
  kind: RefusalKind | "signed-out" | "too-many" | "away" | "bug";
  present?: unknown;
  /** To quote when asking for help; only of a bug. */
  code?: string;
}

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter({ error, path }) {
    const httpStatus = getHTTPStatusCodeFromError(error);
    const closed = (message: string, data: ErrorData) => ({
      code: -32000,
      message,
      data: { ...data, path, httpStatus },
    });
    const { cause } = error;
    if (cause instanceof DomainError) {
      return closed(cause.message, { kind: cause.kind, present: cause.present });
    }
    if (cause instanceof z.ZodError) return closed(inputSentence(cause), { kind: "bad-input" });
    switch (error.code) {
      case "UNAUTHORIZED":
        return closed("You are signed out. Sign in again; nothing you did is lost.", { kind: "signed-out" });
      case "TOO_MANY_REQUESTS":
        return closed(error.message, { kind: "too-many" });
      case "SERVICE_UNAVAILABLE":
        return closed(AWAY, { kind: "away" });
      case "NOT_FOUND":
        return closed("There is nothing at this address.", { kind: "not-found" });
      case "BAD_REQUEST":
      case "PARSE_ERROR":
      case "METHOD_NOT_SUPPORTED":
      case "UNSUPPORTED_MEDIA_TYPE":
      case "PAYLOAD_TOO_LARGE":
        return closed("This request could not be read. Nothing was changed.", { kind: "bad-input" });
      default: {
        const bug = cause instanceof ReportedBug ? cause : new ReportedBug(reportBug(error, { path }));
        return closed(bug.message, { kind: "bug", code: bug.digest });
      }
    }
  },
});

const AWAY = "The database does not answer just now. What was saved is safe; try again in a moment.";

/**
 * What may leave of something that was thrown where no refusal is meant: that the database is away, or a
 * code. Of the thing itself nothing does, since whoever gets it may print it.
 */
export function closedError(thrown: unknown, where: Record<string, unknown> = {}): TRPCError {
  const away = awayCode(thrown);
  if (away === null) {
    const cause = thrown instanceof ReportedBug ? thrown : new ReportedBug(reportBug(thrown, where));
    return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: cause.message, cause });
  }
  log.error({ reason: away, ...where }, "the database is away");
  return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: AWAY });
}

/** Whatever was thrown, as it may leave: a refusal with its sentence, anything that is not meant as `closedError`. */
export function leaving(thrown: unknown, where: Record<string, unknown> = {}): TRPCError {
  if (thrown instanceof TRPCError && thrown.code !== "INTERNAL_SERVER_ERROR") return thrown;
  if (!(thrown instanceof DomainError)) return closedError(thrown, where);
  const { kind, message } = thrown;
  if (kind === "forbidden") log.info({ ...where, refused: message }, "refused");
  return new TRPCError({ code: CODE[kind], message, cause: thrown });
}

/** The first thing wrong with an input, by its place. */
function inputSentence(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.join(".") ?? "";
  return `${where ? `${where}: ` : ""}${issue?.message ?? "The input is not as expected."}`;
}

/** Turns refusals into the wire's codes, and closes everything else that is thrown. */
const refusals = t.middleware(async ({ next, path, ctx }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause, code } = result.error;
  const thrown = cause instanceof DomainError || code === "INTERNAL_SERVER_ERROR" ? cause : null;
  throw leaving(thrown ?? result.error, { path, person: ctx.viewer?.person });
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** For anybody, signed in or not. */
export const anyone = t.procedure.use(refusals);

/** For whoever is signed in. */
export const signedIn = anyone.use(({ ctx, next }) => {
  if (!ctx.viewer) throw new TRPCError({ code: "UNAUTHORIZED" });
  const performer = { db: ctx.db, person: ctx.viewer.person, now: ctx.now };
  return next({ ctx: { ...ctx, viewer: ctx.viewer, performer } });
});

/** The one answer for a newsroom that is not there and for one that the person does not belong to. */
export function noSuchNewsroom(): DomainError {
  return new DomainError("not-found", "There is no such newsroom, or you are not a member of it.");
}

/**
 * For members of the newsroom that the input names; to everybody else it does not exist. Every input of a chain
 * reads the whole of what came in, so the strict one comes last, with the procedure, and names `newsroom` again.
 */
export const inNewsroom = signedIn.input(z.object({ newsroom: Slug })).use(async ({ ctx, input, next }) => {
  const newsroom = (await newsroomsOf(ctx.db, ctx.viewer.person)).find(({ slug }) => slug === input.newsroom);
  if (!newsroom) throw noSuchNewsroom();
  const id: NewsroomId = newsroom.id;
  return next({
    ctx: { ...ctx, newsroom, newsroomId: id, actor: { id: ctx.viewer.person, roles: newsroom.roles } },
  });
});

/**
 * For whoever sees the article that the input names; to everybody else it does not exist. Gives the article
 * without its text and tags, and who acts in its newsroom. As with `inNewsroom`, the strict input comes last.
 */
export const onArticle = signedIn
  .input(z.object({ article: ArticleId }))
  .use(async ({ ctx, input, next }) => {
    const seen = await seenArticle(ctx.db, ctx.viewer.person, input.article);
    if (!seen) throw noSuchArticle();
    const roles = await rolesIn(ctx.db, ctx.viewer.person, seen.article.newsroom);
    return next({ ctx: { ...ctx, ...seen, actor: { id: ctx.viewer.person, roles } } });
  });
