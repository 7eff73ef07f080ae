import { z } from "zod";

import { DomainError } from "~/core/errors";
import { Slug } from "~/core/shapes/newsroom";
import { mustBeAllowed } from "~/core/policy";
import { newsroomsOf } from "~/db/queries/standing";
import { type Context, contextOf } from "~/server/context";
import { addArticle, Conversion, type Ingested, NewArticle } from "~/server/ingest/add-article";
import { readTextFile } from "~/server/ingest/read-text-file";
import { log } from "~/server/log";
import { answerError, failed } from "./answer-error";
import { readBody } from "./body";
import { readForm } from "./form";
import { guard, refuse } from "./guard";

/**
 * A file comes in and becomes an article: POST /api/upload?newsroom=slug&convert=utf-16le,replace, one file a
 * request. The form holds `file` and, beside it, what is said of the article (`NewArticle`). The answer is an
 * `Ingested`, or `{ error }` with a sentence.
 */

/** The most that a request may carry, in bytes. */
const UPLOAD_BYTES = 15_000_000;

const Address = z.object({
  newsroom: Slug,
  convert: z
    .string()
    .transform((list) => list.split(",").filter((name) => name !== ""))
    .pipe(z.array(Conversion).max(2)),
});

/** What the form says of the article, all of it text. */
const Said = NewArticle.extend({
  again: z
    .literal("true")
    .transform(() => true)
    .optional(),
});

/** The route's handler. */
export async function upload(request: Request): Promise<Response> {
  try {
    return await answer(request);
  } catch (error) {
    return answerError(error, "upload");
  }
}

async function answer(request: Request): Promise<Response> {
  const turnedAway = guard(request, { mediaTypes: ["multipart/form-data"] });
  if (turnedAway) return refuse(turnedAway);
  const context = await contextOf(request.headers);
  if (!context.viewer) return failed(401, "You are signed out. Sign in again; nothing was added.");
  const query = new URL(request.url).searchParams;
  const address = Address.safeParse({ newsroom: query.get("newsroom"), convert: query.get("convert") ?? "" });
  if (!address.success) return unreadable();
  const body = await readBody(request, UPLOAD_BYTES);
  if (!(body instanceof Uint8Array)) return refuse(body);
  const form = await readForm(body, request.headers.get("content-type") ?? "");
  if (!form) return unreadable();
  const { file, ...said } = Object.fromEntries(form);
  const about = Said.safeParse(said);
  if (!(file instanceof File) || form.getAll("file").length > 1 || !about.success) return unreadable();
  const done = await ingest(context, address.data, file, about.data);
  log.info({ person: context.viewer.person, newsroom: address.data.newsroom, status: done.status }, "upload");
  return Response.json(done, { headers: { "cache-control": "no-store" } });
}

async function ingest(
  { db, viewer, now }: Context,
  { newsroom: slug, convert }: z.infer<typeof Address>,
  file: File,
  about: NewArticle,
): Promise<Ingested> {
  if (!viewer) throw new DomainError("forbidden", "You are signed out.");
  const newsroom = (await newsroomsOf(db, viewer.person)).find((known) => known.slug === slug);
  if (!newsroom)
    throw new DomainError("not-found", "There is no such newsroom, or you are not a member of it.");
  mustBeAllowed({ id: viewer.person, roles: newsroom.roles }, "create article");
  const read = readTextFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, convert);
  if (!read.ok) return { status: "refused", problems: read.problems, offer: read.offer };
  const performer = { db, person: viewer.person, now };
  const replace = convert.includes("replace");
  return addArticle(performer, newsroom.id, { raw: read.raw, replace, about });
}

function unreadable(): Response {
  return failed(400, "This upload could not be read. Nothing was added; reload the page and try again.");
}
