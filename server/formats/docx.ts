import { type Dossier, type DossierTag, readTold } from "~/core/shapes/dossier";
import { fileNameOf } from "./file-names";
import { type FilesFormat, HOLDS_TAGS, type PackedFile, type WriteContext } from "./format";
import { markdown } from "./markdown";
import { evidenceOf, tellAttributes, tellTag } from "./tell";
import { type TypeWords, vocabularyOf } from "./vocabulary";
import { countUnwritable, XML_HEAD, xmlElement, xmlStart, xmlText } from "./xml";
import { zipped } from "./zip";

/**
 * A Word document for each article: its text, a paragraph a line, with a real comment on each tagged passage, by
 * the tag's author. Nothing in it is fetched from elsewhere.
 * @see ECMA-376, part 1, 17.13.4 (comments)
 */

export const docx: FilesFormat = {
  id: "docx",
  label: "Word document with comments",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  extension: "docx",
  offsetUnit: "none",
  reader: "Word, LibreOffice, Pages and Google Docs open it, with each tag as a comment in the margin.",
  keeps: {
    ...HOLDS_TAGS,
    details: "as a note",
    blocks: "lost",
    types: "as a note",
    attributes: "as a note",
    notes: "as a note",
    authors: "as a note",
    verdicts: "as a note",
    approvals: "as a note",
    evidence: "as a note",
    links: "lost",
    former: "as a note",
    scheme: "lost",
  },
  omissions: [
    {
      what: "Characters of the text that XML cannot hold (they become \u{FFFD})",
      count: ({ text }) => countUnwritable(text),
    },
  ],
  caveats: [
    "The document is the article’s text and nothing else; its title stands in the document’s properties.",
  ],
  packed: "when several",
  shows: markdown.write,
  async *files(dossiers, context) {
    const types = vocabularyOf(context.schemes);
    for await (const dossier of dossiers) {
      yield {
        name: `${fileNameOf(dossier)}.docx`,
        content: zipped(parts(dossier, types, context), context.exportedAt),
      };
    }
  },
};

const OOXML = "http://schemas.openxmlformats.org";
const MAIN = `${OOXML}/wordprocessingml/2006/main`;
const RELATIONS = `${OOXML}/officeDocument/2006/relationships`;
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

async function* parts(
  dossier: Dossier,
  types: readonly TypeWords[],
  { exportedAt }: WriteContext,
): AsyncGenerator<PackedFile> {
  yield await Promise.resolve({ name: "[Content_Types].xml", content: [CONTENT_TYPES] });
  yield {
    name: "_rels/.rels",
    content: relations([
      [`${RELATIONS}/officeDocument`, "word/document.xml"],
      [`${OOXML}/package/2006/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
  };
  yield { name: "docProps/core.xml", content: properties(dossier, exportedAt) };
  yield {
    name: "word/_rels/document.xml.rels",
    content: relations([[`${RELATIONS}/comments`, "comments.xml"]]),
  };
  yield { name: "word/comments.xml", content: comments(dossier, types) };
  yield { name: "word/document.xml", content: document(dossier) };
}

const CONTENT_TYPES = [
  `${XML_HEAD}<Types xmlns="${OOXML}/package/2006/content-types">`,
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
  `<Default Extension="xml" ContentType="application/xml"/>`,
  `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>`,
  `<Override PartName="/word/comments.xml" ContentType="${WORD}.comments+xml"/>`,
  `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
  "</Types>\n",
].join("");

function* relations(targets: readonly (readonly [kind: string, target: string])[]): Generator<string> {
  yield `${XML_HEAD}${xmlStart("Relationships", { xmlns: `${OOXML}/package/2006/relationships` })}`;
  for (const [index, [Type, Target]] of targets.entries()) {
    yield xmlElement("Relationship", { Id: `rId${index + 1}`, Type, Target });
  }
  yield "</Relationships>\n";
}

function* properties({ article }: Dossier, exportedAt: string): Generator<string> {
  const namespaces = {
    "xmlns:cp": `${OOXML}/package/2006/metadata/core-properties`,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  };
  const time = { "xsi:type": "dcterms:W3CDTF" };
  yield `${XML_HEAD}${xmlStart("cp:coreProperties", namespaces)}`;
  yield xmlElement("dc:title", {}, readTold(article.title)) + xmlElement("dc:creator", {}, article.author);
  yield (
    xmlElement("dcterms:created", time, article.createdAt) + xmlElement("dcterms:modified", time, exportedAt)
  );
  yield `${xmlElement("dc:language", {}, article.language)}</cp:coreProperties>\n`;
}

function* comments(dossier: Dossier, types: readonly TypeWords[]): Generator<string> {
  const evidence = evidenceOf(dossier);
  yield `${XML_HEAD}${xmlStart("w:comments", { "xmlns:w": MAIN })}\n`;
  for (const [id, tag] of dossier.tags.entries()) {
    const initials = tag.author
      .split(/\s+/)
      .map((name) => Array.from(name)[0] ?? "")
      .join("")
      .slice(0, 9)
      .toWellFormed();
    yield xmlStart("w:comment", {
      "w:id": id,
      "w:author": tag.author,
      "w:date": tag.at,
      "w:initials": initials,
    });
    for (const line of said(tag, types, evidence(tag))) yield `<w:p>${run(line, "")}</w:p>`;
    yield "</w:comment>\n";
  }
  yield "</w:comments>\n";
}

function said(tag: DossierTag, types: readonly TypeWords[], evidence: readonly string[]): string[] {
  const type = types.find(({ name }) => name === tag.type);
  return [
    type?.label ?? tag.type,
    ...tellAttributes(tag, type).map(({ label, value }) => `${label}: ${value}`),
    ...(tag.note === null ? [] : [`Note: ${readTold(tag.note)}`]),
    ...tellTag(tag, evidence),
  ];
}

/** Where something has to be written, before the text's character there. */
interface Edge {
  readonly at: number;
  readonly xml: string;
}

/** Where comments begin and end. At one place those that end come first. */
function edgesOf(tags: readonly DossierTag[]): Edge[] {
  const ends = tags.map(({ end }, id) => {
    const reference = `<w:r>${xmlElement("w:commentReference", { "w:id": id })}</w:r>`;
    return { at: end, xml: xmlElement("w:commentRangeEnd", { "w:id": id }) + reference };
  });
  const starts = tags.map(({ start }, id) => ({
    at: start,
    xml: xmlElement("w:commentRangeStart", { "w:id": id }),
  }));
  return [...ends, ...starts].sort((a, b) => a.at - b.at);
}

function* document({ article, text, tags }: Dossier): Generator<string> {
  const isRightToLeft = article.direction === "rtl";
  const paragraph = isRightToLeft ? "<w:p><w:pPr><w:bidi/></w:pPr>" : "<w:p>";
  const properties = isRightToLeft ? "<w:rPr><w:rtl/></w:rPr>" : "";
  const edges = edgesOf(tags);
  let next = 0;
  let start = 0;
  yield `${XML_HEAD}${xmlStart("w:document", { "xmlns:w": MAIN })}<w:body>\n`;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    let at = start;
    yield paragraph;
    for (let edge = edges[next]; edge && edge.at <= end; edge = edges[next]) {
      yield run(text.slice(at, edge.at), properties) + edge.xml;
      at = edge.at;
      next += 1;
    }
    yield `${run(text.slice(at, end), properties)}</w:p>\n`;
    start = end + 1;
  }
  yield "</w:body></w:document>\n";
}

/** Words in a run: tabs and line ends are elements of their own. */
function run(words: string, properties: string): string {
  if (words === "") return "";
  const pieces = words.split(/(\r\n|[\t\n\r])/).map((piece) => {
    if (piece === "\t") return "<w:tab/>";
    if (/^[\r\n]/.test(piece)) return "<w:br/>";
    return piece === "" ? "" : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`;
  });
  return `<w:r>${properties}${pieces.join("")}</w:r>`;
}
