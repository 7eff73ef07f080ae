import { describe, expect, it } from "vitest";

import { open } from "~/app/articles/[id]/_store/testing";
import { addClaim, spanOf, tagNumber, TEXT } from "~/core/testing";
import { contextOf, placesOf, spansOf, taggingOf } from "./places";

const told = (places: ReturnType<typeof placesOf>) =>
  places.map(({ span, isTagged }) => [TEXT.slice(span.start, span.end), isTagged]);

describe("the places of words in an article", () => {
  it("are those of the asked case, and say which are tagged already", () => {
    const { store } = open();
    store.dispatch(addClaim(tagNumber(1), "wall"));
    const spans = spansOf(store, "the");
    const tags = [...store.slice.tags.values()];
    expect(told(placesOf(TEXT, spans, { type: "claim", words: "the", tags }))).toEqual([
      ["the", false],
      ["the", false],
    ]);
    expect(placesOf(TEXT, spans, { type: "claim", words: null, tags })).toHaveLength(4);
    const walls = spansOf(store, "wall");
    expect(told(placesOf(TEXT, walls, { type: "claim", words: null, tags }))).toEqual([
      ["wall", true],
      ["wall", false],
    ]);
    expect(told(placesOf(TEXT, walls, { type: "quote", words: null, tags }))).toEqual([
      ["wall", false],
      ["wall", false],
    ]);
  });

  it("are tagged by commands that hold together, each with attributes of its own place", () => {
    const { store } = open();
    let number = 1;
    const newId = () => tagNumber(number++);
    const items = taggingOf(store, "claim", { spans: spansOf(store, "wall"), newId });
    expect(store.dispatch({ type: "several", items }).ok).toBe(true);
    const priorities = [1, 2].map((n) => store.tag(tagNumber(n))?.attributes.priority);
    expect(priorities).toEqual(["must", "should"]);
  });

  it("show the words around them, as far as their paragraph reaches", () => {
    expect(contextOf(TEXT, spanOf("vote"))).toEqual({
      before: "The council may ",
      after: " on Tuesday, two people said.",
    });
    const picture = `${"😀".repeat(60)}wall`;
    const { before } = contextOf(picture, spanOf("wall", picture));
    expect(before.isWellFormed()).toBe(true);
  });
});
