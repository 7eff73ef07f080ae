import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { quotationAt, quotationsIn } from "./quotations";

/** `|` marks the caret. */
function at(marked: string) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const found = quotationAt(text, offset);
  return found && text.slice(found.start, found.end);
}

describe("quotationAt", () => {
  test.each([
    ["typographic", "She said, “We ar|e done.” Then she left.", "“We are done.”"],
    ["at the opening mark", "She said |“We are done.”", "“We are done.”"],
    ["at the closing mark", "She said “We are done.|” Then", "“We are done.”"],
    ["straight", 'He said "it| is late" and "go".', '"it is late"'],
    ["the second of two", 'He said "it is late" and "g|o".', '"go"'],
    ["single", "He called it ‘a lo|ss’ twice", "‘a loss’"],
    ["single straight", "He called it 'a lo|ss' twice", "'a loss'"],
    ["an apostrophe inside", "‘It wasn’t o|urs,’ he said", "‘It wasn’t ours,’"],
    ["a plural’s apostrophe inside", "‘The boys’ ho|use is gone,’ he said", "‘The boys’ house is gone,’"],
    ["nested, inside", "“He said ‘n|ever’ to me,” she said", "‘never’"],
    ["nested, outside", "“He s|aid ‘never’ to me,” she said", "“He said ‘never’ to me,”"],
    ["nested, both ending at once", "“He said ‘never.|’”", "‘never.’"],
    ["a mark is closed once", "“He said ‘b’ th|en c’ d”", "“He said ‘b’ then c’ d”"],
    ["straight in typographic", '“The "d|eal" is off”', '"deal"'],
    ["French", "Il a dit : « C’est f|ini. » Puis", "« C’est fini. »"],
    ["French with no-break blanks", "dit «\u00A0C’est f|ini.\u00A0» Puis", "«\u00A0C’est fini.\u00A0»"],
    ["German", "Er sagte: „Das ist v|orbei.“ Dann", "„Das ist vorbei.“"],
    ["German, nested", "„Er sagte ‚n|ie‘ zu mir“", "‚nie‘"],
    ["German, two", "„Ja“, sagte er, „n|ein“", "„nein“"],
    ["German guillemets", "Er sagte: »Das ist v|orbei.« Dann »ja«", "»Das ist vorbei.«"],
    ["Polish", "Powiedział: „To kon|iec”.", "„To koniec”"],
    ["Swedish", "Hon sa: ”Det är s|lut.” Sedan", "”Det är slut.”"],
    ["Japanese", "首相は「増税は|しない」と述べた", "「増税はしない」"],
    ["Japanese, nested", "「彼は『は|い』と言った」", "『はい』"],
    ["Hebrew", 'הוא אמר "זה נ|גמר" אתמול', '"זה נגמר"'],
    ["outside", "She s|aid “done”.", null],
    ["between two", 'He said "late" a|nd "go".', null],
    ["a contraction is no quotation", "don’t and w|on’t and the boys’ house", null],
    ["a decade is no quotation", "In the ’90s an|d the '80s, o’clock", null],
    ["inches are no quotation", 'a 6" pi|pe and a 4" pipe', null],
    ["an orphan opens nothing", "He said “never ag|ain.", null],
    ["an orphan does not end one", "again.” She l|eft.", null],
    ["an orphan inside is passed over", "“He said ‘n|ever to me,” she said", "“He said ‘never to me,”"],
    [
      "an orphan does not swallow the next paragraph",
      "He said “never.\n\nThe n|ext day.\n\n“Yes,” he said.",
      null,
    ],
    ["an orphan leaves later quotations alone", "He said never.”\n\n“Y|es,” he said.", "“Yes,”"],
    [
      "over two paragraphs, from the first",
      "“We b|egan.\n\n“We ended.” So he said.",
      "“We began.\n\n“We ended.”",
    ],
    [
      "over two paragraphs, from the last",
      "“We began.\n\n“We e|nded.” So he said.",
      "“We began.\n\n“We ended.”",
    ],
    ["over three, from the middle", "He said: “A.\n\n“B| b.\n\n“C.” Done", "“A.\n\n“B b.\n\n“C.”"],
    ["over two, in straight marks", '"We b|egan.\n\n"We ended." So', '"We began.\n\n"We ended."'],
    ["never closed over paragraphs", "“We b|egan.\n\n“We ended.", null],
    ["two quotations in two paragraphs stay two", "“We b|egan.”\n\n“We ended.”", "“We began.”"],
    ["an empty text", "|", null],
  ])("%s", (_, marked, quotation) => {
    expect(at(marked)).toBe(quotation);
  });

  it("is made of matching marks around the offset, or null", () => {
    const unit = fc.constantFrom(
      "a",
      "s",
      " ",
      ".",
      "\n",
      "“",
      "”",
      "‘",
      "’",
      '"',
      "'",
      "«",
      "»",
      "„",
      "「",
      "」",
      "😀",
      "\u2028",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.nat(60), (text, place) => {
        const offset = Math.min(place, text.length);
        const found = quotationAt(text, offset);
        if (found === null) return;
        expect(found.start).toBeLessThanOrEqual(offset);
        expect(found.end).toBeGreaterThan(offset);
        expect("“‘\"'«»„「”".includes(text.charAt(found.start))).toBe(true);
        expect("”’\"'»«「」“".includes(text.charAt(found.end - 1))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("quotationsIn gives those of one paragraph only, at their place in the text", () => {
  const text = "“No.”\nHe said “yes” and “no”.";
  const spans = quotationsIn(text, { start: 6, end: text.length });
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["“yes”", "“no”"]);
});
