import { z } from "zod";

import { DomainError } from "~/core/errors";
import { Slug } from "~/core/shapes/newsroom";
import { newsroomsOf } from "~/db/queries/standing";
import { AskedFilter, checkFilter } from "~/server/audit/entries";
import { AUDIT_FORMATS, type Telling } from "~/server/audit/export";
import { type Context, contextOf } from "~/server/context";
import { attachment } from "~/server/exports/file-name";
import { streamed } from "~/server/exports/stream";
import { log } from "~/server/log";
import { noSuchNewsroom } from "~/server/trpc";
import { answerError, failed } from "./answer-error";
import { guard, refuse } from "./guard";

/**
 * The audit as a download: `GET /api/audit?newsroom=…&format=csv|jsonl`, narrowed as its page is by `person`,
 * `article`, `kind`, `role`, and `since` and `until` in milliseconds since 1970. It reads only.
 */

const moment = z.coerce.number().pipe(z.number().int());

const Asked = z.strictObject({
  newsroom: Slug,
  format: z.enum(["csv", "jsonl"]),
  ...AskedFilter.shape,
  since: moment.nullable().default(null),
  until: moment.nullable().default(null),
});

/** The route's handler; how events are told in sentences is the screens'. */
export function auditExport(telling: Telling): (request: Request) => Promise<Response> {
  return async (request) => {
    const turnedAway = guard(request, { mediaTypes: [] });
    if (turnedAway) return refuse(turnedAway);
    try {
      return await answerAudit(request.url, await contextOf(request.headers), telling);
    } catch (error) {
      return answerError(error, "audit");
    }
  };
}

/**
 * Answers with the file that the address asks for.
 * @throws DomainError not-found for a newsroom or an article that the person does not see, forbidden for one that
 * they may not audit
 */
export async function answerAudit(
  url: string,
  { db, viewer, now }: Context,
  telling: Telling,
): Promise<Response> {
  if (!viewer) return failed(401, "You are signed out. Sign in again, then export.");
  const asked = Asked.safeParse(Object.fromEntries(new URL(url).searchParams));
  if (!asked.success) {
    throw new DomainError("bad-input", "This address of an export is incomplete. Use the page of the audit.");
  }
  const { newsroom: slug, format, ...narrowed } = asked.data;
  const filter = AskedFilter.parse(narrowed);
  const home = (await newsroomsOf(db, viewer.person)).find((membership) => membership.slug === slug);
  if (!home) throw noSuchNewsroom();
  const actor = { id: viewer.person, roles: home.roles };
  const of = { newsroom: home.id, filter };
  await checkFilter(db, actor, of);
  const { mediaType, write } = AUDIT_FORMATS[format];
  log.info({ person: viewer.person, newsroom: home.id, format, filter }, "audit export");
  const name = `${home.name} audit ${new Date(now()).toISOString().slice(0, 10)}`;
  return new Response(streamed(write(db, actor, { ...of, telling }), { path: "audit", newsroom: home.id }), {
    headers: {
      "content-type": mediaType,
      "content-disposition": attachment(name, format),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}
