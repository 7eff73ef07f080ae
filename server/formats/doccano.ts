import type { Dossier } from "~/core/shapes/dossier";
import { articleFacts } from "./facts";
import { HOLDS_TAGS, type TextFormat } from "./format";

/**
 * doccano's JSON Lines for sequence labelling: a line for each article with its text and labels, in UTF-16 code
 * units as doccano counts them; what is said of the article becomes doccano's metadata. All in ASCII, since
 * doccano guesses a file's encoding.
 * @see https://doccano.github.io/doccano/tutorial/
 */

export const doccano: TextFormat = {
  id: "doccano",
  label: "doccano JSON Lines",
  mediaType: "application/jsonl",
  extension: "jsonl",
  offsetUnit: "UTF-16 code unit",
  reader: "doccano reads it into a sequence labelling project.",
  keeps: {
    ...HOLDS_TAGS,
    blocks: "lost",
    attributes: "lost",
    notes: "lost",
    authors: "lost",
    verdicts: "lost",
    approvals: "lost",
    evidence: "lost",
    links: "lost",
    former: "lost",
    scheme: "lost",
  },
  omissions: [],
  caveats: [
    "Allow overlapping spans in the project: without that, doccano drops all but the first of those that overlap, and says nothing.",
    "Leave “count grapheme clusters as one character” off. Python counts code points instead: after an emoji its offsets are smaller.",
    "The state of a tag is not in the file: suggested tags look like all others.",
  ],
  async *write(dossiers) {
    for await (const dossier of dossiers) yield `${asciiJson(line(dossier))}\n`;
  },
};

function line(dossier: Dossier): object {
  const { text, tags } = dossier;
  return { text, label: tags.map(({ start, end, type }) => [start, end, type]), ...articleFacts(dossier) };
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^\u{20}-\u{7E}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}
