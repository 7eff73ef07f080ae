import { TAG_FACT_NAMES } from "./facts";
import { type ReadArticle, type Reader, shorten, unreadable } from "./read";
import { type FoundTag, settle } from "./settle";
import { NOTE } from "./webanno-tsv";

/**
 * Reads WebAnno TSV 3 back, also as INCEpTION writes it: with sub-tokens, sentence ids and layers of other tools.
 * Chains and relations between annotations are not read.
 */

/** A column: the feature of a layer; `null` for a layer without features. */
interface Column {
  readonly layer: string;
  readonly feature: string | null;
}

/** A line that could not be read, by its number from 1. */
type Complaint = (line: number, why: string) => void;

export const webannoTsvReader: Reader = {
  format: "webanno-tsv",
  recognizes: ({ name, text }) => /\.tsv$/i.test(name) && text.startsWith("#FORMAT=WebAnno TSV 3"),
  *read({ name, text: file }, context): Generator<ReadArticle> {
    const notes: string[] = [];
    const lines = file.split(/\r\n|\n|\r/);
    const columns = columnsIn(lines, (layer) => notes.push(`Relations and chains are not read: ${layer}.`));
    const found = readLines(lines, columns, (line, why) => notes.push(`Line ${line} was left out: ${why}`));
    if (found.text.trim() === "")
      yield unreadable(name, "The file holds no #Text= line, so there is no text in it.");
    else yield settle({ ...found, facts: {}, blocks: [], notes }, { unit: "UTF-16 code unit", ...context });
  },
};

/** The columns that spans have, each where it stands; others hold their place with null. */
function columnsIn(lines: readonly string[], tellOther: (layer: string) => void): (Column | null)[] {
  return lines
    .filter((line) => /^#T_[A-Z]+=/.test(line))
    .flatMap((line): (Column | null)[] => {
      const [layer = "", ...features] = line.slice(line.indexOf("=") + 1).split("|");
      const names = features.filter((feature) => feature !== "");
      if (line.startsWith("#T_SP="))
        return names.length > 0 ? names.map((feature) => ({ layer, feature })) : [{ layer, feature: null }];
      tellOther(layer);
      return names.length > 0 ? names.map(() => null) : [null];
    });
}

function readLines(
  lines: readonly string[],
  columns: readonly (Column | null)[],
  complain: Complaint,
): { text: string; tags: FoundTag[] } {
  let text = "";
  let sentence: string[] = [];
  const tags = new Map<string, FoundTag>();
  lines.forEach((line, index) => {
    if (line.startsWith("#Text=")) sentence.push(unescapeText(line.slice("#Text=".length)));
    if (line === "" || line.startsWith("#")) return;
    const [id = "", place = "", word = "", ...cells] = line.split("\t");
    const [, from, to] = /^(\d+)-(\d+)$/.exec(place) ?? [];
    if (from === undefined || to === undefined || !/^\d+-\d+(\.\d+)?$/.test(id)) {
      complain(index + 1, "it is no token.");
      return;
    }
    const token = { start: Number(from), end: Number(to) };
    if (sentence.length > 0) {
      // Between sentences stands the line feed that ends each, and then blanks as far as the next one's place.
      const ended = text === "" || text.length === token.start ? text : `${text}\n`;
      text = ended.padEnd(Math.min(token.start, ended.length + 100_000), " ") + sentence.join("\n");
      sentence = [];
    }
    if (cells.length < columns.length) {
      complain(index + 1, `it has ${cells.length} columns of ${columns.length}.`);
      return;
    }
    if (!text.slice(token.start, token.end).startsWith(word) && !id.includes(".")) {
      complain(index + 1, `its word “${shorten(word)}” is not what the text has there.`);
      return;
    }
    takeToken(token, `${index}`, { columns, cells, tags });
  });
  return { text, tags: [...tags.values()] };
}

/** A value of a column: an annotation's number, where it has one, and what the column says of it. */
interface Stacked {
  readonly value: string | null;
  readonly number: string | null;
}

interface Row {
  readonly columns: readonly (Column | null)[];
  readonly cells: readonly string[];
  readonly tags: Map<string, FoundTag>;
}

function takeToken(token: { start: number; end: number }, line: string, { columns, cells, tags }: Row): void {
  columns.forEach((column, place) => {
    const cell = cells[place] ?? "_";
    if (column === null || cell === "_" || cell === "") return;
    stackedIn(cell).forEach(({ value, number }, height) => {
      const key = number === null ? `${column.layer} line ${line} ${height}` : `${column.layer} ${number}`;
      const known = tags.get(key) ?? {
        ...EMPTY,
        ...token,
        type: column.layer.slice(column.layer.lastIndexOf(".") + 1),
      };
      tags.set(key, said({ ...known, end: Math.max(known.end, token.end) }, column.feature, value));
    });
  });
}

const EMPTY = { id: null, exact: null, attributes: {}, note: null, facts: {} } as const;

function said(tag: FoundTag, feature: string | null, value: string | null): FoundTag {
  if (feature === null || value === null) return tag;
  if (feature === NOTE) return { ...tag, note: value };
  if (TAG_FACT_NAMES.includes(feature)) return { ...tag, facts: { ...tag.facts, [feature]: value } };
  return { ...tag, attributes: { ...tag.attributes, [feature]: value } };
}

/** The values that stand in one cell, parted by bars that no backslash escapes. */
function stackedIn(cell: string): Stacked[] {
  return [...cell.matchAll(/(?:\\.|[^\\|])+/gsu)].map(([part]) => {
    const [, value = part, number = null] = /^(.*)\[(\d+)\]$/s.exec(part) ?? [];
    return { value: value === "*" ? null : unescapeValue(value), number };
  });
}

function unescapeValue(value: string): string {
  return value.replace(
    /\\(->|[\\[\]|_;*tn])/g,
    (_, escaped: string) => ({ t: "\t", n: "\n" })[escaped] ?? escaped,
  );
}

const CONTROLS: Readonly<Record<string, string>> = { t: "\t", n: "\n", f: "\f", r: "\r", b: "\b" };

function unescapeText(words: string): string {
  return words.replace(
    /\\([\u{1}-\u{7}\u{E}-\u{1F}tnfrb\\])/gu,
    (_, escaped: string) => CONTROLS[escaped] ?? escaped,
  );
}
