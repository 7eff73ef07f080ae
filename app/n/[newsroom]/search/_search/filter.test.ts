import { describe, expect, it } from "vitest";

import { asksAnything } from "~/core/search";
import { SearchAsked } from "~/core/shapes/search";
import { askedBy, attributeIn, NO_FILTER, withAttribute, withChange } from "./filter";

const DESK = "018f0000-0000-7000-8000-0000000000a2";

describe("what is asked for a filter", () => {
  it("is nothing where nothing is chosen", () => {
    expect(askedBy(NO_FILTER)).toEqual(SearchAsked.parse({}));
    expect(asksAnything(askedBy(NO_FILTER))).toBe(false);
  });

  it.each([
    [{ q: "  quay " }, { words: "quay" }],
    [{ q: "\0\ud800" }, { words: "\ufffd" }],
    [{ desk: "none" }, { desk: "none" }],
    [
      { desk: DESK, by: DESK },
      { desk: DESK, author: DESK },
    ],
    [
      { desk: "elsewhere", by: "x" },
      { desk: null, author: null },
    ],
    [
      { attr: ["speaker:Mara: Quill", ":x", "x:", "x"] },
      { attributes: [{ name: "speaker", value: "Mara: Quill" }] },
    ],
    [
      { in: "tags", state: "open", articles: "draft" },
      { within: "tags", state: "open", articleState: "draft" },
    ],
  ] as const)("%o", (change, asked) => {
    const filter = { ...NO_FILTER, ...change, attr: "attr" in change ? [...change.attr] : [] };
    expect(askedBy(filter)).toMatchObject(asked);
    expect(SearchAsked.parse(askedBy(filter))).toEqual(askedBy(filter));
  });
});

describe("changing a filter", () => {
  const claims = { ...NO_FILTER, q: "quay", type: "claim", attr: ["priority:must"], state: "open" } as const;
  const filter = { ...claims, attr: [...claims.attr] };

  it("of another type takes its attributes along", () => {
    expect(withChange(filter, { type: "quote" })).toEqual({ ...filter, type: "quote", attr: [] });
    expect(withChange(filter, { q: "wall" })).toEqual({ ...filter, q: "wall" });
  });

  it("asks nothing of tags where texts are looked in", () => {
    expect(withChange(filter, { in: "text" })).toEqual({ ...NO_FILTER, q: "quay", in: "text" });
  });

  it("holds one value of an attribute, or none", () => {
    expect(attributeIn(filter, "priority")).toBe("must");
    expect(attributeIn(filter, "prior")).toBeNull();
    const voice = { ...filter, attr: withAttribute(filter, "voice", "own") };
    expect(voice.attr).toEqual(["priority:must", "voice:own"]);
    expect(withAttribute(voice, "priority", "should")).toEqual(["voice:own", "priority:should"]);
    expect(withAttribute(voice, "priority", null)).toEqual(["voice:own"]);
  });
});
