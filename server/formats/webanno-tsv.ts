import type { Dossier, DossierTag } from "~/core/shapes/dossier";
import type { Span } from "~/core/tag";
import { layerOf } from "./cas";
import { fileNameOf } from "./file-names";
import { type FilesFormat, HOLDS_TAGS } from "./format";
import { plainValue } from "./tell";
import { firstFrom, tokensOf } from "./tokens";
import { type TypeWords, vocabularyOf } from "./vocabulary";

/**
 * WebAnno TSV 3.3: a line for each token, a column for each feature of each layer. Tokens are cut where tags
 * begin and end, and every tag has an id of its own, so that tags may overlap and share their passage.
 * @see https://inception-project.github.io/releases/33.2/docs/user-guide.html#sect_webannotsv
 */

/** The feature for a tag's note. Attributes' names have no underscore. */
export const NOTE = "tag_note";

export const webannoTsv: FilesFormat = {
  id: "webanno-tsv",
  label: "WebAnno TSV 3.3",
  mediaType: "text/tab-separated-values; charset=utf-8",
  extension: "tsv",
  offsetUnit: "UTF-16 code unit",
  reader: "INCEpTION and WebAnno read it, and scripts that take a token a line.",
  keeps: {
    ...HOLDS_TAGS,
    details: "lost",
    blocks: "lost",
    authors: "lost",
    verdicts: "lost",
    approvals: "lost",
    evidence: "lost",
    links: "lost",
    former: "lost",
    scheme: "lost",
  },
  omissions: [
    {
      what: "Tags of nothing but white space",
      count: ({ tags }) => tags.filter(({ exact }) => exact.trim() === "").length,
    },
  ],
  caveats: [
    "The project needs a layer for each type first (webanno.custom.…), with a feature for each attribute and one named tag_note.",
    "White space at the very beginning of a text becomes blanks, and at a tag’s edges it is not part of the tag.",
  ],
  packed: "when several",
  async *files(dossiers, { schemes }) {
    const types = vocabularyOf(schemes);
    for await (const dossier of dossiers) {
      yield { name: `${fileNameOf(dossier)}.tsv`, content: document(dossier, types) };
    }
  },
};

function* document(dossier: Dossier, types: readonly TypeWords[]): Generator<string> {
  yield "#FORMAT=WebAnno TSV 3.3\n";
  for (const { name, attributes } of types) {
    yield `#T_SP=${[layerOf(name), ...attributes.map((attribute) => attribute.name), NOTE].join("|")}\n`;
  }
  yield "\n";
  const { text, tags } = dossier;
  const lines = tokensOf(text, dossier.article.language, tags);
  const tagsAt = openAt(lines.flat(), tags);
  for (const [index, tokens] of lines.entries()) {
    const start = tokens[0]?.start ?? 0;
    const next = lines[index + 1]?.[0]?.start;
    // A reader ends each sentence with a line feed of its own.
    const words = next === undefined ? text.slice(start) : text.slice(start, next).replace(/\n$/, "");
    yield `\n#Text=${escapeText(words)}\n`;
    for (const [place, token] of tokens.entries()) {
      const cells = types.flatMap((type) => columns(type, tagsAt.get(token.start) ?? []));
      const word = text.slice(token.start, token.end);
      yield (
        [`${index + 1}-${place + 1}`, `${token.start}-${token.end}`, word, ...cells, ""].join("\t") + "\n"
      );
    }
  }
}

interface NumberedTag {
  readonly number: number;
  readonly tag: DossierTag;
}

/** The tags that hold the token which begins there; of each its number in the file, from 1. */
function openAt(tokens: readonly Span[], tags: readonly DossierTag[]): Map<number, NumberedTag[]> {
  const open = new Map<number, NumberedTag[]>();
  let number = 0;
  for (const tag of tags) {
    number += 1;
    for (let at = firstFrom(tokens, tag.start); (tokens[at]?.start ?? Infinity) < tag.end; at += 1) {
      const start = tokens[at]?.start ?? 0;
      open.set(start, [...(open.get(start) ?? []), { number, tag }]);
    }
  }
  return open;
}

/** A layer's columns for a token: what each of its tags says, in the same order in each column. */
function columns(type: TypeWords, open: readonly NumberedTag[]): string[] {
  const own = open.filter(({ tag }) => tag.type === type.name);
  const column = (valueOf: (tag: DossierTag) => string | null) =>
    own.length === 0 ? "_" : own.map(({ tag, number }) => `${valueOf(tag) ?? "*"}[${number}]`).join("|");
  const attributes = type.attributes.map(({ name, kind }) =>
    column(({ attributes: { [name]: value } }) => {
      if (value === undefined) return null;
      return kind === "yes-no" ? String(value === true) : escapeValue(plainValue(value));
    }),
  );
  return [...attributes, column(({ note }) => (note === null ? null : escapeValue(plainValue(note))))];
}

/** A feature's value. One without any words is none; a carriage return would end the line. */
function escapeValue(value: string): string | null {
  if (value === "") return null;
  return value
    .replace(/\r/g, " ")
    .replace(/->|[\\[\]|_;*]/g, "\\$&")
    .replace(/\t/g, "\\t")
    .replace(/\n/g, "\\n");
}

const LETTERS: Readonly<Record<string, string>> = { "\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b" };

/** Words of the text: a control character is itself, after a backslash, where it has no letter. */
function escapeText(words: string): string {
  return words.replace(
    /[\u{1}-\u{7}\b\t\n\f\r\u{E}-\u{1F}\\]/gu,
    (character) => `\\${LETTERS[character] ?? character}`,
  );
}
