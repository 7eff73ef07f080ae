import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { checkSpan } from "./anchor";
import { carryAnchors } from "./carry";
import type { Carried } from "./carry";
import type { Span } from "./tag";

/** […] marks the tag's words: the text without the brackets, and where they stand. */
function marked(text: string): { text: string; span: Span } {
  const start = text.indexOf("[");
  return { text: text.replace("[", "").replace("]", ""), span: { start, end: text.indexOf("]") - 1 } };
}

function carry(before: string, after: string, { start, end }: Span): Carried {
  const anchor = { start, end, exact: before.slice(start, end) };
  return carryAnchors(before, after, [{ id: "tag", anchor }]).get("tag")!;
}

/** The fate in one word or two, and the later text with the words that the tag has now in […]. */
function told(before: string, after: string): [string, string] {
  const { text, span } = marked(before);
  const carried = carry(text, after, span);
  if (carried.fate === "lost") return [carried.why, after];
  const { start, end } = carried.span;
  const shown = `${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`;
  return [carried.fate === "altered" ? carried.by : carried.fate, shown];
}

const STORY = [
  "Council backs bridge",
  "The council voted 7–4 on Tuesday to close the Harbour Bridge for repairs.",
  "“We have no choice,” said Mayor Ada Osmond, who had opposed the plan in March.",
  "An engineer who asked not to be named said the cracks were found in 2019.",
  "The harbour authority denied it had known. It is unclear who was told first.",
].join("\n");

describe("words that nobody touched are kept", () => {
  test.each([
    ["in the same text", "The [bridge] is safe.", "The [bridge] is safe."],
    ["after words put in", "The [bridge] is safe.", "On Monday: The [bridge] is safe."],
    ["before words put in", "The [bridge] is safe.", "The [bridge] is perfectly safe."],
    [
      "between two changes",
      "Smith said the [bridge is safe], twice.",
      "Jones says the [bridge is safe], thrice.",
    ],
    ["beside a comma put in at their edge", "He [denied it] on Monday.", "He [denied it], on Monday."],
    ["in new quotation marks", 'He said "[it is safe]" twice.', "He said “[it is safe]” twice."],
    ["where a quotation mark came to their edge", "He called it [safe] now.", "He called it “[safe]” now."],
    [
      "with a new paragraph about them",
      "One.\n[He denied it.]\nTwo.",
      "One.\nNew.\n[He denied it.]\nNewer.\nTwo.",
    ],
    [
      "where the sentence before them, which begins alike, was cut",
      "The cat sat. The dog ran. [The cow ate.]",
      "The cat sat. [The cow ate.]",
    ],
    [
      "where one that begins alike was put before them",
      "The cat sat. [The cow ate.]",
      "The cat sat. The dog ran. [The cow ate.]",
    ],
    [
      "in the second of three equal sentences when the first was cut",
      "He denied it. Smith left. [He denied it.] Jones left. He denied it.",
      "Smith left. [He denied it.] Jones left. He denied it.",
    ],
    [
      "in the second of three equal paragraphs when the first was cut",
      "No.\nSmith left.\n[No.]\nJones left.\nNo.",
      "Smith left.\n[No.]\nJones left.\nNo.",
    ],
    [
      "in the last of them",
      "No.\nSmith left.\nNo.\nJones left.\n[No.]",
      "Smith left.\nNo.\nJones left.\n[No.]",
    ],
    [
      "in a sentence that was pasted a second time",
      "[He denied it.] Smith left.",
      "[He denied it.] Smith left. He denied it.",
    ],
    ["beside an emoji that changed", "Fine 😀 [he said] 😀.", "Fine 😁 [he said] 😂."],
    ["in Hebrew", "ראש העיר אמרה [שהגשר בטוח] אתמול.", "ראש העיר הודיעה [שהגשר בטוח] הבוקר."],
    ["in Arabic", "قالت العمدة إن [الجسر آمن] أمس.", "أعلنت العمدة أن [الجسر آمن] اليوم."],
    ["in Chinese", "市长昨天说[大桥安全]。", "市长今天表示[大桥安全]。"],
    ["in Thai", "นายกเทศมนตรีกล่าวว่า[สะพานปลอดภัย]เมื่อวานนี้", "นายกเทศมนตรียืนยันว่า[สะพานปลอดภัย]ในวันนี้"],
  ])("%s", (_, before, after) => {
    expect(told(before, after.replace("[", "").replace("]", ""))).toEqual(["kept", after]);
  });
});

describe("words that were cut and pasted are moved", () => {
  const lines = STORY.split("\n");
  const upwards = [lines[0], lines[3], lines[1], lines[2], lines[4]].join("\n");
  test.each([
    ["a paragraph moved up", "[the cracks were found in 2019]", upwards],
    ["a whole paragraph moved up", `[${lines[3]!}]`, upwards],
    ["a word in a paragraph moved up", "[2019]", upwards],
    [
      "a sentence moved to the top of the story",
      "[It is unclear who was told first.]",
      `It is unclear who was told first.\n${STORY.replace(" It is unclear who was told first.", "")}`,
    ],
  ])("%s", (_, words, after) => {
    const plain = words.slice(1, -1);
    expect(told(STORY.replace(plain, words), after)).toEqual(["moved", after.replace(plain, words)]);
  });

  it("but altered if they were changed on the way", () => {
    const after = upwards.replace("found in 2019", "found in 2018");
    expect(told(STORY.replace("the cracks were found in 2019", "[$&]"), after)).toEqual([
      "words",
      after.replace("the cracks were found in 2018", "[$&]"),
    ]);
  });
});

describe("a change inside the words alters them", () => {
  test.each([
    ["another verb", "The mayor [denied] it.", "The mayor [confirmed] it."],
    [
      "another verb in a longer passage",
      "The mayor [denied it on Monday].",
      "The mayor [confirmed it on Monday].",
    ],
    ["the first word cut", "The mayor [never denied it].", "The mayor [denied it]."],
    ["the last word cut", "The mayor [denied it twice].", "The mayor [denied it]."],
    ["a negation put in", "It [was found safe] in May.", "It [was not found safe] in May."],
    ["one digit", "Some [1,200 people] left.", "Some [1,300 people] left."],
    ["a digit before the number", "Some [10 people] left.", "Some [110 people] left."],
    ["a digit after the number", "Some [10] left.", "Some [100] left."],
    ["thousands after the number", "Some [10] left.", "Some [10,000] left."],
    ["a fraction after the number", "Up by [5] percent.", "Up by [5.5] percent."],
    ["a prefix that turns the word round", "It is [legal] now.", "It is [illegal] now."],
    ["a prefix with a hyphen", "A [lethal] dose.", "A [non-lethal] dose."],
    ["an ending", "The [report] came.", "The [reports] came."],
    ["an accent on the last letter", "In the [cafe] now.", "In the [cafe\u0301] now."],
    [
      "the middle, twice",
      "The [mayor denied it on Monday in town].",
      "The [mayor confirmed it on Friday in town].",
    ],
    ["a line end put in", "He [denied it and left].", "He [denied it\nand left]."],
    ["another emoji", "She [wrote 😀] back.", "She [wrote 😁] back."],
    ["a character of a family", "The [👩‍👩‍👧] sign.", "The [👩‍👩‍👦] sign."],
    ["a word in Hebrew", "היא [הכחישה את הדיווח] אתמול.", "היא [אישרה את הדיווח] אתמול."],
    ["a word in Chinese", "市长[否认]这件事。", "市长[承认]这件事。"],
    ["quotation marks taken away", "He said [“it is safe”] now.", "He said [it is safe] now."],
    ["a hyphen taken away", "They [re-sign] now.", "They [resign] now."],
  ])("by words: %s", (_, before, after) => {
    expect(told(before, after.replace("[", "").replace("]", ""))).toEqual(["words", after]);
  });

  test.each([
    ["quotation marks", 'She said ["It is safe,"] twice.', "She said [“It is safe,”] twice."],
    [
      "quotation marks of another country",
      "She said [“it is safe”] twice.",
      "She said [«it is safe»] twice.",
    ],
    ["an apostrophe", "She [didn't know] it.", "She [didn’t know] it."],
    ["a dash", "From [2019-2021] on.", "From [2019–2021] on."],
    ["a dash with spaces", "The [bridge—he said—is safe].", "The [bridge – he said – is safe]."],
    ["two hyphens for a dash", "The [bridge -- he said], ok.", "The [bridge — he said], ok."],
    ["a no-break space", "Some [10 percent] left.", "Some [10\u00A0percent] left."],
    ["one space for two", "It [is safe.  He said] so.", "It [is safe. He said] so."],
  ])("by typography: %s", (_, before, after) => {
    expect(told(before, after.replace("[", "").replace("]", ""))).toEqual(["typography", after]);
  });
});

describe("words that are gone are lost", () => {
  test.each([
    ["deleted", "a sentence cut", "It is safe. [He denied it.] She left.", "It is safe. She left."],
    [
      "deleted",
      "a sentence cut between two that begin alike",
      "The cat sat. [The dog ran.] The cow ate.",
      "The cat sat. The cow ate.",
    ],
    ["deleted", "a paragraph cut", "It is safe.\n[He denied it.]\nShe left.", "It is safe.\nShe left."],
    [
      "deleted",
      "the whole text replaced",
      "[He denied] it on Monday.",
      "Quarterly figures were published by Acme.",
    ],
    [
      "deleted",
      "the paragraph replaced by another",
      "It is safe.\n[He denied] it all.\nShe left.",
      "It is safe.\nNobody else came by.\nShe left.",
    ],
    ["deleted", "everything", "[He denied it.]", ""],
    [
      "ambiguous",
      "cut and pasted twice",
      `[He denied it.]\n${STORY}\nIt ended well.`,
      `${STORY}\nHe denied it.\nIt ended well.\nHe denied it.`,
    ],
    [
      "ambiguous",
      "a short word cut that stands in new text",
      "It is [safe] now.\nShe left.",
      "She left.\nNobody was safe from that.",
    ],
    [
      "ambiguous",
      "one of two equal sentences side by side cut",
      "It fell. [No.] No. She left.",
      "It fell. No. She left.",
    ],
  ])("%s: %s", (why, _, before, after) => {
    expect(told(before, after)).toEqual([why, after]);
  });
});

it("takes no word for kept that two different sentences have in common by chance", () => {
  const before = "Residents of the northern quarter complained [about the] noise for several years.";
  const after = "Nobody at City Hall would say anything about the money that was missing since.";
  expect(told(`One.\n${before}\nTwo.`, `One.\n${after}\nTwo.`)[0]).not.toBe("kept");
});

it("refuses an anchor whose words do not stand there", () => {
  const anchor = { start: 0, end: 3, exact: "not" };
  expect(() => carryAnchors("The text", "The text", [{ id: "x", anchor }])).toThrow("The words of x");
});

/** Prose in which much is said twice, and what makes offsets go wrong. */
const words = fc.constantFrom(
  ...'The the mayor denied it that bridge is safe. safe, 10 1,200 “no” "yes" — – don’t co-op\n \n😀 👩‍👩‍👧 🇩🇪 cafe\u0301 שלום مرحبا 否认 大桥。'.split(
    / +/u,
  ),
);
const prose = fc.array(words, { minLength: 1, maxLength: 40 }).map((all) => all.join(" "));
const pieces = fc.array(words, { maxLength: 6 }).map((all) => all.join(" "));
const few = fc.array(words, { maxLength: 4 }).map((all) => all.join(" "));

const passes = (text: string, span: Span) => {
  try {
    checkSpan(text, span);
    return true;
  } catch {
    return false;
  }
};

/** A text with a passage that may be tagged. */
const tagged = fc
  .record({ text: prose, a: fc.nat(), b: fc.nat() })
  .map(({ text, a, b }) => {
    const [one, other] = [a % (text.length + 1), b % (text.length + 1)];
    return { text, span: { start: Math.min(one, other), end: Math.max(one, other) } };
  })
  .filter(({ text, span }) => passes(text, span));

/** A text of words that all differ, in lines of a sentence each. */
const STORY_WORDS = Array.from(
  { length: 60 },
  (_, index) => `w${index + 10}${index % 10 === 9 ? ".\n" : ""}`,
);
const unlike = fc
  .record({ first: fc.integer({ min: 2, max: 55 }), length: fc.integer({ min: 1, max: 12 }) })
  .map(({ first, length }) => {
    const after = Math.min(first + length, 58);
    const passage = STORY_WORDS.slice(first, after).join(" ").trimEnd();
    const head = `${STORY_WORDS.slice(0, first).join(" ")} `;
    return { head, passage, tail: STORY_WORDS.join(" ").slice(head.length + passage.length) };
  });

describe("for every text and every change", () => {
  it("kept and moved words are the same, and every span may carry a tag", () => {
    fc.assert(
      fc.property(tagged, prose, fc.boolean(), fc.nat(), fc.nat(), (tag, other, isEdit, at, length) => {
        const { text, span } = tag;
        const place = at % (text.length + 1);
        const after = isEdit ? text.slice(0, place) + other + text.slice(place + (length % 20)) : other;
        const carried = carry(text, after.toWellFormed(), span);
        if (carried.fate === "lost") return;
        expect(passes(after.toWellFormed(), carried.span)).toBe(true);
        const now = after.toWellFormed().slice(carried.span.start, carried.span.end);
        if (carried.fate !== "altered") expect(now).toBe(text.slice(span.start, span.end));
      }),
      { numRuns: 1_000 },
    );
  });

  it("the same text keeps every tag where it is", () => {
    fc.assert(
      fc.property(tagged, ({ text, span }) => {
        expect(carry(text, text, span)).toEqual({ fate: "kept", span });
      }),
    );
  });

  it("one edit outside the words keeps them, at their place", () => {
    fc.assert(
      fc.property(unlike, pieces, fc.nat(), fc.nat(), fc.boolean(), (story, piece, at, cut, isBefore) => {
        const { head, passage, tail } = story;
        const side = isBefore ? head : tail;
        const place = at % (side.length + 1);
        const edited = side.slice(0, place) + ` ${piece} ` + side.slice(place + (cut % 80));
        const [newHead, newTail] = isBefore ? [`${edited} `, tail] : [head, ` ${edited}`];
        const span = { start: head.length, end: head.length + passage.length };
        expect(carry(head + passage + tail, newHead + passage + newTail, span)).toEqual({
          fate: "kept",
          span: { start: newHead.length, end: newHead.length + passage.length },
        });
      }),
    );
  });

  it("edits on both sides keep them too", () => {
    fc.assert(
      fc.property(unlike, few, few, fc.nat(), fc.nat(), (story, one, other, at, cut) => {
        const { head, passage, tail } = story;
        fc.pre(passage.length > 10);
        const newHead = `${head.slice(0, at % head.length)} ${one} ${head.slice((at % head.length) + (cut % 9))} `;
        const newTail = ` ${tail.slice(0, cut % tail.length)} ${other} ${tail.slice((cut % tail.length) + (at % 9))}`;
        const span = { start: head.length, end: head.length + passage.length };
        expect(carry(head + passage + tail, newHead + passage + newTail, span)).toEqual({
          fate: "kept",
          span: { start: newHead.length, end: newHead.length + passage.length },
        });
      }),
    );
  });

  it("an edit inside the words alters them, and the span covers what is there now", () => {
    fc.assert(
      fc.property(unlike, fc.nat(), fc.nat(), (story, at, cut) => {
        const { head, passage, tail } = story;
        fc.pre(passage.length > 2);
        const place = 1 + (at % (passage.length - 2));
        const rest = passage.slice(Math.min(passage.length - 1, place + (cut % passage.length)));
        const now = `${passage.slice(0, place)}Æ${rest}`;
        const span = { start: head.length, end: head.length + passage.length };
        expect(carry(head + passage + tail, head + now + tail, span)).toEqual({
          fate: "altered",
          by: "words",
          span: { start: head.length, end: head.length + now.length },
        });
      }),
    );
  });

  it("words that were deleted are lost", () => {
    fc.assert(
      fc.property(unlike, ({ head, passage, tail }) => {
        const span = { start: head.length, end: head.length + passage.length };
        expect(carry(head + passage + tail, head + tail, span)).toEqual({ fate: "lost", why: "deleted" });
      }),
    );
  });

  it("a line that was moved takes its words with it", () => {
    fc.assert(
      fc.property(unlike, fc.nat(5), (story, to) => {
        const text = story.head + story.passage + story.tail;
        const lines = text.trimEnd().split("\n");
        const from = story.head.split("\n").length - 1;
        fc.pre(!story.passage.includes("\n"));
        const [line = ""] = lines.splice(from, 1);
        lines.splice(to, 0, line);
        const after = `${lines.join("\n")}\n`;
        const start = story.head.length;
        const carried = carry(text, after, { start, end: start + story.passage.length });
        expect(["kept", "moved"]).toContain(carried.fate);
        expect("span" in carried && carried.span.start).toBe(after.indexOf(story.passage));
      }),
    );
  });
});
