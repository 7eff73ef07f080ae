import { describe, expect, it } from "vitest";

import { textOf } from "./article";
import type { Role } from "./policy";
import {
  addClaim,
  articleWithTag,
  ONE,
  outcome,
  SENIOR,
  spanOf,
  TAG,
  tagNumber,
  type TestArticle,
  TEXT,
  TWO,
} from "./testing";
import { opening } from "./testing-threads";

function revise(article: TestArticle, text: string): void {
  article.do(TWO, SENIOR, { type: "addRevision", text, sees: article.slice.revision?.digest ?? null });
}

const LOST = TEXT.replace("The wall is 2 kilometres long. ", "");

describe("words removed from the record go from earlier texts too", () => {
  const LEADER: Role[] = ["standards"];
  const remove = (article: TestArticle, words: string) => {
    const { ref, text } = article.slice.revision!;
    const passage = spanOf(words, text);
    article.do(TWO, LEADER, { type: "redact", ref, passage, reason: "A court order." });
  };

  it("with what altered and lost tags still quote of them", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, addClaim(tagNumber(2), "said Mara Quill"));
    article.do(ONE, SENIOR, opening({ about: { on: "passage", span: spanOf("Mara Quill, who runs") } }));
    revise(
      article,
      `${TEXT.replace("2 kilometres", "3 kilometres").replace(", who runs the port", "").replace("said Mara Quill", "said")}\nMara Quill runs the port.`,
    );
    const held = () =>
      JSON.stringify([[...article.slice.tags.values()], [...article.slice.threads.values()]]);
    expect(held()).toContain("Mara Quill");
    remove(article, "Mara Quill");
    expect(held()).not.toMatch(/Mara|Quill/);
    const removed = article.events.flatMap(({ type, body }) => (type === "TextRedacted" ? [body] : []));
    expect(removed).toMatchObject([{ ref: article.slice.revision!.ref }, { revision: 1 }]);
    expect(TEXT.slice(removed[1]!.passage!.start, removed[1]!.passage!.end)).toBe("Mara Quill");
  });

  it("of an earlier text the passage is named too, and the present one stays as it is", () => {
    const article = articleWithTag("open");
    const { ref } = article.slice.revision!;
    revise(article, LOST);
    const passage = spanOf("2 kilometres");
    expect(
      outcome(() => article.do(TWO, LEADER, { type: "redact", ref, passage: null, reason: "So." })),
    ).toBe("bad-input");
    article.do(TWO, LEADER, { type: "redact", ref, passage, reason: "So." });
    expect(article.slice.tags.get(TAG)).toMatchObject({
      anchor: { exact: "The wall is ████████████ long" },
      placement: { exact: "The wall is ████████████ long" },
    });
    expect(textOf(article.slice)).toBe(LOST);
  });
});
