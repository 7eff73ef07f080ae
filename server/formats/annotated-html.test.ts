import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, test } from "vitest";

import type { Dossier } from "~/core/shapes/dossier";
import { annotatedHtml } from "./annotated-html";
import { attributeFacts, tagFacts } from "./facts";
import { eachOf, joined, lawfulDossier, WRITING } from "./fixtures/dossiers";

const write = (dossiers: Dossier[]) => joined(annotatedHtml.write(eachOf(dossiers), WRITING));

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

function* all(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!("tagName" in node)) continue;
    yield node;
    yield* all(node.childNodes);
  }
}

const named = (name: string, { childNodes }: { childNodes: Node[] }) =>
  [...all(childNodes)].filter(({ tagName }) => tagName === name);
const attribute = (name: string, { attrs }: Element) => attrs.find((one) => one.name === name)?.value;

function words(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(words).join("") : "";
}

/** A parser reads CR only where it is written as a reference. */
const textOf = (element: Element) => words(element);

test("a browser’s parser finds each text whole, each tag’s words in its marks, and all that is said of it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lawfulDossier, { maxLength: 2 }), async (dossiers) => {
      const page = parse(await write(dossiers));
      const articles = named("article", page);
      expect(articles).toHaveLength(dossiers.length);
      dossiers.forEach((dossier, index) => {
        const article = articles[index]!;
        const [pre] = named("pre", article);
        expect(textOf(pre!)).toBe(dossier.text);
        const marks = named("mark", pre!);
        const facts = tagFacts(dossier);
        for (const tag of dossier.tags) {
          const own = marks.filter((mark) =>
            attribute("data-tag-ids", mark)!.split(" ").includes(`tag-${tag.id}`),
          );
          expect(own.map(textOf).join("")).toBe(tag.exact);
          const section = named("section", article).find((one) => attribute("id", one) === `tag-${tag.id}`)!;
          expect(attribute("data-type", section)).toBe(tag.type);
          const values = named("dd", section);
          const said = named("dt", section).map((name, place) => [
            attribute("data-name", name),
            attribute("data-value", values[place]!) ?? textOf(values[place]!),
          ]);
          expect(Object.fromEntries(said)).toEqual({ ...attributeFacts(tag), ...facts(tag) });
        }
      });
    }),
    { numRuns: 50 },
  );
});

test("nothing of a text becomes an element, an address or a script", async () => {
  await fc.assert(
    fc.asyncProperty(lawfulDossier, async (dossier) => {
      const elements = [...all(parse(await write([dossier])).childNodes)];
      const known = /^(html|head|body|meta|title|style|article|h[1-3]|pre|mark|dl|dt|dd|section)$/;
      for (const { tagName, attrs } of elements) {
        expect(tagName).toMatch(known);
        for (const { name } of attrs)
          expect(name).toMatch(/^(charset|name|content|lang|dir|id|class|data-[a-z-]+)$/);
      }
    }),
    { numRuns: 50 },
  );
});
