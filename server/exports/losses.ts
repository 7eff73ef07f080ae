import { type Dossier, DOSSIER_PARTS, type DossierPart } from "~/core/shapes/dossier";
import type { Format } from "~/server/formats/format";
import { partsOf } from "~/server/formats/describe";

/**
 * What a file will not hold of what was chosen, counted before it is written: the dossier's parts that the
 * format loses or tells in free text, and what the format leaves out for reasons of its own.
 */

/** Something that does not go into the file as it is. */
export interface Loss {
  readonly what: string;
  readonly how: "lost" | "as a note" | "left out";
  readonly count: number;
}

/** How many things of each part a dossier has. */
const COUNTS: Readonly<Record<DossierPart, (dossier: Dossier) => number>> = {
  text: () => 1,
  details: () => 1,
  blocks: ({ blocks }) => blocks.filter(({ kind }) => kind !== "body").length,
  passages: ({ tags }) => tags.length,
  types: ({ tags }) => tags.length,
  attributes: ({ tags }) => tags.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0),
  notes: ({ tags }) => tags.filter(({ note }) => note !== null).length,
  authors: ({ tags }) => tags.length,
  verdicts: ({ tags }) => tags.filter(({ verdict }) => verdict !== null).length,
  approvals: ({ tags }) => tags.filter(({ approval }) => approval !== null).length,
  evidence: ({ evidence }) => evidence.length,
  links: ({ tags }) => tags.reduce((sum, { links }) => sum + links.length, 0),
  threads: ({ threads }) => threads.length,
  former: ({ tags, article }) =>
    tags.filter(({ imported }) => imported !== null).length + (article.imported ? 1 : 0),
  scheme: () => 1,
};

/** What the format does not hold of one dossier. Always the same entries in the same order, also where nothing is lost. */
export function lossesOf(format: Format, dossier: Dossier): Loss[] {
  const parts = partsOf().flatMap((part): Loss[] => {
    const how = format.keeps[part];
    return how === "held" ? [] : [{ what: DOSSIER_PARTS[part], how, count: COUNTS[part](dossier) }];
  });
  const own = format.omissions.map(({ what, count }): Loss => ({
    what,
    how: "left out",
    count: count(dossier),
  }));
  return [...own, ...parts];
}

/** The sums of two dossiers' losses in one format. */
export function addLosses(some: readonly Loss[], others: readonly Loss[]): Loss[] {
  if (some.length === 0) return [...others];
  return some.map((loss, index) => ({ ...loss, count: loss.count + (others[index]?.count ?? 0) }));
}
