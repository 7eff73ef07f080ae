import { type Dossier, readTold } from "~/core/shapes/dossier";
import type { Span } from "~/core/tag";
import { codePointsAt } from "~/core/text";
import { articleFacts, attributeFacts, tagFacts } from "./facts";
import { fileNameOf } from "./file-names";
import { type FilesFormat, HOLDS_TAGS } from "./format";
import { countUnwritable, XML_HEAD, xmlElement, xmlStart } from "./xml";

/**
 * TEI P5 with stand-off annotations: the text in one block that keeps its white space, each tag an annotation
 * that points into it by string-range, in code points from 0.
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-annotation.html
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html#SATSSR
 */

export const TEI = "http://www.tei-c.org/ns/1.0";
/** The xml:id of the text. */
export const TEXT = "text";

export const tei: FilesFormat = {
  id: "tei",
  label: "TEI P5 stand-off",
  mediaType: "application/tei+xml",
  extension: "xml",
  offsetUnit: "code point",
  reader: "Digital editions and research tools that work with TEI read it.",
  keeps: { ...HOLDS_TAGS, blocks: "lost", evidence: "as a note", scheme: "lost" },
  omissions: [
    {
      what: "Characters of the text that XML cannot hold (they become \u{FFFD})",
      count: ({ text }) => countUnwritable(text),
    },
  ],
  caveats: [
    "Few tools resolve string-range pointers by themselves; each annotation therefore repeats its words in a note.",
  ],
  packed: "when several",
  async *files(dossiers, { exportedAt }) {
    for await (const dossier of dossiers) {
      yield { name: `${fileNameOf(dossier)}.xml`, content: document(dossier, exportedAt) };
    }
  },
};

const KEPT = { "xml:space": "preserve" } as const;

function* document(dossier: Dossier, exportedAt: string): Generator<string> {
  yield `${XML_HEAD}${xmlStart("TEI", { xmlns: TEI })}\n`;
  yield* header(dossier, exportedAt);
  yield* standOff(dossier);
  const { language } = dossier.article;
  yield `<text>\n<body>\n${xmlElement("ab", { "xml:id": TEXT, "xml:lang": language, ...KEPT }, dossier.text)}\n</body>\n</text>\n</TEI>\n`;
}

function* header(dossier: Dossier, exportedAt: string): Generator<string> {
  const { article, newsroom } = dossier;
  yield "<teiHeader>\n<fileDesc>\n<titleStmt>";
  yield `${xmlElement("title", {}, readTold(article.title))}${xmlElement("author", {}, article.author)}</titleStmt>\n`;
  yield `<publicationStmt>${xmlElement("publisher", {}, newsroom.name)}${xmlElement("date", { when: exportedAt })}</publicationStmt>\n<notesStmt>\n`;
  for (const [name, value] of Object.entries(articleFacts(dossier))) yield `${note(name, value)}\n`;
  yield `</notesStmt>\n<sourceDesc>${source(article.sourceUrl)}</sourceDesc>\n</fileDesc>\n</teiHeader>\n`;
}

function source(address: string | null): string {
  if (address === null) return xmlElement("p", {}, "Written in, or brought into, the newsroom’s own system.");
  return `<bibl>${xmlElement("ref", { target: address }, address)}</bibl>`;
}

function note(type: string, words: string): string {
  return xmlElement("note", { type, ...KEPT }, words);
}

/** Neither element may be empty. */
function* standOff(dossier: Dossier): Generator<string> {
  const { text, tags } = dossier;
  if (tags.length === 0) return;
  const points = codePointsAt(text);
  const facts = tagFacts(dossier);
  yield "<standOff>\n<listAnnotation>\n";
  for (const tag of tags) {
    const about = { "xml:id": `tag-${tag.id}`, motivation: "tagging", target: pointer(tag, points) };
    yield `${xmlStart("annotation", about)}\n${note("type", tag.type)}${note("exact", tag.exact)}\n`;
    for (const [name, value] of Object.entries(attributeFacts(tag)))
      yield `${xmlElement("note", { type: "attribute", n: name, ...KEPT }, value)}\n`;
    for (const [name, value] of Object.entries(facts(tag))) yield `${note(name, value)}\n`;
    yield "</annotation>\n";
  }
  yield "</listAnnotation>\n</standOff>\n";
}

function pointer({ start, end }: Span, points: ReturnType<typeof codePointsAt>): string {
  const from = points.toCodePoint(start);
  return `#string-range(${TEXT},${from},${points.toCodePoint(end) - from})`;
}
