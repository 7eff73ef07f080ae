import type { Dossier, DossierTag, Removed, Told } from "~/core/shapes/dossier";
import { FILE_CONTENTS, HOLDS_TAGS, type TextFormat } from "./format";
import { inCodePoints, jsonLine } from "./offsets";

/**
 * W3C Web Annotation, as one AnnotationCollection with one page. What the recommendation has no words for
 * (verdicts' states, attributes' names, evidence) stands under terms of our own, declared in the context, so
 * that no JSON-LD reader drops it.
 * @see https://www.w3.org/TR/annotation-model/
 * @see https://www.w3.org/TR/annotation-vocab/
 */

/** Names in our own vocabulary, which lies at no address. */
const TERMS = {
  galley: "urn:galley:terms#",
  assessing: "http://www.w3.org/ns/oa#assessing",
} as const;

export const CONTEXT = ["http://www.w3.org/ns/anno.jsonld", TERMS] as const;

export const webAnnotation: TextFormat = {
  id: "web-annotation",
  label: "W3C Web Annotation",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: "jsonld",
  offsetUnit: "code point",
  reader:
    "Annotation tools such as Recogito, Hypothesis, Mirador and Annotorious read it, and any linked-data store.",
  keeps: { ...HOLDS_TAGS, text: "lost", blocks: "lost", scheme: "lost" },
  omissions: [FILE_CONTENTS],
  caveats: [
    "Some tools, Recogito and Hypothesis among them, count UTF-16 units where the recommendation says code points; they find the passage by its words and context.",
  ],
  async *write(dossiers, { exportedAt, origin }) {
    const id = `${origin}/exports/web-annotation/${encodeURIComponent(exportedAt)}`;
    const head = { "@context": CONTEXT, id, type: "AnnotationCollection", generated: exportedAt };
    const page = { id: `${id}#page`, type: "AnnotationPage", startIndex: 0 };
    yield `${jsonLine(head).slice(0, -1)},\n"first":${jsonLine(page).slice(0, -1)},"items":[`;
    let total = 0;
    for await (const dossier of dossiers) {
      const evidence = new Map(dossier.evidence.map((item) => [item.id, item]));
      for (const tag of inCodePoints(dossier).tags) {
        yield `${total > 0 ? "," : ""}\n${jsonLine(annotation(tag, dossier, evidence, origin))}`;
        total += 1;
      }
    }
    yield `\n]},\n"total":${total}}\n`;
  },
};

type Item = Dossier["evidence"][number];
type Node = Record<string, unknown>;

function annotation(
  tag: DossierTag,
  dossier: Dossier,
  evidence: ReadonlyMap<string, Item>,
  origin: string,
): Node {
  return given({
    id: `urn:uuid:${tag.id}`,
    type: "Annotation",
    motivation: "tagging",
    creator: person(tag.author),
    created: tag.at,
    "galley:state": tag.state,
    "galley:approval": tag.approval && approval(tag.approval),
    "galley:evidence": tag.evidence.flatMap((id) => evidence.get(id) ?? []).map(evidenceItem),
    "galley:imported": tag.imported && former(tag.imported),
    body: bodies(tag),
    target: {
      source: source(dossier, origin),
      selector: [
        { type: "TextQuoteSelector", exact: tag.exact, prefix: tag.prefix, suffix: tag.suffix },
        { type: "TextPositionSelector", start: tag.start, end: tag.end },
      ],
    },
  });
}

/** The type first, as tools show it; then attributes, verdict, note and links, each with what it is for. */
function bodies(tag: DossierTag): Node[] {
  const attributes = Object.entries(tag.attributes).map(([name, value]) => ({
    type: "TextualBody",
    purpose: "classifying",
    "galley:attribute": name,
    ...(typeof value === "boolean" ? { value: value ? "yes" : "no" } : textValue(value)),
  }));
  return [
    { type: "TextualBody", purpose: "tagging", value: tag.type },
    ...attributes,
    ...(tag.verdict ? [verdict(tag.verdict)] : []),
    ...(tag.note === null
      ? []
      : [{ type: "TextualBody", purpose: "commenting", format: "text/plain", ...textValue(tag.note) }]),
    ...tag.links.map(({ kind, target }) => ({
      type: "SpecificResource",
      purpose: "linking",
      source: `urn:uuid:${target}`,
      "galley:link": kind,
    })),
  ];
}

function verdict({ finding, by, at, note }: NonNullable<DossierTag["verdict"]>): Node {
  return given({
    type: "TextualBody",
    purpose: "assessing",
    value: finding,
    creator: person(by),
    created: at,
    "galley:note": said(note),
  });
}

function approval({ by, at, self }: NonNullable<DossierTag["approval"]>): Node {
  return { creator: person(by), created: at, "galley:selfApproved": self };
}

function former(was: NonNullable<DossierTag["imported"]>): Node {
  return given({
    creator: person(was.author),
    created: was.at,
    "galley:state": was.state,
    "galley:verdict": was.verdict && verdict(was.verdict),
    "galley:approval": was.approval && approval(was.approval),
  });
}

function evidenceItem(item: Item): Node {
  return given({
    id: `urn:uuid:${item.id}`,
    creator: person(item.addedBy),
    created: item.addedAt,
    "galley:kind": item.kind,
    "galley:reference": said(item.reference),
    "galley:locator": said(item.locator),
    "galley:retrieved": item.retrievedAt,
    "galley:note": said(item.note),
    "galley:withdrawn": item.withdrawnAt,
    "galley:imported": item.imported && { creator: person(item.imported.by), created: item.imported.at },
    "galley:file": item.file && {
      "galley:name": said(item.file.name),
      "galley:bytes": item.file.bytes,
      "galley:sha256": item.file.sha256,
    },
  });
}

function source({ article, newsroom }: Dossier, origin: string): Node {
  return given({
    id: `${origin}/articles/${article.id}`,
    type: "Text",
    language: article.language,
    textDirection: article.direction,
    creator: person(article.author),
    created: article.createdAt,
    via: article.sourceUrl,
    "galley:title": said(article.title),
    "galley:newsroom": newsroom.name,
    "galley:desk": article.desk,
    "galley:articleState": article.state,
    "galley:restricted": article.restricted,
    "galley:revision": article.revision.number,
    "galley:revisionDigest": article.revision.digest,
    "galley:imported":
      article.imported &&
      given({
        creator: person(article.imported.author),
        created: article.imported.createdAt,
        "galley:newsroom": article.imported.newsroom,
        "galley:desk": article.imported.desk,
        "galley:articleState": article.imported.state,
      }),
  });
}

function person(name: string): Node {
  return { type: "Person", name };
}

/** Words under a term of ours; of removed ones only that they were. */
function said(words: Told | null): string | Node | null {
  return words === null || typeof words === "string" ? words : removal(words);
}

/** Words as a body's value, which has to be a string. */
function textValue(words: Told): Node {
  return typeof words === "string" ? { value: words } : { value: "", ...removal(words) };
}

function removal({ at }: Removed): Node {
  return given({ "galley:removed": true, "galley:removedAt": at });
}

/** The node without what is not given. */
function given(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
