import { initTRPC, TRPCError, type TRPC_ERROR_CODE_KEY } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";

import { DomainError, type RefusalKind } from "~/core/errors";
import { ArticleId, type NewsroomId } from "~/core/ids";
import { Slug } from "~/core/newsroom";
import { awayCode } from "~/db/away";
import { seenArticle } from "~/db/queries/slices";
import { newsroomsOf, rolesIn } from "~/db/queries/standing";
import type { Context } from "./context";
import { noSuchArticle } from "./execute";
import { log, reportBug } from "./log";

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
    const closed = (message: string, data: ErrorData) => ({ code: -32000, message, data: { ...data, path } });
    const { cause } = error;
    if (cause instanceof DomainError) {
      return closed(cause.message, { kind: cause.kind, present: cause.present });
    }
    if (cause instanceof z.ZodError) return closed(inputSentence(cause), { kind: "bad-input" });
    switch (error.code) {
      case "UNAUTHORIZED":
        return closed("You are signed out. Sign in again; nothing you did is lost.", { kind: "signed-out" });
      case "TOO_MANY_REQUESTS":
        return closed("That was too often. Wait a moment, then try again.", { kind: "too-many" });
      case "SERVICE_UNAVAILABLE":
        log.error({ path, reason: awayCode(cause) }, "the database is away");
        return closed(
          "The database does not answer just now. What was saved is safe; try again in a moment.",
          { kind: "away" },
        );
      case "NOT_FOUND":
        return closed("There is nothing at this address.", { kind: "not-found" });
      case "BAD_REQUEST":
      case "PARSE_ERROR":
      case "METHOD_NOT_SUPPORTED":
      case "UNSUPPORTED_MEDIA_TYPE":
      case "PAYLOAD_TOO_LARGE":
        return closed("This request could not be read. Nothing was changed.", { kind: "bad-input" });
      default: {
        const code = reportBug(error, { path });
        return closed(
          `Something went wrong here. Nothing was changed by it. Quote ${code} if you ask for help.`,
          {
            kind: "bug",
            code,
          },
        );
      }
    }
  },
});

/** The first thing wrong with an input, by its place. */
function inputSentence(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.join(".") ?? "";
  return `${where ? `${where}: ` : ""}${issue?.message ?? "The input is not as expected."}`;
}

/** Turns refusals into the wire's codes; whatever else is thrown stays a bug. */
const refusals = t.middleware(async ({ next, path, ctx }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof DomainError) {
    const { kind, message } = cause;
    if (kind === "forbidden") log.info({ path, person: ctx.viewer?.person, refused: message }, "refused");
    throw new TRPCError({ code: CODE[kind], message, cause });
  }
  if (awayCode(cause)) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", cause });
  return result;
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

/**
 * For members of the newsroom that the input names; to everybody else it does not exist. Every input of a chain
 * reads the whole of what came in, so the strict one comes last, with the procedure, and names `newsroom` again.
 */
export const inNewsroom = signedIn.input(z.object({ newsroom: Slug })).use(async ({ ctx, input, next }) => {
  const newsroom = (await newsroomsOf(ctx.db, ctx.viewer.person)).find(({ slug }) => slug === input.newsroom);
  if (!newsroom)
    throw new DomainError("not-found", "There is no such newsroom, or you are not a member of it.");
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
