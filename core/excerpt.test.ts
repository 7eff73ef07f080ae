import { describe, expect, it } from "vitest";

import { bestParagraph, type Excerpt, excerptOf } from "./excerpt";
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
