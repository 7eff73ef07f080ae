import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

import type { Dossier } from "~/core/shapes/dossier";
import { claimReview } from "./claim-review";
import { eachOf, joined, lawfulDossier, WRITING } from "./fixtures/dossiers";

const write = (dossiers: Dossier[]) => joined(claimReview.write(eachOf(dossiers), WRITING));

/** What the index asks for, and no property that schema.org does not know of these types. */
const File = z.strictObject({
  "@context": z.literal("https://schema.org"),
  "@graph": z.array(
    z.strictObject({
      "@type": z.literal("ClaimReview"),
      "@id": z.string().startsWith("urn:uuid:"),
      url: z.url({ protocol: /^https?$/ }),
      claimReviewed: z.string(),
      datePublished: z.iso.datetime(),
      author: z.strictObject({ "@type": z.literal("Organization"), name: z.string() }),
      reviewRating: z
        .strictObject({
          "@type": z.literal("Rating"),
          ratingValue: z.int().optional(),
          worstRating: z.int().optional(),
          bestRating: z.int().optional(),
          alternateName: z.string().min(1),
          ratingExplanation: z.string().optional(),
        })
        .refine(
          ({ ratingValue, worstRating, bestRating }) =>
            ratingValue === undefined || (worstRating! <= ratingValue && ratingValue <= bestRating!),
        ),
      itemReviewed: z.strictObject({
        "@type": z.literal("Claim"),
        author: z.strictObject({ "@type": z.literal("Person"), name: z.string().min(1) }).optional(),
        appearance: z.strictObject({
          "@type": z.literal("CreativeWork"),
          url: z.url(),
          headline: z.string(),
        }),
      }),
    }),
  ),
});

test("holds each claim that has a verdict that counts, counts all others, and can stand in a page", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lawfulDossier, { maxLength: 3 }), async (dossiers) => {
      const file = await write(dossiers);
      expect(file).not.toContain("<");
      const reviews = File.parse(JSON.parse(file))["@graph"];
      const tags = dossiers.flatMap((dossier) => dossier.tags);
      const counted = tags.filter(
        ({ type, verdict, state }) =>
          type === "claim" && verdict !== null && !/^(dismissed|withdrawn)$/.test(state),
      );
      expect(reviews.map((review) => review["@id"])).toEqual(counted.map(({ id }) => `urn:uuid:${id}`));
      const left = dossiers.flatMap((dossier) => claimReview.omissions.map(({ count }) => count(dossier)));
      expect(left.reduce((sum, count) => sum + count, 0)).toBe(tags.length - reviews.length);
    }),
  );
});

test("names who said it by the attribute that takes people, and gives no number to what could not be verified", async () => {
  const [base] = fc.sample(
    lawfulDossier.filter(({ tags }) => tags.length > 0),
    { seed: 3, numRuns: 1 },
  );
  const claim = {
    ...base!.tags[0]!,
    type: "claim",
    state: "checked" as const,
    exact: "crime  fell\nby 12 percent",
    attributes: { voice: "attributed", speaker: "Ana Ruiz" },
    verdict: {
      finding: "unverifiable" as const,
      by: "Cid",
      at: "2026-03-01T09:30:00.000Z",
      note: "no record",
    },
  };
  const article = { ...base!.article, sourceUrl: "https://example.org/story", title: "Wall" };
  const verdict = { ...claim.verdict, finding: "wrong" as const, note: null };
  const file = await write([{ ...base!, article, tags: [claim, { ...claim, verdict }] }]);
  const [open, wrong] = File.parse(JSON.parse(file))["@graph"];
  expect(open).toMatchObject({ url: "https://example.org/story", claimReviewed: "crime fell by 12 percent" });
  expect(open!.itemReviewed).toMatchObject({
    author: { name: "Ana Ruiz" },
    appearance: { headline: "Wall" },
  });
  expect(open!.reviewRating).toEqual({
    "@type": "Rating",
    alternateName: "Could not be verified",
    ratingExplanation: "no record",
  });
  expect(wrong!.reviewRating).toMatchObject({
    ratingValue: 1,
    worstRating: 1,
    bestRating: 4,
    alternateName: "Wrong",
  });
});
