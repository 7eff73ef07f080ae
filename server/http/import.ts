import { DomainError } from "~/core/errors";
import { Slug } from "~/core/shapes/newsroom";
import { newsroomsOf } from "~/db/queries/standing";
import { type Context, contextOf } from "~/server/context";
import { IMPORT_ENDINGS } from "~/server/formats/readers";
import { importFile } from "~/server/imports/import-file";
import { log } from "~/server/log";
import { answerError, failed } from "./answer-error";
import { readBody } from "./body";
import { readForm } from "./form";
import { guard, refuse } from "./guard";

/**
 * Dossiers come in: `POST /api/import?newsroom=slug`, a form with one `file` of a format that Galley reads. The answer is
 * `{ articles: ImportedArticle[] }`, or `{ error }` with a sentence.
 */

/** The most that a request may carry, in bytes. */
export const IMPORT_BYTES = 15_000_000;

/** The route's handler. */
export async function importing(request: Request): Promise<Response> {
  try {
    const turnedAway = guard(request, { mediaTypes: ["multipart/form-data"] });
    return turnedAway ? refuse(turnedAway) : await importRequest(request, await contextOf(request.headers));
  } catch (error) {
    return answerError(error, "import");
  }
}

/** Brings in what the request carries. @throws DomainError as `importFile` */
export async function importRequest(request: Request, { db, viewer, now }: Context): Promise<Response> {
  if (!viewer) return failed(401, "You are signed out. Sign in again; nothing was added.");
  const slug = Slug.safeParse(new URL(request.url).searchParams.get("newsroom"));
  const newsroom = (await newsroomsOf(db, viewer.person)).find((known) => known.slug === slug.data);
  if (!newsroom)
    throw new DomainError("not-found", "There is no such newsroom, or you are not a member of it.");
  const body = await readBody(request, IMPORT_BYTES);
  if (!(body instanceof Uint8Array)) return refuse(body);
  const form = await readForm(body, request.headers.get("content-type") ?? "");
  const [file, ...others] = form?.getAll("file") ?? [];
  if (!(file instanceof File) || others.length > 0) {
    return failed(400, "This import could not be read. Nothing was added; reload the page and try again.");
  }
  const name = file.name.toLowerCase();
  if (!IMPORT_ENDINGS.some((ending) => name.endsWith(ending))) {
    return failed(415, `Choose a file that ends in ${IMPORT_ENDINGS.join(", ")}. Nothing was added.`);
  }
  const importer = {
    performer: { db, person: viewer.person, now },
    actor: { id: viewer.person, roles: newsroom.roles },
    newsroom: newsroom.id,
  };
  const articles = await importFile(importer, {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  const added = articles.filter(({ status }) => status === "added").length;
  log.info({ person: viewer.person, newsroom: newsroom.id, articles: articles.length, added }, "import");
  return Response.json(
    { articles },
    { headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" } },
  );
}
