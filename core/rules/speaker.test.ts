import { describe, expect, it, test } from "vitest";

import { QCU_1 } from "~/core/qcu";

import { proposeAttributes } from "./index";
import { passageOf, propose, read, tagOn } from "./testing";

describe("who said it", () => {
  test.each([
    ["a name before", "Ada Osmond said: [“It is over now.”]", "Ada Osmond", "named", "said"],
    ["a name after", "[“It is over now,”] said Ada Osmond.", "Ada Osmond", "named", "said"],
    [
      "a name after, the other way",
      "[“It is over now,”] Ada Osmond told reporters.",
      "Ada Osmond",
      "named",
      "told",
    ],
    [
      "a title before the name",
      "[“It is over now,”] foreign minister Ada Osmond said.",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "a capitalised title",
      "President Ada van Osmond warned: [“It is over now.”]",
      "Ada van Osmond",
      "named",
      "warned",
    ],
    [
      "an apposition",
      "The mayor’s deputy, Ada Osmond, claimed, [“It is over now.”]",
      "Ada Osmond",
      "named",
      "claimed",
    ],
    [
      "an apposition after the name",
      "Ada Osmond, the mayor, said: [“It is over now.”]",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "a surname by its fullest form",
      "Ada Osmond arrived.\n\n[“It is over now,”] Osmond said.",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "a surname of two people",
      "Ada Osmond and Tom Osmond arrived.\n\n[“It is over now,”] Osmond said.",
      "Osmond",
      "named",
      "said",
    ],
    ["a pronoun", "Ada Osmond left early. [“It is over now,”] she said.", "Ada Osmond", "named", "said"],
    [
      "a role with one name",
      "Mayor Ada Osmond came late.\n\n[“It is over now,”] said the mayor.",
      "Ada Osmond",
      "named",
      "said",
    ],
    ["a role without a name", "[“It is over now,”] said the mayor.", "the mayor", "anonymous", "said"],
    [
      "somebody described",
      "[“It is over now,”] said a council official in Arle, who had seen it.",
      "a council official in Arle",
      "anonymous",
      "said",
    ],
    [
      "an institution",
      "[“It is over now,”] the ministry said in a note.",
      "the ministry",
      "organization",
      "said",
    ],
    ["a country", "Norway said: [“It is over now.”]", "Norway", "organization", "said"],
    ["officials", "U.S. officials said it was [“a bad sign”].", "U.S. officials", "organization", "said"],
    [
      "a document",
      "[“It is over now,”] according to a report by the council.",
      "a report by the council",
      "document",
      "according to",
    ],
    ["nobody", "The sign was clear. [“It is over now.”]", undefined, "unknown", undefined],
    ["nobody: a passive", "It is said to be [“a bad sign”].", undefined, "unknown", undefined],
    [
      "nobody: a verb inside another quotation",
      "“He said no” was written under [“It is over now.”]",
      undefined,
      "unknown",
      undefined,
    ],
    [
      "the nearer of two",
      "Tom Reed said it was late. [“It is over now,”] said Ada Osmond.",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "the one that introduces it",
      "Ada Osmond said: [“It is over now.”] Tom Reed said: “No, it is not.”",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "the one before a second quotation",
      "“It is late,” said Ada Osmond. [“It is over now.”]",
      "Ada Osmond",
      "named",
      "said",
    ],
    ["across initials", "[“It is over now,”] said J. K. Osmond on Monday.", "J. K. Osmond", "named", "said"],
    [
      "in reported speech",
      "Last week, Ada Osmond also said [she was tired of it].",
      "Ada Osmond",
      "named",
      "said",
    ],
  ])("%s", (_, marked, speaker, sourceKind, cue) => {
    const attributes = propose("quote", marked);
    expect([read(attributes, "speaker"), attributes.sourceKind, read(attributes, "cue")]).toEqual([
      speaker,
      sourceKind,
      cue,
    ]);
  });

  it("takes the previous quote’s speaker where the paragraph attributes nothing, and a described source’s full description", () => {
    const passage = passageOf("Wer weiß. „Es ist vorbei.“ Dann: [„Wir gehen jetzt.“]", { language: "de" });
    const before = tagOn(passage.text, "„Es ist vorbei.“", { speaker: { words: "Ada Osmond" } });
    expect(read(proposeAttributes(QCU_1, "quote", { ...passage, earlier: [before] }), "speaker")).toBe(
      "Ada Osmond",
    );

    const later = passageOf(
      "“Too late,” said a council official in Arle.\n\n[“It is over now,”] said the official.",
    );
    const first = tagOn(later.text, "“Too late,”", { speaker: { words: "a council official in Arle" } });
    expect(read(proposeAttributes(QCU_1, "quote", { ...later, earlier: [first] }), "speaker")).toBe(
      "a council official in Arle",
    );
  });

  it("gives a claim inside a quote that quote’s speaker", () => {
    const passage = passageOf("She wrote: “It is over: [the bridge cost 3 million].”");
    const around = tagOn(passage.text, "“It is over: the bridge cost 3 million.”", {
      speaker: { words: "Ada Osmond" },
    });
    const attributes = proposeAttributes(QCU_1, "claim", { ...passage, earlier: [around] });
    expect([attributes.voice, read(attributes, "speaker"), attributes.kind]).toEqual([
      "attributed",
      "Ada Osmond",
      "quantity",
    ]);
  });
});
