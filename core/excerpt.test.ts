import { describe, expect, it } from "vitest";

import { bestParagraph, type Excerpt, excerptOf, passageOf } from "./excerpt";
import { readSought, Seeker } from "./sought";

const seeker = (typed: string) => new Seeker(readSought(typed));
const marked = ({ pieces, isCut }: Excerpt) =>
  `${isCut.before ? "…" : ""}${pieces.map(({ words, isFound }) => (isFound ? `[${words}]` : words)).join("")}${isCut.after ? "…" : ""}`;

describe("an excerpt", () => {
  it("is the whole of a short text, with what was found", () => {
    expect(marked(excerptOf("The harbour\nwall", seeker("wall harb")))).toBe("The [harb]our [wall]");
  });

  it("begins a little before the first place and cuts no word", () => {
    const text = `${"one two three four five ".repeat(20)}harbour ${"six seven eight nine ten ".repeat(20)}`;
    const excerpt = marked(excerptOf(text, seeker("harbour")));
    expect(excerpt).toMatch(/^…(one|two|three|four|five) .* \[harbour\] six .* (six|seven|eight|nine|ten)…$/);
    expect(excerpt.length).toBeLessThan(300);
  });

  it("cuts no character of a text without blanks", () => {
    const text = "👩‍👩‍👧".repeat(200);
    const { pieces } = excerptOf(text, seeker("👧"));
    const shown = pieces.map(({ words }) => words).join("");
    expect(shown.replaceAll("👩‍👩‍👧", "")).toBe("");
  });

  it("is the beginning where nothing was found", () => {
    expect(marked(excerptOf("The harbour wall", seeker("zebra")))).toBe("The harbour wall");
  });
});

describe("the paragraph of a text", () => {
  const text = "The wall.\nThe harbour wall.\nNo more.\nA wall in the harbour.";

  it("that has most of it is taken, the first where several have as much", () => {
    const best = bestParagraph(text, seeker("harbour wall"));
    expect(best && text.slice(best.place.start)).toMatch(/^harbour wall\.\nNo/);
    expect(best && [marked(best.excerpt), best.others]).toEqual(["The [harbour] [wall].", 1]);
  });

  it("is missing where none has any", () => {
    expect(bestParagraph(text, seeker("zebra"))).toBeNull();
  });
});

describe("a passage in its context", () => {
  const text = `${"before ".repeat(40)}the wall is long${" after".repeat(40)}`;
  const start = text.indexOf("the wall");
  const span = { start, end: start + "the wall is long".length };

  it("stands between whole words, and says what was cut off", () => {
    const { before, words, after, isCut } = passageOf(text, span, 60);
    expect(words).toBe("the wall is long");
    expect(before).toMatch(/^(before )+$/);
    expect(after).toMatch(/^( after)+$/);
    expect(before.length).toBeLessThanOrEqual(60);
    expect(after.length).toBeLessThanOrEqual(60);
    expect(isCut).toEqual({ before: true, after: true });
  });

  it("is the whole text where that is short", () => {
    const { before, words, after, isCut } = passageOf(text, span, 10_000);
    expect(before + words + after).toBe(text);
    expect(isCut).toEqual({ before: false, after: false });
  });

  it("goes without its middle where it is long", () => {
    const long = { start: 0, end: text.length };
    expect(passageOf(text.repeat(9), { ...long, end: text.length * 9 }, 10).words.length).toBeLessThan(1_210);
    expect(passageOf(text, long, 10).words).toBe(text);
  });
});
