import { describe, expect, it } from "vitest";

import { articleWithTag, ONE, SENIOR, spanOf, TAG } from "./testing";
import { wordsOf } from "./words";

describe("redaction", () => {
  it("takes words off everything that shows them, and leaves the rest", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "setNote", tag: TAG, from: null, to: wordsOf("Her name is …") });
    const ref = article.slice.tags.get(TAG)!.note!.ref!;
    article.do(ONE, ["standards"], { type: "redact", ref, passage: null, reason: "The source asked." });
    expect(article.slice.tags.get(TAG)!.note).toMatchObject({ ref, words: null });
  });

  it("blots out a passage character for character, and what tags quote of it", () => {
    const article = articleWithTag("open");
    const { ref, text } = article.slice.revision!;
    article.do(ONE, ["standards"], {
      type: "redact",
      ref,
      passage: spanOf("2 kilometres"),
      reason: "Court order.",
    });
    expect(article.slice.revision!.text).toHaveLength(text.length);
    const { anchor } = article.slice.tags.get(TAG)!;
    expect(anchor.exact).toBe("The wall is ████████████ long");
    expect(article.slice.revision!.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
  });
});
