import type { Dossier, DossierTag } from "~/core/shapes/dossier";
import type { Span } from "~/core/tag";
import { codePointsAt } from "~/core/text";
import { fileNameOf } from "./file-names";
import { type FilesFormat, HOLDS_TAGS } from "./format";
import { evidenceOf, plainValue, tellTag } from "./tell";
import { type AttributeWords, type TypeWords, vocabularyOf } from "./vocabulary";

/**
 * brat's stand-off: for each article its text and a file of lines that point into it, with the configuration
 * that names the types and attributes. Choices are brat's attributes; words are its comments, under the
 * attribute's name.
 * @see https://brat.nlplab.org/standoff.html
 */

/** Where brat, which reads lines as Python does, would end a line. */
const LINE_ENDS = /[\n\r\v\f\u{1C}-\u{1E}\u{85}\u{2028}\u{2029}]+/u;

/** The comment that brat itself writes. */
export const NOTE = "AnnotatorNotes";
/** The comment that tells who tagged and what was found. */
export const REVIEW = "Review";

export const brat: FilesFormat = {
  id: "brat",
  label: "brat stand-off",
  mediaType: "application/zip",
  extension: "zip",
  offsetUnit: "code point",
  reader: "brat and INCEpTION read it, and the many converters that begin with brat’s files.",
  keeps: {
    ...HOLDS_TAGS,
    details: "lost",
    blocks: "lost",
    authors: "as a note",
    verdicts: "as a note",
    approvals: "as a note",
    evidence: "as a note",
    former: "as a note",
    scheme: "lost",
  },
  omissions: [{ what: "Tags of nothing but white space", count: ({ tags }) => tags.filter(isBlank).length }],
  caveats: [
    "A tag over several lines has a fragment for each, as in brat’s own editor; a line end at its edge is not part of it.",
    "Tabs and line ends in notes and in attributes’ words become blanks.",
    "brat itself runs on Python 3.10 and earlier.",
  ],
  packed: "always",
  async *files(dossiers, { schemes }) {
    const types = vocabularyOf(schemes);
    yield await Promise.resolve({ name: "annotation.conf", content: configuration(types) });
    yield { name: "visual.conf", content: labels(types) };
    for await (const dossier of dossiers) {
      const name = fileNameOf(dossier);
      yield { name: `${name}.txt`, content: [dossier.text] };
      yield { name: `${name}.ann`, content: annotations(dossier, types) };
    }
  },
};

function isBlank({ exact }: DossierTag): boolean {
  return fragmentsOf(exact, { start: 0, end: exact.length }).every(
    ({ start, end }) => exact.slice(start, end).trim() === "",
  );
}

/** A name as brat allows it. */
export function nameIn(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, "_").replace(/^(?![A-Za-z])/, "x");
}

/** The attributes that are choices, each once: of which types, with all values that one of them allows. */
function attributesIn(types: readonly TypeWords[]): (AttributeWords & { of: string[] })[] {
  const all = new Map<string, AttributeWords & { of: string[] }>();
  for (const type of types) {
    for (const attribute of type.attributes.filter(({ kind }) => kind !== "words")) {
      const { of, choices } = all.get(attribute.name) ?? { of: [], choices: [] };
      all.set(attribute.name, {
        ...attribute,
        of: [...of, type.name],
        choices: [...choices, ...attribute.choices],
      });
    }
  }
  return [...all.values()];
}

function* configuration(types: readonly TypeWords[]): Generator<string> {
  yield "[entities]\n";
  for (const { name } of types) yield `${nameIn(name)}\n`;
  yield "\n[relations]\n";
  for (const { name, links } of types) {
    for (const link of links) {
      yield `${nameIn(link.name)}\tArg1:${nameIn(name)}, Arg2:${link.to.map(nameIn).join("|")}\n`;
    }
  }
  yield "\n[events]\n\n[attributes]\n";
  for (const { name, kind, of, choices } of attributesIn(types)) {
    const values = kind === "choice" ? choices.map(({ value }) => value) : ["yes", "no"];
    yield `${nameIn(name)}\tArg:${of.map(nameIn).join("|")}, Value:${[...new Set(values.map(nameIn))].join("|")}\n`;
  }
}

function* labels(types: readonly TypeWords[]): Generator<string> {
  yield "[labels]\n";
  const plain = (label: string) => label.replace(/[|\s]+/g, " ");
  for (const { name, label } of types) yield `${nameIn(name)} | ${plain(label)}\n`;
  for (const { name, label } of attributesIn(types)) yield `${nameIn(name)} | ${plain(label)}\n`;
  yield "\n[drawing]\n";
}

function* annotations(dossier: Dossier, types: readonly TypeWords[]): Generator<string> {
  const points = codePointsAt(dossier.text);
  const evidence = evidenceOf(dossier);
  let [attributes, comments] = [0, 0];
  const comment = (tag: string, kind: string, words: string) => {
    comments += 1;
    return `#${comments}\t${nameIn(kind)} ${tag}\t${words.replace(/[\t\v\f\r\n\u{1C}-\u{1E}\u{85}\u{2028}\u{2029}]/gu, " ")}\n`;
  };
  const ids = new Map(
    dossier.tags.filter((tag) => !isBlank(tag)).map((tag, place) => [tag.id, `T${place + 1}`]),
  );
  let relations = 0;
  for (const tag of dossier.tags) {
    const id = ids.get(tag.id);
    if (id === undefined) continue;
    const known = types.find(({ name }) => name === tag.type)?.attributes ?? [];
    const fragments = fragmentsOf(dossier.text, tag);
    const places = fragments.map(
      ({ start, end }) => `${points.toCodePoint(start)} ${points.toCodePoint(end)}`,
    );
    const words = fragments.map(({ start, end }) => dossier.text.slice(start, end)).join(" ");
    yield `${id}\t${nameIn(tag.type)} ${places.join(";")}\t${words}\n`;
    for (const [name, value] of Object.entries(tag.attributes)) {
      const kind = known.find((attribute) => attribute.name === name)?.kind;
      if (kind === "choice" || kind === "yes-no") {
        attributes += 1;
        yield `A${attributes}\t${nameIn(name)} ${id} ${nameIn(plainValue(value))}\n`;
      } else yield comment(id, name, plainValue(value));
    }
    for (const { kind, target } of tag.links) {
      const to = ids.get(target);
      if (to === undefined) continue;
      relations += 1;
      yield `R${relations}\t${nameIn(kind)} Arg1:${id} Arg2:${to}\t\n`;
    }
    if (tag.note !== null) yield comment(id, NOTE, plainValue(tag.note));
    yield comment(id, REVIEW, tellTag(tag, evidence(tag)).join(". "));
  }
}

/** The stretches of a span that hold no line end: brat joins their words by a blank. */
function fragmentsOf(text: string, { start, end }: Span): Span[] {
  const fragments: Span[] = [];
  let at = start;
  for (const words of text.slice(start, end).split(new RegExp(`(${LINE_ENDS.source})`, "u"))) {
    if (words !== "" && !LINE_ENDS.test(words)) fragments.push({ start: at, end: at + words.length });
    at += words.length;
  }
  return fragments;
}
