import type { CorrectionPlace, PublicCorrection } from "~/core/correction";
import { DomainError } from "~/core/errors";
import type { Queryable } from "~/db/client";
import { ownOrigin } from "~/server/auth/settings";
import { correctionsOf, publicNewsroom } from "~/db/queries/corrections";

/** How many corrections a page shows, and the feed. */
const ON_A_PAGE = 25;

/** Some of the corrections that a newsroom shows to the public. */
export interface CorrectionsPage {
  /** The newsroom's name. */
  readonly newsroom: string;
  /** The newest first. */
  readonly corrections: readonly PublicCorrection[];
  /** Where older ones go on; null when there are none. */
  readonly next: CorrectionPlace | null;
}

/**
 * A page of corrections from a place on, or the newest.
 * @throws DomainError not-found where the newsroom does not show them, just as where there is no such newsroom
 */
export async function pageOfCorrections(
  db: Queryable,
  slug: string,
  before: CorrectionPlace | null,
): Promise<CorrectionsPage> {
  const newsroom = await publicNewsroom(db, slug);
  if (!newsroom) throw new DomainError("not-found", "There is nothing at this address.");
  const found = await correctionsOf(db, newsroom.id, { before, limit: ON_A_PAGE + 1 });
  const corrections = found.slice(0, ON_A_PAGE);
  const last = corrections.at(-1);
  return {
    newsroom: newsroom.name,
    corrections,
    next: last && found.length > ON_A_PAGE ? { at: last.at, hash: last.hash } : null,
  };
}

/** Where the page of a newsroom's corrections is, in full. */
export function addressOfCorrections(slug: string): string {
  return new URL(`/corrections/${slug}`, ownOrigin()).href;
}
