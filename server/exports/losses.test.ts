import fc from "fast-check";
import { expect, test } from "vitest";

import { anyDossier } from "~/server/formats/fixtures/dossiers";
import { csv } from "~/server/formats/csv";
import { FILE_CONTENTS } from "~/server/formats/format";
import { galleyJson } from "~/server/formats/galley-json";
import { addLosses, lossesOf } from "./losses";

test("what a format does not hold is counted in each dossier", () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      const losses = lossesOf(csv, dossier);
      expect(losses.filter(({ how }) => how === "as a note")).toEqual([
        { what: "Evidence items", how: "as a note", count: dossier.evidence.length },
      ]);
      expect(losses).toContainEqual({
        what: "Headline, standfirst, captions, credits",
        how: "lost",
        count: dossier.blocks.filter(({ kind }) => kind !== "body").length,
      });
      const files = dossier.evidence.filter(({ file }) => file !== null).length;
      expect(lossesOf(galleyJson, dossier)).toEqual([
        { what: FILE_CONTENTS.what, how: "left out", count: files },
      ]);
    }),
  );
});

test("what a format leaves out for its own reasons comes first, and sums add up", () => {
  const long = { what: "Long tags", count: ({ tags }: { tags: readonly unknown[] }) => tags.length };
  const format = { ...galleyJson, omissions: [long], keeps: { ...galleyJson.keeps, notes: "lost" as const } };
  fc.assert(
    fc.property(anyDossier, anyDossier, (a, b) => {
      const notes = [...a.tags, ...b.tags].filter(({ note }) => note !== null).length;
      const sum = [a, b].map((dossier) => lossesOf(format, dossier)).reduce(addLosses, []);
      expect(sum).toEqual([
        { what: "Long tags", how: "left out", count: a.tags.length + b.tags.length },
        { what: "Notes on tags", how: "lost", count: notes },
      ]);
    }),
  );
});
