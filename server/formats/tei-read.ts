import { ARTICLE_FACT_NAMES, type Facts, TAG_FACT_NAMES } from "./facts";
import { factsIn } from "./facts-read";
import { type ReadArticle, type Reader, unreadable } from "./read";
import { type FoundTag, settle } from "./settle";
import { TEI } from "./tei";
import { elementsNamed, parseXml, wordsIn, type XmlElement } from "./xml-read";

/** Reads TEI P5 back whose annotations point into its text by string-range, as Galley writes it. */
export const teiReader: Reader = {
  format: "tei",
  recognizes: ({ name, text }) => /\.xml$/i.test(name) && text.slice(0, 2_000).includes(TEI),
  *read({ name, text: file }, context): Generator<ReadArticle> {
    const root = parseXml(file);
    const annotations = [...elementsNamed("annotation", root)];
    const pointers = annotations.map(pointerOf);
    const id = pointers.find((pointer) => pointer !== null)?.id ?? "text";
    const element = [
      ...elementsNamed("ab", root),
      ...elementsNamed("p", root),
      ...elementsNamed("body", root),
    ].find(({ attributes }) => attributes["xml:id"] === id);
    if (!element) {
      yield unreadable(
        name,
        `No element of the text is called “${id}”, so there is no text for annotations to point into.`,
      );
      return;
    }
    const notes: string[] = [];
    const tags = annotations.flatMap((annotation, index): FoundTag[] => {
      const pointer = pointers[index];
      if (pointer?.id === id) return [tagOf(annotation, pointer)];
      notes.push(
        `Annotation ${annotation.attributes["xml:id"] ?? index + 1} points to no stretch of the text; it was left out.`,
      );
      return [];
    });
    const header = [...elementsNamed("teiHeader", root)][0];
    const facts = factsIn(ARTICLE_FACT_NAMES, header ? notesIn(header) : {});
    yield settle(
      { text: wordsIn(element), facts, blocks: [], tags, notes },
      { unit: "code point", ...context },
    );
  },
};

interface Pointer {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

function pointerOf({ attributes }: XmlElement): Pointer | null {
  const [, id, offset, length] =
    /^#string-range\(([^,()]+), ?(\d+), ?(\d+)\)$/.exec(attributes.target ?? "") ?? [];
  if (id === undefined) return null;
  return { id, start: Number(offset), end: Number(offset) + Number(length) };
}

function tagOf(annotation: XmlElement, { start, end }: Pointer): FoundTag {
  const said = notesIn(annotation);
  const attributes = [...elementsNamed("note", annotation)].flatMap((note): [string, string][] =>
    note.attributes.type === "attribute" ? [[note.attributes.n ?? "", wordsIn(note)]] : [],
  );
  return {
    id: annotation.attributes["xml:id"] ?? null,
    start,
    end,
    type: said.type ?? "",
    exact: said.exact ?? null,
    attributes: Object.fromEntries(attributes),
    note: said.tag_note ?? null,
    facts: factsIn(TAG_FACT_NAMES, said),
  };
}

function notesIn(element: XmlElement): Facts {
  return Object.fromEntries(
    [...elementsNamed("note", element)].flatMap((note) =>
      note.attributes.type === undefined ? [] : [[note.attributes.type, wordsIn(note)]],
    ),
  );
}
