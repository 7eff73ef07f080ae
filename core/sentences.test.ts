import fc from "fast-check";
import { expect, it, test } from "vitest";

import { trimSpan } from "./anchor";
import { sentenceAt } from "./sentences";

/** `|` marks the caret. */
function at(marked: string, language = "en") {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { start, end } = sentenceAt(text, offset, language);
  return text.slice(start, end);
}

test.each([
  ["the first", "It r|ained. It stopped.", "It rained."],
  ["the second", "It rained. It s|topped.", "It stopped."],
  ["in the gap", "It rained.| It stopped.", "It rained."],
  ["the end of the text", "It rained. It stopped.|", "It stopped."],
  ["its paragraph only", "A title\n\nIt r|ained\nIt stopped", "It rained"],
  ["an empty line", "A\n|\nB", ""],
  ["a title before a name", "Then Dr. O|smond spoke. She left.", "Then Dr. Osmond spoke."],
  ["a rank before a name", "Then Lt. Gen. Ada B|erg spoke.", "Then Lt. Gen. Ada Berg spoke."],
  ["initials", "J. K. R|eed wrote it. He did.", "J. K. Reed wrote it."],
  ["a country before a noun", "The U.S. S|enate voted. It passed.", "The U.S. Senate voted."],
  ["a country at the end", "She left the U.S. The v|ote came later.", "The vote came later."],
  ["a time in the middle", "At 9 a.m. Berg a|rrived. She spoke.", "At 9 a.m. Berg arrived."],
  ["a firm in the middle", "Arle Ltd. S|ays no.", "Arle Ltd. Says no."],
  ["a firm at the end", "He left Arle Ltd. It c|losed.", "It closed."],
  ["a month", "On Sept. 1|4 it rained. Then", "On Sept. 14 it rained."],
  ["a number", "Is No. 1|0 home? Yes.", "Is No. 10 home?"],
  ["a plain no", "He said no. T|hey left.", "They left."],
  ["a plain art", "She likes art. Dogs t|oo.", "Dogs too."],
  ["a decimal", "It rose 3.5 per|cent. Then", "It rose 3.5 percent."],
  ["I ends a sentence", "So did I. T|hey left.", "They left."],
  ["a whole quotation", "“It r|ained,” she said. He left.", "“It rained,” she said."],
  ["the first of a quotation", "“It r|ained. It stopped.”", "It rained."],
  ["the last of a quotation", "“It rained. It s|topped.”", "It stopped."],
  ["a question in speech", "“Why?” she a|sked. He left.", "“Why?” she asked."],
])("%s", (_, marked, sentence) => {
  expect(at(marked)).toBe(sentence);
});

test.each([
  ["de", "Er kam z. B. gestern a|n. Sie ging.", "Er kam z. B. gestern an."],
  ["ja", "首相は辞任した。野党は反|発している。", "野党は反発している。"],
  ["zh", "他说不。她|走了。", "她走了。"],
  ["ar", "هل وصل؟ نعم و|صل.", "نعم وصل."],
  ["hi", "वह आया। वह ग|या।", "वह गया।"],
])("in %s", (language, marked, sentence) => {
  expect(at(marked, language)).toBe(sentence);
});

it("lies in one paragraph, around or beside the offset, without white space at its edges", () => {
  const unit = fc.constantFrom(
    "It rained. ",
    "Mr. ",
    "U.S. ",
    "“",
    "”",
    "😀",
    "e\u0301",
    "\u0301",
    "\n",
    "\u2028",
    "\u00A0",
    " ",
    "।",
    "。",
    "שלום ",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), fc.nat(200), (text, place) => {
      const offset = Math.min(place, text.length);
      const { start, end } = sentenceAt(text, offset, "en");
      const sentence = text.slice(start, end);
      expect(sentence).not.toContain("\n");
      if (trimSpan(text, { start, end })) expect(sentence).not.toMatch(/^\s|\s$/);
      expect(text.slice(Math.min(start, offset), Math.max(start, offset))).not.toContain("\n");
    }),
    { numRuns: 1_000 },
  );
});
