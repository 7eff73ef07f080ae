import { type Cell, csv, csvTable } from "./csv";
import type { FilesFormat } from "./format";
import { XML_HEAD, xmlText } from "./xml";

/**
 * A workbook with the rows and columns of the CSV, every cell of words a text that no spreadsheet runs. Written
 * part by part, since a workbook is an archive of XML.
 * @see ECMA-376, part 1, 18.3 (worksheets) and 22.9.2.19 (escaped characters)
 */

/** The longest text that a cell can hold, in UTF-16 code units. */
const LONGEST = 32_767;

export const xlsx: FilesFormat = {
  id: "xlsx",
  label: "Excel workbook",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  extension: "xlsx",
  offsetUnit: "code point",
  reader: "Excel, LibreOffice, Numbers and Google Sheets open it: a row for each tag.",
  keeps: csv.keeps,
  omissions: [
    {
      what: `Passages or notes longer than the ${LONGEST.toLocaleString("en")} characters of a cell (their ends are cut off)`,
      count: ({ tags }) =>
        tags.filter(
          ({ exact, note }) => exact.length > LONGEST || (typeof note === "string" && note.length > LONGEST),
        ).length,
    },
  ],
  caveats: ["An article without tags has no row."],
  packed: "always",
  shows: csv.write,
  async *files(dossiers, context) {
    yield await Promise.resolve({ name: "[Content_Types].xml", content: [CONTENT_TYPES] });
    yield { name: "_rels/.rels", content: [relations("officeDocument", "xl/workbook.xml")] };
    yield { name: "xl/workbook.xml", content: [WORKBOOK] };
    yield { name: "xl/_rels/workbook.xml.rels", content: [relations("worksheet", "worksheets/sheet1.xml")] };
    yield { name: "xl/worksheets/sheet1.xml", content: sheet(csvTable(dossiers, context)) };
  },
};

const OOXML = "http://schemas.openxmlformats.org";
const MAIN = `${OOXML}/spreadsheetml/2006/main`;

const CONTENT_TYPES = `${XML_HEAD}<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>\n`;

const WORKBOOK = `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OOXML}/officeDocument/2006/relationships"><sheets><sheet name="Tags" sheetId="1" r:id="rId1"/></sheets></workbook>\n`;

function relations(kind: string, target: string): string {
  return `${XML_HEAD}<Relationships xmlns="${OOXML}/package/2006/relationships"><Relationship Id="rId1" Type="${OOXML}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>\n`;
}

async function* sheet(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  // The first row stays in sight.
  yield `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>\n`;
  for await (const row of rows) yield `<row>${row.map(cell).join("")}</row>\n`;
  yield "</sheetData></worksheet>\n";
}

function cell(value: Cell): string {
  if (typeof value === "number") return `<c><v>${value}</v></c>`;
  if (value === "") return "<c/>";
  const held = value.slice(0, LONGEST).toWellFormed();
  return `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(escaped(held))}</t></is></c>`;
}

/** What XML cannot hold as `_xHHHH_`; and what only looks like that, so that it is not read as one. */
function escaped(text: string): string {
  return text.replace(
    /_(?=x[0-9A-Fa-f]{4}[_\u{1}-\u{8}\u{B}-\u{1F}\u{FFFE}\u{FFFF}])|[\u{1}-\u{8}\u{B}-\u{1F}\u{FFFE}\u{FFFF}]/gu,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}
