import { ownOrigin } from "~/server/auth/settings";

/**
 * What stands before every route that a cookie authenticates. A browser sends the cookie along with what a
 * foreign page makes it send; the guard lets only our own pages change anything.
 */

/** Why a request is turned away before anybody looks at what it asks. */
export interface Refusal {
  readonly status: 400 | 403 | 413 | 415;
  readonly sentence: string;
}

/** The header that our own pages add; a foreign page cannot without asking first, and nobody answers it. */
export const OWN_HEADER = "x-galley";

/** What a route that changes something takes. */
export interface Gate {
  /** The media types of its body, in lower case, without parameters. */
  readonly mediaTypes: readonly string[];
}

/**
 * Judges a request by its headers alone. GET and HEAD pass unless another site made them: they change nothing.
 * @returns why it is turned away, or null
 */
export function guard(request: Request, { mediaTypes }: Gate): Refusal | null {
  const { headers, method } = request;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const isForeign =
    (origin !== null && origin !== ownOrigin()) || site === "cross-site" || site === "same-site";
  const changes = method !== "GET" && method !== "HEAD";
  if (isForeign || (changes && origin === null && site !== "same-origin")) return notFromHere;
  if (!changes) return null;
  if (headers.get(OWN_HEADER) !== "1") return notFromHere;
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  return mediaTypes.includes(type) ? null : wrongType(mediaTypes);
}

const notFromHere: Refusal = {
  status: 403,
  sentence:
    "This request did not come from Galley’s own pages. Nothing was changed. Reload the page and try again.",
};

function wrongType(mediaTypes: readonly string[]): Refusal {
  return {
    status: 415,
    sentence: `This address takes ${mediaTypes.join(" or ")} only. Nothing was changed.`,
  };
}

/** The answer of a route that speaks plain JSON: `{ error: sentence }`. */
export function refuse({ status, sentence }: Refusal): Response {
  return Response.json({ error: sentence }, { status, headers: { "cache-control": "no-store" } });
}
