import { type Dossier, type DossierTag, readTold } from "~/core/shapes/dossier";
import type { Finding } from "~/core/tag";
import { HOLDS_TAGS, type TextFormat } from "./format";
import { jsonLine } from "./offsets";

/**
 * ClaimReview, as fact-check indexes read it: a review for each claim that has a verdict. All names are of
 * schema.org.
 * @see https://schema.org/ClaimReview
 * @see https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */

/** The one type that this format is about, in every scheme. */
const CLAIM = "claim";

/** The written scale behind the numbers, worst to best; what could not be established has no number. */
const RATINGS: Readonly<Record<Finding, { readonly value: number | null; readonly name: string }>> = {
  wrong: { value: 1, name: "Wrong" },
  disputed: { value: 2, name: "Disputed" },
  "confirmed-with-change": { value: 3, name: "Confirmed with a change" },
  confirmed: { value: 4, name: "Confirmed" },
  unverifiable: { value: null, name: "Could not be verified" },
};
const [WORST, BEST] = [1, 4];

/** A tag that a review can be made of. Dismissed and withdrawn ones are nobody's claim any more. */
type Reviewed = DossierTag & { readonly verdict: NonNullable<DossierTag["verdict"]> };

function isReviewed(tag: DossierTag): tag is Reviewed {
  return tag.type === CLAIM && tag.verdict !== null && tag.state !== "dismissed" && tag.state !== "withdrawn";
}

export const claimReview: TextFormat = {
  id: "claim-review",
  label: "ClaimReview JSON-LD",
  mediaType: "application/ld+json",
  extension: "jsonld",
  offsetUnit: "none",
  reader:
    "Fact-check indexes such as Google’s Fact Check Explorer read it, from the page of a published check.",
  keeps: {
    ...HOLDS_TAGS,
    text: "lost",
    details: "as a note",
    blocks: "lost",
    passages: "as a note",
    types: "lost",
    attributes: "as a note",
    notes: "lost",
    authors: "lost",
    approvals: "lost",
    evidence: "lost",
    links: "lost",
    former: "lost",
    scheme: "lost",
  },
  omissions: [
    {
      what: "Tags of other types than claim",
      count: ({ tags }) => tags.filter(({ type }) => type !== CLAIM).length,
    },
    {
      what: "Claims without a verdict that counts",
      count: ({ tags }) => tags.filter((tag) => tag.type === CLAIM && !isReviewed(tag)).length,
    },
  ],
  caveats: [
    `Ratings run from ${WORST} (wrong) to ${BEST} (confirmed); what could not be verified has a name and no number.`,
    "Look at each address before you publish: a review’s url has to be the page of the check, on your own domain. It is the article’s source address where there is one.",
    "Indexes advise claims of at most 75 characters; longer ones are in the file whole.",
    "Who set a verdict is not named; the newsroom is the review’s author.",
  ],
  async *write(dossiers, { origin }) {
    yield '{"@context":"https://schema.org","@graph":[';
    let separator = "\n";
    for await (const dossier of dossiers) {
      for (const tag of dossier.tags.filter(isReviewed)) {
        // In a page, a quoted </script> would end the element that holds this.
        yield separator + jsonLine(review(tag, dossier, origin)).replaceAll("<", "\\u003c");
        separator = ",\n";
      }
    }
    yield "\n]}\n";
  },
};

function claimed({ exact }: DossierTag): string {
  return exact.replace(/\s+/g, " ").trim();
}

function review(tag: Reviewed, { article, newsroom, scheme }: Dossier, origin: string): object {
  const page = article.sourceUrl ?? `${origin}/articles/${article.id}`;
  const { value, name } = RATINGS[tag.verdict.finding];
  const said = speaker(tag, scheme);
  return {
    "@type": "ClaimReview",
    "@id": `urn:uuid:${tag.id}`,
    url: page,
    claimReviewed: claimed(tag),
    datePublished: tag.verdict.at,
    author: { "@type": "Organization", name: newsroom.name },
    reviewRating: {
      "@type": "Rating",
      ...(value !== null && { ratingValue: value, worstRating: WORST, bestRating: BEST }),
      alternateName: name,
      ...(tag.verdict.note !== null && { ratingExplanation: readTold(tag.verdict.note) }),
    },
    itemReviewed: {
      "@type": "Claim",
      ...(said !== null && { author: { "@type": "Person", name: said } }),
      appearance: { "@type": "CreativeWork", url: page, headline: readTold(article.title) },
    },
  };
}

/** Who made the claim: what the attribute says that takes people's names. */
function speaker({ type, attributes }: DossierTag, scheme: Dossier["scheme"]): string | null {
  const known = scheme.types.find(({ name }) => name === type)?.attributes ?? [];
  const people = known.find((attribute) => attribute.kind === "words" && attribute.suggests === "people");
  const said = people && attributes[people.name];
  return typeof said === "string" && said !== "" ? said : null;
}
