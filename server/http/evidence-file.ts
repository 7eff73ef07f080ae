import { z } from "zod";

import { DomainError } from "~/core/errors";
import { CommandId, EvidenceId } from "~/core/shapes/ids";
import { Slug } from "~/core/shapes/newsroom";
import { line } from "~/core/shapes/words";
import { can, mustBeAllowed } from "~/core/policy";
import { contentsOf, evidenceItem } from "~/db/queries/evidence-files";
import { newsroomsOf } from "~/db/queries/standing";
import { type Context, contextOf } from "~/server/context";
import { attachFile } from "~/server/evidence-files/attach-file";
import { mostFileBytes, takeFile } from "~/server/evidence-files/take-file";
import { attachmentNamed } from "~/server/exports/file-name";
import { streamed } from "~/server/exports/stream";
import { log } from "~/server/log";
import { noSuchNewsroom } from "~/server/trpc";
import { answerError, failed } from "./answer-error";
import { guard, refuse } from "./guard";

/**
 * The file of an evidence item, at /api/evidence?newsroom=slug&evidence=id. POST, with `&command=id`, the bytes as
 * the body and the name percent-encoded in `x-file-name`, attaches it; the answer is `{ file }`, or `{ error }` with
 * a sentence. GET gives it as an attachment, never as a page.
 */

const Place = z.object({ newsroom: Slug, evidence: EvidenceId });
const Sent = Place.extend({ command: CommandId, name: line(255, 1).regex(/\S/) });

/** The route's handler for a file that comes in. */
export async function attach(request: Request): Promise<Response> {
  try {
    const turnedAway = guard(request, { mediaTypes: ["application/octet-stream"] });
    return turnedAway ? refuse(turnedAway) : await attachRequest(request, await contextOf(request.headers));
  } catch (error) {
    return answerError(error, "evidence file");
  }
}

/** The route's handler for a file that goes out. */
export async function download(request: Request): Promise<Response> {
  try {
    const turnedAway = guard(request, { mediaTypes: [] });
    return turnedAway ? refuse(turnedAway) : await answerFile(request.url, await contextOf(request.headers));
  } catch (error) {
    return answerError(error, "evidence file");
  }
}

/** Attaches what the request carries. @throws DomainError as `attachFile` */
export async function attachRequest(request: Request, { db, viewer, now }: Context): Promise<Response> {
  if (!viewer) return failed(401, "You are signed out. Sign in again; no file was added.");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const sent = Sent.safeParse({ ...query, name: nameIn(request.headers) });
  if (!sent.success || !request.body) return unreadable();
  const { newsroom: slug, evidence, command: commandId, name } = sent.data;
  const newsroom = (await newsroomsOf(db, viewer.person)).find((known) => known.slug === slug);
  if (!newsroom) throw noSuchNewsroom();
  mustBeAllowed({ id: viewer.person, roles: newsroom.roles }, "add evidence");
  if (!(await evidenceItem(db, newsroom.id, evidence))) throw noSuchEvidence();
  const most = mostFileBytes();
  if (Number(request.headers.get("content-length") ?? 0) > most) return tooLarge(most);
  const limits = { most, now: now() };
  let taken: Awaited<ReturnType<typeof takeFile>>;
  try {
    taken = await takeFile(db, newsroom.id, chunksOf(request.body), limits);
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    return failed(400, "The upload broke off. No file was added; send it again.");
  }
  if (taken === "too large") return tooLarge(most);
  if (taken === "empty") return failed(400, "The file is empty. Nothing was added; choose another.");
  const performer = { db, person: viewer.person, now };
  await attachFile(performer, { newsroomId: newsroom.id, commandId, evidence, name }, taken);
  const { sha256, bytes, mediaType } = taken;
  log.info({ person: viewer.person, newsroom: newsroom.id, evidence, bytes }, "evidence file added");
  return Response.json({ file: { sha256, bytes, mediaType } }, { headers: { "cache-control": "no-store" } });
}

/**
 * Answers with the file that the address names. To whoever may not see the newsroom's evidence it does not exist.
 * @throws DomainError not-found
 */
export async function answerFile(url: string, { db, viewer }: Context): Promise<Response> {
  if (!viewer) return failed(401, "You are signed out. Sign in again, then open the file.");
  const place = Place.safeParse(Object.fromEntries(new URL(url).searchParams));
  const slug = place.data?.newsroom;
  const newsroom = (await newsroomsOf(db, viewer.person)).find((known) => known.slug === slug);
  if (!place.success || !newsroom) throw noSuchFile();
  if (!can({ id: viewer.person, roles: newsroom.roles }, "view evidence").allowed) throw noSuchFile();
  const { evidence } = place.data;
  const file = (await evidenceItem(db, newsroom.id, evidence))?.file;
  if (!file || file.removal) throw noSuchFile();
  log.info({ person: viewer.person, newsroom: newsroom.id, evidence }, "evidence file opened");
  const contents = contentsOf(db, newsroom.id, file.sha256);
  return new Response(streamed(contents, { path: "evidence file", evidence }), {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.bytes),
      "content-disposition": attachmentNamed(file.name.words ?? `evidence ${file.sha256.slice(0, 12)}`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
    },
  });
}

/** The browser went away before the body was whole. */
class BrokenOff extends Error {}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new BrokenOff("The body broke off.", { cause });
    });
    if (done) return;
    yield value;
  }
}

/** The file's name without a path and without signs that turn the direction of what is read. */
function nameIn(headers: Headers): string | null {
  const encoded = headers.get("x-file-name");
  try {
    const name = encoded === null ? null : decodeURIComponent(encoded);
    return name && name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "").replace(/^.*[/\\]/, "");
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function tooLarge(most: number): Response {
  const megabytes = Math.round(most / 1_000_000);
  return failed(
    413,
    `The file has more than ${megabytes} MB. Nothing was added; send a smaller one, or say in the item where it is kept.`,
  );
}

function unreadable(): Response {
  return failed(400, "This upload could not be read. No file was added; reload the page and try again.");
}

function noSuchEvidence(): DomainError {
  return new DomainError("not-found", "There is no such evidence in this newsroom.");
}

function noSuchFile(): DomainError {
  return new DomainError("not-found", "There is no such file, or you may not see it.");
}
