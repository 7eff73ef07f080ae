import { z } from "zod";

import { readTold } from "~/core/shapes/dossier";
import { dossierOf } from "~/core/dossier-of";
import { DomainError } from "~/core/errors";
import { ArticleId } from "~/core/shapes/ids";
import { Slug } from "~/core/shapes/newsroom";
import { SearchAsked } from "~/core/shapes/search";
import { TagState } from "~/core/shapes/tag";
import { articleNewsroom, schemesOf } from "~/db/queries/dossiers";
import { newsroomsOf } from "~/db/queries/standing";
import { ownOrigin } from "~/server/auth/settings";
import { type Context, contextOf } from "~/server/context";
import { type ExportFile, exportFile } from "~/server/exports/export-file";
import { attachment } from "~/server/exports/file-name";
import {
  articleToExport,
  dossiersOf,
  newsroomToExport,
  noSuchArticle,
  oneDossier,
  searchToExport,
  USUAL_STATES,
} from "~/server/exports/gather";
import { streamed } from "~/server/exports/stream";
import { formatNamed } from "~/server/formats";
import type { Format } from "~/server/formats/format";
import { log } from "~/server/log";
import { answerError, failed } from "./answer-error";
import { guard, refuse } from "./guard";

/**
 * Exports as downloads: `GET /api/export?article=…|newsroom=…[&found=…]&format=…[&states=…][&types=…]`, where `found`
 * is a search as JSON, of whose hits the articles are taken. It reads only, and writes as fast as the browser takes.
 */

const list = z
  .string()
  .max(1_000)
  .transform((value) => value.split(",").filter((item) => item !== ""));

const Found = z
  .string()
  .max(4_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      context.addIssue({ code: "custom", message: "This is no search." });
      return z.NEVER;
    }
  })
  .pipe(SearchAsked);

const Asked = z.strictObject({
  article: ArticleId.optional(),
  newsroom: Slug.optional(),
  found: Found.optional(),
  format: z.string().max(60),
  states: list.pipe(z.array(TagState).max(10)).default([...USUAL_STATES]),
  types: list.pipe(z.array(z.string().max(60)).max(50)).default([]),
});
type Asked = z.infer<typeof Asked>;

/** A file with its name, without ending. */
interface NamedFile extends ExportFile {
  readonly name: string;
}

/** The route's handler. */
export async function exports(request: Request): Promise<Response> {
  const turnedAway = guard(request, { mediaTypes: [] });
  if (turnedAway) return refuse(turnedAway);
  try {
    return await answerExport(request.url, await contextOf(request.headers));
  } catch (error) {
    return answerError(error, "export");
  }
}

/** Answers with the file that the address asks for. @throws DomainError as `articleToExport` and `newsroomToExport` */
export async function answerExport(url: string, context: Context): Promise<Response> {
  if (!context.viewer) return failed(401, "You are signed out. Sign in again, then export.");
  const asked = askedBy(new URL(url));
  const format = formatNamed(asked.format);
  if (!format) throw new DomainError("bad-input", "There is no such format.");
  const { name, pieces, mediaType, extension } = await fileOf(asked, format, context.viewer.person, context);
  const { article, newsroom } = asked;
  log.info({ person: context.viewer.person, article, newsroom, format: format.id }, "export");
  return new Response(streamed(pieces, { path: "export", article, newsroom, format: format.id }), {
    headers: {
      "content-type": mediaType,
      "content-disposition": attachment(name, extension),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}

function askedBy({ searchParams }: URL): Asked {
  const parsed = Asked.safeParse(Object.fromEntries(searchParams));
  const isOne = (asked: Asked) =>
    asked.article === undefined ? asked.newsroom !== undefined : !asked.newsroom && !asked.found;
  if (!parsed.success || !isOne(parsed.data)) {
    throw new DomainError("bad-input", "This address of an export is incomplete. Use the export dialog.");
  }
  return parsed.data;
}

async function fileOf(
  { article, newsroom: slug, found, ...selection }: Asked,
  format: Format,
  person: NonNullable<Context["viewer"]>["person"],
  { db, now }: Context,
): Promise<NamedFile> {
  const memberships = await newsroomsOf(db, person);
  const home = article === undefined ? null : await articleNewsroom(db, person, article);
  const newsroom = memberships.find((membership) =>
    article ? membership.id === home : membership.slug === slug,
  );
  if (!newsroom) throw article ? noSuchArticle() : noSuchNewsroom();
  const actor = { id: person, roles: newsroom.roles };
  const at = now();
  const context = {
    exportedAt: new Date(at).toISOString(),
    origin: ownOrigin(),
    schemes: await schemesOf(db, newsroom.id),
  };
  if (article === undefined) {
    const which = found
      ? (await searchToExport(db, actor, newsroom.id, found)).which
      : newsroomToExport(actor, newsroom.id);
    const dossiers = dossiersOf(db, which, selection);
    const name = `${newsroom.name} ${context.exportedAt.slice(0, 10)}`;
    return { name, ...exportFile(format, dossiers, context, "several") };
  }
  const material = await articleToExport(db, actor, article);
  const { title } = dossierOf(material.standing, material.around, () => false).article;
  const dossier = oneDossier(material, selection);
  return { name: readTold(title), ...exportFile(format, dossier, context, "one article") };
}

function noSuchNewsroom(): DomainError {
  return new DomainError("not-found", "There is no such newsroom, or you are not a member of it.");
}
