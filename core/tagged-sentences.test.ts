import { expect, it } from "vitest";

import { taggedSentences } from "./tagged-sentences";
import { addClaim, ONE, SENIOR, tagNumber, TEXT, testArticle } from "./testing";

/** The sentences of an article in which these words are tagged, with what is tagged in each. */
function sentences(...words: string[]): [string, string[]][] {
  const article = testArticle();
  words.forEach((tagged, n) => article.do(ONE, SENIOR, addClaim(tagNumber(n), tagged)));
  return taggedSentences(TEXT, article.slice.tags.values(), "en").map((sentence) => {
    expect(TEXT.slice(sentence.start, sentence.end)).toBe(sentence.words);
    return [sentence.words, sentence.tags.map(({ anchor }) => anchor.exact)];
  });
}

it("come in the order of the text, each with what begins in it, the longer first", () => {
  expect(
    sentences("built in 1902", "2 kilometres", "The wall is 2 kilometres long", "412 million", "wall"),
  ).toEqual([
    ["Harbour wall will cost 412 million", ["wall", "412 million"]],
    ["The wall is 2 kilometres long.", ["The wall is 2 kilometres long", "2 kilometres"]],
    ["It was built in 1902.", ["built in 1902"]],
  ]);
});

it("hold a tag that runs over several where it begins", () => {
  expect(sentences("long. It was", "1902")).toEqual([
    ["The wall is 2 kilometres long.", ["long. It was"]],
    ["It was built in 1902.", ["1902"]],
  ]);
});

it("are none where nothing is tagged", () => {
  expect(sentences()).toEqual([]);
});
