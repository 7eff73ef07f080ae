import { describe, expect, it, test } from "vitest";

import type { PublicCorrection } from "~/core/correction";
import { parseXml, wordsIn, type XmlElement } from "~/server/formats/xml-read";
import { feedOf } from "./corrections-feed";

const WORDS = {
  titleOf: (newsroom: string) => `Corrections: ${newsroom}`,
  titleRemoved: "Title removed",
  noteRemoved: "Note removed.",
  withdrawn: "Withdrawn.",
};
const ADDRESS = "https://galley.example.org/corrections/courier";

const correction: PublicCorrection = {
  at: Date.UTC(2026, 10, 3, 9, 30),
  hash: "ab".repeat(32),
  title: "Wall",
  language: "en",
  direction: "ltr",
  note: "It is 3 kilometres long.",
  removedAt: null,
  source: null,
  withdrawn: false,
};

/** The feed as a reader of feeds has it. */
function feed(corrections: readonly PublicCorrection[], newsroom = "The Courier"): XmlElement {
  const root = parseXml(feedOf({ newsroom, corrections, next: null }, ADDRESS, WORDS));
  expect([root.local, root.namespace]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
  return root;
}

function within({ children }: XmlElement, local: string): XmlElement[] {
  return children.flatMap((child) => (typeof child !== "string" && child.local === local ? [child] : []));
}
const said = (element: XmlElement, local: string) => within(element, local).map(wordsIn);
const links = (element: XmlElement) =>
  within(element, "link").map(({ attributes: { rel, href } }) => [rel, href]);
const entryOf = (change: Partial<PublicCorrection>) =>
  within(feed([{ ...correction, ...change }]), "entry")[0]!;

describe("the feed", () => {
  it("has what Atom asks of one: a name, a title, an author, a moment, and where the page is", () => {
    const root = feed([correction, { ...correction, at: 0 }]);
    expect([said(root, "id"), said(root, "title")]).toEqual([[ADDRESS], ["Corrections: The Courier"]]);
    expect(said(within(root, "author")[0]!, "name")).toEqual(["The Courier"]);
    expect(said(root, "updated")).toEqual(["2026-11-03T09:30:00.000Z"]);
    expect(links(root)).toEqual([
      ["alternate", ADDRESS],
      ["self", `${ADDRESS}/feed`],
    ]);
    expect(within(root, "entry")).toHaveLength(2);
  });

  it("is one also without an entry", () => {
    expect(said(feed([]), "updated")).toEqual(["1970-01-01T00:00:00.000Z"]);
  });
});

describe("an entry", () => {
  it("is named by its hash, for good", () => {
    const [id] = said(entryOf({}), "id");
    expect(id).toBe(`ni:///sha-256;${Buffer.from("ab".repeat(32), "hex").toString("base64url")}`);
    expect(said(entryOf({ title: "Changed", note: null, removedAt: 1 }), "id")).toEqual([id]);
  });

  it("leads to the article, where that stands somewhere", () => {
    expect(links(entryOf({}))).toEqual([]);
    const source = "https://courier.example/wall?a=1&b=2";
    expect(links(entryOf({ source }))).toEqual([["alternate", source]]);
  });

  test.each([
    [{}, "Wall", "It is 3 kilometres long."],
    [{ title: null }, "Title removed", "It is 3 kilometres long."],
    [{ note: null, removedAt: 5 }, "Wall", "Note removed."],
    [{ withdrawn: true }, "Wall", "It is 3 kilometres long.\n\nWithdrawn."],
  ])("of %j reads “%s”: “%s”", (change, title, content) => {
    const entry = entryOf(change);
    expect([said(entry, "title"), said(entry, "content")]).toEqual([[title], [content]]);
  });

  it("was changed when its note was removed", () => {
    const entry = entryOf({ note: null, removedAt: Date.UTC(2026, 10, 9) });
    expect(said(entry, "updated")).toEqual(["2026-11-09T00:00:00.000Z"]);
    expect(said(entry, "published")).toEqual(["2026-11-03T09:30:00.000Z"]);
  });
});

test.each([
  "</title><script>alert(1)</script>",
  "a & b < c > d \"e\" 'f'",
  "]]>",
  "قارب\nline\ttab",
  "<!-- -->",
])("no words get out of their place: %j", (words) => {
  const root = feed([{ ...correction, title: words, note: words }], words);
  const [entry] = within(root, "entry");
  expect(said(within(root, "author")[0]!, "name")).toEqual([words]);
  expect([said(entry!, "title"), said(entry!, "content")]).toEqual([[words], [words]]);
});
