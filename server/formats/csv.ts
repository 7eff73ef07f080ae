import { stringify } from "csv-stringify/sync";

import { type Dossier, type DossierTag, readTold, type Told } from "~/core/shapes/dossier";
import type { Scheme } from "~/core/scheme";
import { HOLDS_TAGS, type TextFormat, type WriteContext } from "./format";
import { inCodePoints } from "./offsets";
import { evidenceOf } from "./tell";

/**
 * CSV for spreadsheets: a row for each tag, fixed columns, and one for each attribute of the schemes. Cells
 * that a spreadsheet would run as a formula are guarded, reversibly.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */

/** What a spreadsheet knows UTF-8 by. */
export const BYTE_ORDER_MARK = "\u{FEFF}";
const LINE_START = /(?<=^|[\n\r\v\f\u{85}\u{2028}\u{2029}])/u.source;
/** What a spreadsheet takes for the beginning of a formula, in either width, and the guard itself. */
const LIVE = /['=+\-@\t\0＝＋－＠]/u.source;

const UNGUARDED = new RegExp(`${LINE_START}(?=${LIVE})|^(?=[\\r\\n])`, "gu");
const GUARDED = new RegExp(`${LINE_START}'(?=${LIVE})|^'(?=[\\r\\n])`, "gu");

/** Line ends of any kind: some readers split rows at them unless they are quoted. */
const NEEDS_QUOTES = /[\n\r\v\f\u{85}\u{2028}\u{2029}]/u;

/** The cell with a leading ' on every line that a spreadsheet might run. */
export function guardCell(cell: string): string {
  return cell.replace(UNGUARDED, "'");
}

/** The cell as it was before `guardCell`. */
export function unguardCell(cell: string): string {
  return cell.replace(GUARDED, "");
}

export const csv: TextFormat = {
  id: "csv",
  label: "CSV table",
  mediaType: "text/csv; charset=utf-8; header=present",
  extension: "csv",
  offsetUnit: "code point",
  reader: "Spreadsheets and statistics programs read it: a row for each tag.",
  keeps: { ...HOLDS_TAGS, text: "lost", blocks: "lost", scheme: "lost", evidence: "as a note" },
  omissions: [],
  caveats: [
    "A cell that a spreadsheet would run as a formula begins with ' on that line; a program that reads the file takes one ' off where = + - @, a tab or another ' follows.",
    "Excel shows only the first 32,767 characters of a cell; where decimals are written with a comma, open the file through Data, From Text.",
    "An article without tags has no row.",
  ],
  async *write(dossiers, context) {
    let mark = BYTE_ORDER_MARK;
    for await (const row of csvTable(dossiers, context)) {
      yield mark + csvLine(row);
      mark = "";
    }
  },
};

/** A cell's value. Offsets and numbers of revisions are numbers, all else is words. */
export type Cell = string | number;

/** The table as rows of plain values, the columns' names first: what a CSV or a workbook is written from. */
export async function* csvTable(
  dossiers: AsyncIterable<Dossier>,
  { schemes }: Pick<WriteContext, "schemes">,
): AsyncGenerator<Cell[]> {
  const columns = [...BEFORE, ...attributesOf(schemes).map(attributeColumn), ...AFTER];
  yield columns.map(([name]) => name);
  for await (const dossier of dossiers) {
    const evidence = evidenceOf(dossier);
    for (const tag of inCodePoints(dossier).tags) {
      yield columns.map(([, cell]) => asCell(cell({ dossier, tag, evidence })));
    }
  }
}

/** What a row is made of: offsets are in code points here. */
interface Row {
  readonly dossier: Dossier;
  readonly tag: DossierTag;
  readonly evidence: ReturnType<typeof evidenceOf>;
}

type Column = readonly [name: string, cell: (row: Row) => Told | number | boolean | null | undefined];

/** The attributes' names, each once, in the schemes' order. */
function attributesOf(schemes: readonly Scheme[]): string[] {
  return [
    ...new Set(
      schemes.flatMap(({ types }) => types.flatMap((type) => type.attributes.map(({ name }) => name))),
    ),
  ];
}

function attributeColumn(name: string): Column {
  return [`attribute_${name}`, ({ tag }) => tag.attributes[name]];
}

const BEFORE: readonly Column[] = [
  ["newsroom", ({ dossier }) => dossier.newsroom.name],
  ["article_id", ({ dossier }) => dossier.article.id],
  ["article_title", ({ dossier }) => dossier.article.title],
  ["article_state", ({ dossier }) => dossier.article.state],
  ["article_author", ({ dossier }) => dossier.article.author],
  ["article_created_at", ({ dossier }) => dossier.article.createdAt],
  ["desk", ({ dossier }) => dossier.article.desk],
  ["language", ({ dossier }) => dossier.article.language],
  ["direction", ({ dossier }) => dossier.article.direction],
  ["source_url", ({ dossier }) => dossier.article.sourceUrl],
  ["restricted", ({ dossier }) => dossier.article.restricted],
  ["revision", ({ dossier }) => dossier.article.revision.number],
  ["revision_digest", ({ dossier }) => dossier.article.revision.digest],
  ["tag_id", ({ tag }) => tag.id],
  ["type", ({ tag }) => tag.type],
  ["start", ({ tag }) => tag.start],
  ["end", ({ tag }) => tag.end],
  ["exact", ({ tag }) => tag.exact],
  ["prefix", ({ tag }) => tag.prefix],
  ["suffix", ({ tag }) => tag.suffix],
];

const AFTER: readonly Column[] = [
  ["note", ({ tag }) => tag.note],
  ["author", ({ tag }) => tag.author],
  ["created_at", ({ tag }) => tag.at],
  ["state", ({ tag }) => tag.state],
  ["verdict", ({ tag }) => tag.verdict?.finding],
  ["verdict_by", ({ tag }) => tag.verdict?.by],
  ["verdict_at", ({ tag }) => tag.verdict?.at],
  ["verdict_note", ({ tag }) => tag.verdict?.note],
  ["approved_by", ({ tag }) => tag.approval?.by],
  ["approved_at", ({ tag }) => tag.approval?.at],
  ["self_approved", ({ tag }) => tag.approval?.self],
  ["evidence", ({ tag, evidence }) => evidence(tag).join("\n")],
  ["links", ({ tag }) => tag.links.map(({ kind, target }) => `${kind} ${target}`).join("\n")],
  ["former_newsroom", ({ dossier }) => dossier.article.imported?.newsroom],
  ["former_desk", ({ dossier }) => dossier.article.imported?.desk],
  ["former_article_author", ({ dossier }) => dossier.article.imported?.author],
  ["former_article_created_at", ({ dossier }) => dossier.article.imported?.createdAt],
  ["former_article_state", ({ dossier }) => dossier.article.imported?.state],
  ["former_author", ({ tag }) => tag.imported?.author],
  ["former_created_at", ({ tag }) => tag.imported?.at],
  ["former_state", ({ tag }) => tag.imported?.state],
  ["former_verdict", ({ tag }) => tag.imported?.verdict?.finding],
  ["former_verdict_by", ({ tag }) => tag.imported?.verdict?.by],
  ["former_verdict_at", ({ tag }) => tag.imported?.verdict?.at],
  ["former_verdict_note", ({ tag }) => tag.imported?.verdict?.note],
  ["former_approved_by", ({ tag }) => tag.imported?.approval?.by],
  ["former_approved_at", ({ tag }) => tag.imported?.approval?.at],
  ["former_self_approved", ({ tag }) => tag.imported?.approval?.self],
];

/** A row as a line of CSV: numbers stay bare; all else is guarded text. */
export function csvLine(cells: readonly Cell[]): string {
  const written = cells.map((cell) => (typeof cell === "number" ? String(cell) : guardCell(cell)));
  return stringify([written], { record_delimiter: "\r\n", quoted_match: NEEDS_QUOTES });
}

function asCell(value: ReturnType<Column[1]>): Cell {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null || value === undefined ? "" : readTold(value);
}
