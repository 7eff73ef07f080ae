import { describe, expect, test } from "vitest";

import { propose, read } from "./testing";

describe("the kind of a claim", () => {
  test.each([
    ["[Crime fell by 12 percent]", "quantity"],
    ["[Two dozen houses burned]", "quantity"],
    ["[More than 100,000 people left]", "quantity"],
    ["[It cost €3m]", "quantity"],
    ["[The bridge closed on 14 March 2024]", "event"],
    ["[The bridge closed in February 2022]", "event"],
    ["[The bridge closed on the 16th of February]", "event"],
    ["[The bridge opened in 1998 at 9:30 a.m.]", "event"],
    ["[The 34-year-old driver fled]", "event"],
    ["[An F-16 landed under Article 5]", "event"],
    ["[The bridge closed]", "event"],
    ["[In 2019, 40 people drowned]", "quantity"],
  ])("%s is %s", (marked, kind) => {
    expect(propose("claim", marked).kind).toBe(kind);
  });
});

describe("the voice of a claim", () => {
  test.each([
    ["own", "[The bridge closed on Monday].", "own", undefined],
    ["after a cue", "Ada Osmond said [the bridge had closed].", "attributed", "Ada Osmond"],
    ["with its cue", "[Ada Osmond said the bridge had closed.]", "attributed", "Ada Osmond"],
    [
      "before a closing attribution",
      "[The bridge had closed], Ada Osmond told the council.",
      "attributed",
      "Ada Osmond",
    ],
    ["before according to", "[The bridge closed], according to the council.", "attributed", "the council"],
    ["after according to", "According to the council, [the bridge closed].", "attributed", "the council"],
    ["a denial", "Ada Osmond denied [having closed the bridge].", "attributed", "Ada Osmond"],
    ["a number put", "The council put the number at [400 houses].", "attributed", "the council"],
    [
      "an accusation",
      "Officials directly accused [Norway of closing the bridge].",
      "attributed",
      "Officials",
    ],
    ["in a quotation", "“It is over, [the bridge is closed],” said Ada Osmond.", "attributed", "Ada Osmond"],
    ["in a quotation of nobody", "“It is over, [the bridge is closed].”", "attributed", undefined],
    ["in another clause", "[The bridge closed], while Ada Osmond said it was safe.", "own", undefined],
    ["in another sentence", "Ada Osmond said no. [The bridge closed].", "own", undefined],
    ["after a claimed thing", "The claimed repair came late; [the bridge closed].", "own", undefined],
    ["where nothing was said", "Ada Osmond did not say why [the bridge closed].", "own", undefined],
  ])("%s", (_, marked, voice, speaker) => {
    const attributes = propose("claim", marked);
    expect([attributes.voice, read(attributes, "speaker")]).toEqual([voice, speaker]);
  });
});

describe("the priority of a claim", () => {
  const article =
    "Town closes bridge\nIt had cracks.\nThe pier. Photo: Ada Berg\n\nThe council voted.\n\nIt will last.";
  test.each([
    ["Town closes bridge", "must"],
    ["It had cracks", "must"],
    ["The pier", "should"],
    ["The council voted", "must"],
    ["It will last", "should"],
  ])("%s is %s", (words, priority) => {
    expect(propose("claim", article.replace(words, `[${words}]`), { head: "" }).priority).toBe(priority);
  });
});
