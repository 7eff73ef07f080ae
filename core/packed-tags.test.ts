import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describePassage } from "./anchor";
import { packTags, unpackTags } from "./packed-tags";
import { TAG_STATES, type Tag } from "./tag";
import { articleWithTag, TAG, tagNumber } from "./testing";

const TEXT = "Zürich said 👩‍👩‍👧 “it is 2 kilometres long”\nand nobody knows 👍🏽 why it was built in 1902 at all";
const WORDS = [...TEXT.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
  start: index,
  end: index + word.length,
}));

function tagOf(n: number, place: number, state: Tag["review"]["state"], at: number): Tag {
  const tag = articleWithTag("open").slice.tags.get(TAG);
  const span = WORDS[place];
  if (!tag || !span) throw new Error("The tag or its words are missing.");
  const review = { ...tag.review, state };
  return { ...tag, id: tagNumber(n), anchor: describePassage(TEXT, 1, span), review, at, touched: at + n };
}

describe("tags packed for the way", () => {
  it("come out as they went in", () => {
    const one = fc.tuple(fc.nat(WORDS.length - 1), fc.constantFrom(...TAG_STATES), fc.nat(1_800_000_000_000));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (given) => {
        const tags = given.map(([place, state, at], n) => tagOf(n, place, state, at));
        expect(unpackTags(packTags(tags), TEXT)).toEqual(tags);
      }),
    );
  });

  it("hold none of the text, and what is alike once", () => {
    const tags = WORDS.map((_, place) => tagOf(place, place, "open", place));
    const packed = packTags(tags);
    expect(packed.said.length).toBeLessThan(WORDS.length);
    for (const { anchor } of tags.filter(({ anchor }) => anchor.exact.length > 8))
      expect(JSON.stringify(packed)).not.toContain(anchor.exact);
  });
});
