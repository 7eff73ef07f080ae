import fc from "fast-check";
import { expect, test } from "vitest";

import type { Dossier } from "~/core/shapes/dossier";
import { filesOf, lawfulDossier } from "./fixtures/dossiers";
import { asFarAs } from "./fixtures/keeps";
import { readAll, wholly } from "./fixtures/reading";
import { webannoTsv } from "./webanno-tsv";
import { webannoTsvReader } from "./webanno-tsv-read";

const dossiers = fc.uniqueArray(lawfulDossier, { maxLength: 2, selector: ({ article }) => article.id });

/** The dossier with its tags as tokens can hold them: without white space at their edges. */
function inTokens(dossier: Dossier): Dossier {
  const tags = dossier.tags.flatMap((tag) => {
    if (tag.exact.trim() === "") return [];
    const start = tag.start + tag.exact.search(/\S/);
    const exact = tag.exact.trim();
    return [{ ...tag, start, end: start + exact.length, exact }];
  });
  return { ...dossier, tags };
}

const NO_RETURN = (words: string) => words.replaceAll("\r", " ");

test("reads back to the dossiers, as far as it holds them", async () => {
  await fc.assert(
    fc.asyncProperty(dossiers, async (written) => {
      const read = wholly(readAll(webannoTsvReader, await filesOf(webannoTsv, written)));
      const held = (list: Dossier[]) => list.map((dossier) => asFarAs(webannoTsv, dossier, NO_RETURN));
      expect(read.map(({ text }) => text)).toEqual(written.map(({ text }) => text));
      expect(held(read)).toEqual(held(written.map(inTokens)));
      for (const dossier of written) {
        expect(webannoTsv.omissions[0]!.count(dossier)).toBe(
          dossier.tags.length - inTokens(dossier).tags.length,
        );
      }
    }),
  );
});

const [base] = fc.sample(
  lawfulDossier.filter(({ tags }) => tags.length > 0),
  { seed: 5, numRuns: 1 },
);
const TEXT = "Ana_Ruiz said [so].\n\n“Yes 🙂,” she said.\n";
const tagAt = (
  type: string,
  words: string,
  attributes: Dossier["tags"][number]["attributes"],
  note: string | null,
) => {
  const start = TEXT.indexOf(words);
  return { ...base!.tags[0]!, type, start, end: start + words.length, exact: words, attributes, note };
};

test("is written as the format’s description says", async () => {
  const tags = [
    tagAt("quote", "“Yes 🙂,”", { form: "direct", speaker: "Ana|Ruiz*" }, null),
    tagAt("uncertainty", "🙂", { kind: "hedge" }, "a_b\tc"),
    tagAt("claim", "Ana", { legal: true }, null),
  ];
  const article = {
    ...base!.article,
    id: "018f0000-0000-7000-8000-00000000abcd",
    title: "Wall",
    language: "en",
  };
  const files = await filesOf(webannoTsv, [{ ...base!, article, text: TEXT, tags }]);
  const none = (columns: number) => Array.from({ length: columns }, () => "_").join("\t");
  const claim = (id: string) => ["*", "*", "*", "*", "true", "*"].map((value) => value + id).join("\t");
  const quote = ["direct[1]", "Ana\\|Ruiz\\*[1]", "*[1]", "*[1]", "*[1]"].join("\t");
  expect(files).toEqual({
    "Wall-018f0000-0000-7000-8000-00000000abcd.tsv": [
      "#FORMAT=WebAnno TSV 3.3",
      "#T_SP=webanno.custom.Quote|form|speaker|sourceKind|cue|tag_note",
      "#T_SP=webanno.custom.Claim|kind|voice|speaker|priority|legal|tag_note",
      "#T_SP=webanno.custom.Uncertainty|kind|level|holder|tag_note",
      "",
      "",
      "#Text=Ana_Ruiz said [so].\\n",
      `1-1\t0-3\tAna\t${none(5)}\t${claim("[3]")}\t${none(4)}\t`,
      `1-2\t3-8\t_Ruiz\t${none(15)}\t`,
      `1-3\t9-13\tsaid\t${none(15)}\t`,
      `1-4\t14-15\t[\t${none(15)}\t`,
      `1-5\t15-17\tso\t${none(15)}\t`,
      `1-6\t17-18\t]\t${none(15)}\t`,
      `1-7\t18-19\t.\t${none(15)}\t`,
      "",
      "#Text=“Yes 🙂,” she said.\\n",
      `2-1\t21-22\t“\t${quote}\t${none(10)}\t`,
      `2-2\t22-25\tYes\t${quote}\t${none(10)}\t`,
      `2-3\t26-28\t🙂\t${quote}\t${none(6)}\thedge[2]\t*[2]\t*[2]\ta\\_b\\tc[2]\t`,
      `2-4\t28-29\t,\t${quote}\t${none(10)}\t`,
      `2-5\t29-30\t”\t${quote}\t${none(10)}\t`,
      `2-6\t31-34\tshe\t${none(15)}\t`,
      `2-7\t35-39\tsaid\t${none(15)}\t`,
      `2-8\t39-40\t.\t${none(15)}\t`,
      "",
    ].join("\n"),
  });
});

test("of another tool: sub-tokens, stacks, a layer without features, relations that are told", () => {
  const file = [
    "#FORMAT=WebAnno TSV 3.2",
    "#T_SP=webanno.custom.Claim|kind|note",
    "#T_SP=webanno.custom.Quote|",
    "#T_RL=webanno.custom.Backs|kind|BT_webanno.custom.Claim",
    "",
    "",
    "#Sentence.id=s1",
    "#Text=Crime fell.",
    "1-1\t0-5\tCrime\tevent[1]|quantity[2]\t*[1]|see p\\_4[2]\t_\t_\t_\t",
    "1-2\t6-10\tfell\tquantity[2]\tsee p\\_4[2]\t*\t_\t_\t",
    "1-2.1\t6-8\tfe\t_\t_\t*\t_\t_\t",
    "1-3\t10-11\t.\t_\t_\t_\t_\t_\t",
    "",
    "#Text=Since May.",
    "2-1\t13-18\tSince\t_\t_\t_\t_\t_\t",
    "2-x\tnonsense",
    "2-2\t19-22\tJune\tevent\t*\t_\t_\t_\t",
    "",
  ].join("\n");
  const [article] = readAll(webannoTsvReader, { "a.tsv": file });
  if (!article?.ok) throw new Error("It is readable.");
  expect(article.dossier.text).toBe("Crime fell.\n Since May.");
  expect(article.dossier.tags).toMatchObject([
    { type: "claim", exact: "Crime", attributes: { kind: "event" } },
    { type: "claim", exact: "Crime fell", attributes: { kind: "quantity", note: "see p_4" } },
    { type: "quote", exact: "fell" },
    { type: "quote", exact: "fe" },
  ]);
  expect(article.notes).toEqual([
    "Relations and chains are not read: webanno.custom.Backs.",
    "Line 16 was left out: it is no token.",
    "Line 17 was left out: its word “June” is not what the text has there.",
  ]);
});
