import type { PublicCorrection } from "~/core/correction";
import { database, type Queryable } from "~/db/client";
import { addressOfCorrections, type CorrectionsPage, pageOfCorrections } from "~/server/corrections";
import { XML_HEAD, xmlElement, xmlStart } from "~/server/formats/xml";
import { answerError } from "./answer-error";

/**
 * A newsroom's newest corrections as an Atom feed, for anybody.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */

/** What the feed says in words, which are the page's. */
export interface FeedWords {
  readonly titleOf: (newsroom: string) => string;
  readonly titleRemoved: string;
  readonly noteRemoved: string;
  readonly withdrawn: string;
}

type Handler = (request: Request, given: { params: Promise<{ newsroom: string }> }) => Promise<Response>;

/** The route's handler. It looks at no cookie, so that a cache may keep what it answers. */
export function correctionsFeed(words: FeedWords): Handler {
  return async (_, { params }) => {
    try {
      return await answerFeed(database(), (await params).newsroom, words);
    } catch (error) {
      return answerError(error, "corrections feed");
    }
  };
}

/** Answers with the feed. @throws DomainError as `pageOfCorrections` */
export async function answerFeed(db: Queryable, slug: string, words: FeedWords): Promise<Response> {
  const page = await pageOfCorrections(db, slug, null);
  const feed = feedOf(page, addressOfCorrections(slug), words);
  return new Response(feed, {
    headers: {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": "public, max-age=60",
    },
  });
}

/** The page as a feed. @param address where the page is, in full */
export function feedOf(
  { newsroom, corrections }: CorrectionsPage,
  address: string,
  words: FeedWords,
): string {
  const moments = corrections.map(({ at, removedAt }) => removedAt ?? at);
  return [
    `${XML_HEAD}${xmlStart("feed", { xmlns: "http://www.w3.org/2005/Atom" })}`,
    xmlElement("id", {}, address),
    xmlElement("title", {}, words.titleOf(newsroom)),
    `<author>${xmlElement("name", {}, newsroom)}</author>`,
    xmlElement("link", { rel: "alternate", type: "text/html", href: address }),
    xmlElement("link", { rel: "self", type: "application/atom+xml", href: `${address}/feed` }),
    // A feed without an entry was last changed before there was any.
    xmlElement("updated", {}, iso(Math.max(0, ...moments))),
    ...corrections.map((correction) => entryOf(correction, words)),
    "</feed>\n",
  ].join("\n");
}

function entryOf(correction: PublicCorrection, words: FeedWords): string {
  const { at, hash, title, language, note, removedAt, source, withdrawn } = correction;
  const said = note ?? words.noteRemoved;
  return [
    xmlStart("entry", { "xml:lang": language }),
    xmlElement("id", {}, nameOf(hash)),
    xmlElement("title", {}, title ?? words.titleRemoved),
    xmlElement("published", {}, iso(at)),
    xmlElement("updated", {}, iso(removedAt ?? at)),
    ...(source === null ? [] : [xmlElement("link", { rel: "alternate", href: source })]),
    xmlElement("content", { type: "text" }, withdrawn ? `${said}\n\n${words.withdrawn}` : said),
    "</entry>",
  ].join("\n");
}

/** The hash as an address that names what was hashed. @see https://www.rfc-editor.org/rfc/rfc6920 */
function nameOf(hash: string): string {
  return `ni:///sha-256;${Buffer.from(hash, "hex").toString("base64url")}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
