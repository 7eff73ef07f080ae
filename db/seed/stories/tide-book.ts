import { approved, checked, dismissed, opened, reopened, suggested, type Story } from "~/db/seed/story";

import { tideBookText } from "./tide-book-text";

/** The long read: most of its checking is done, by several people over three weeks. */
export const tideBook: Story = {
  slug: "tide-book",
  title: "Eleven Centimetres",
  language: "en",
  direction: "ltr",
  desk: "long-reads",
  author: "reporter",
  arrived: "29d 13:30",
  text: tideBookText,
  tags: [
    {
      key: "wrong-mark",
      words: "For more than sixty years Kelmouth measured the sea from the wrong mark",
      type: "claim",
      attributes: { kind: "event", voice: "own", priority: "must" },
      note: "Holds whichever of the two explanations is right.",
      journey: [
        opened("reporter", "29d 13:41"),
        checked("checker", "26d 10:02", {
          finding: "confirmed",
          evidence: ["levelling-report", "varga-notebooks"],
        }),
        approved("managing-editor", "24d 16:20"),
      ],
    },
    {
      key: "varga-steps",
      words: "has gone down the Customs Steps, by her own count, more than eighteen thousand times",
      type: "claim",
      attributes: { kind: "quantity", voice: "attributed", speaker: "Ilse Varga", priority: "must" },
      journey: [
        opened("reporter", "29d 13:43"),
        checked("checker", "26d 10:20", {
          finding: "confirmed",
          evidence: ["varga-notebooks"],
          note: "Her running total on the last page of each notebook; the newest says 18,311.",
        }),
        approved("copy-editor", "24d 17:02"),
      ],
    },
    {
      key: "staff-unread",
      words: "that no harbour authority has read since 1958",
      type: "claim",
      attributes: { kind: "event", voice: "own", priority: "must" },
      journey: [
        opened("copy-editor", "28d 09:15"),
        checked("checker", "26d 10:31", { finding: "confirmed", evidence: ["tide-ledgers"] }),
        approved("copy-editor", "24d 17:04"),
      ],
    },
    {
      key: "crail-rule",
      words: "If a clerk forgot, he was to leave the line blank",
      type: "claim",
      attributes: { kind: "rule", voice: "own", priority: "should" },
      journey: [
        opened("copy-editor", "28d 09:22"),
        checked("checker", "25d 14:10", {
          finding: "confirmed",
          evidence: ["tide-ledgers"],
          note: "Crail’s standing instruction, pasted inside the cover of volume 1.",
        }),
        approved("copy-editor", "24d 17:06"),
      ],
    },
    {
      key: "duarte-gauge",
      words: "“I said the official gauge,”",
      type: "quote",
      attributes: { form: "direct", speaker: "Anneke Duarte", sourceKind: "named", cue: "recalled" },
      journey: [
        opened("reporter", "29d 13:52"),
        checked("copy-editor", "24d 17:15", { finding: "confirmed", evidence: ["duarte-interview"] }),
        approved("checker", "23d 09:40"),
      ],
    },
    {
      key: "duarte-answer",
      words: "“And she said, ‘Ah. I have the other one.’”",
      type: "quote",
      attributes: { form: "direct", speaker: "Anneke Duarte", sourceKind: "named", cue: "recalled" },
      links: [{ relation: "continues", to: "duarte-gauge" }],
      journey: [
        opened("reporter", "29d 13:53"),
        checked("copy-editor", "24d 17:16", { finding: "confirmed", evidence: ["duarte-interview"] }),
        approved("checker", "23d 09:41"),
      ],
    },
    {
      key: "varga-answer",
      words: "‘Ah. I have the other one.’",
      type: "quote",
      attributes: { form: "direct", speaker: "Ilse Varga", sourceKind: "named", cue: "said" },
      links: [{ relation: "within", to: "duarte-answer" }],
      note: "Varga remembers the same words. Two of the eleven listeners do not remember the evening.",
      journey: [
        opened("copy-editor", "28d 09:31"),
        checked("checker", "23d 09:48", { finding: "confirmed", evidence: ["varga-interview"] }),
        approved("copy-editor", "22d 11:00"),
      ],
    },
    {
      key: "average",
      words: "The average of 16,902 pairs is eleven centimetres and two millimetres",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "should" },
      journey: [
        opened("reporter", "29d 14:05"),
        checked("checker", "25d 15:00", {
          finding: "confirmed-with-change",
          evidence: ["duarte-data"],
          note: "16,902 pairs, not the 16,920 of the first draft. The mean is right.",
        }),
        reopened("checker", "24d 10:12", "The copy now has 16,902."),
        checked("checker", "24d 10:14", { finding: "confirmed", evidence: ["duarte-data"] }),
        approved("copy-editor", "24d 17:20"),
      ],
    },
    {
      key: "jetty-settled",
      words: "has settled on its piles by about ten centimetres since it was built",
      type: "claim",
      attributes: { kind: "quantity", voice: "attributed", speaker: "the harbour board", priority: "should" },
      links: [{ relation: "contradicts", to: "gap-steady" }],
      journey: [
        opened("reporter", "29d 14:12"),
        checked("checker", "22d 15:31", {
          finding: "disputed",
          evidence: ["board-letter", "levelling-report"],
        }),
        approved("standards", "21d 12:00"),
      ],
    },
    {
      key: "board-position",
      words: "A transcription error, the board wrote, is “an attractive story and an unproven one”",
      type: "uncertainty",
      attributes: { kind: "conflicting", level: "unspecified", holder: "author" },
      links: [
        { relation: "about", to: "jetty-settled" },
        { relation: "about", to: "gap-steady" },
      ],
      journey: [
        opened("checker", "22d 15:35"),
        checked("checker", "22d 15:36", { finding: "confirmed", evidence: ["board-letter"] }),
        approved("standards", "21d 12:03"),
      ],
    },
    {
      key: "board-unproven",
      words: "“an attractive story and an unproven one”",
      type: "quote",
      attributes: { form: "mixed", speaker: "the harbour board", sourceKind: "organization", cue: "wrote" },
      links: [{ relation: "within", to: "board-position" }],
      journey: [
        opened("reporter", "29d 14:14"),
        checked("checker", "22d 15:38", { finding: "confirmed", evidence: ["board-letter"] }),
        approved("copy-editor", "21d 15:10"),
      ],
    },
    {
      key: "gap-steady",
      words: "Between 1974 and now it has not changed by as much as a centimetre",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "should" },
      journey: [
        opened("checker", "22d 15:33"),
        checked("checker", "22d 16:20", { finding: "confirmed", evidence: ["duarte-data", "geodesist"] }),
        approved("copy-editor", "21d 15:12"),
      ],
    },
    {
      key: "flooded-homes",
      words: "On the map of 2009 there are 412 homes on the wet side of it",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "should" },
      journey: [
        opened("reporter", "29d 14:20"),
        checked("checker", "21d 09:30", { finding: "confirmed", evidence: ["flood-maps"] }),
        approved("copy-editor", "21d 15:15"),
      ],
    },
    {
      key: "premium",
      words: "The premium for the coming year is £3,900, up from £640",
      type: "claim",
      attributes: { kind: "comparison", voice: "own", priority: "should" },
      journey: [
        opened("reporter", "29d 14:22"),
        checked("checker", "21d 09:44", {
          finding: "confirmed",
          evidence: ["insurer-letter"],
          note: "Seen framed, behind the counter, and photographed with the owner’s consent.",
        }),
        approved("managing-editor", "20d 10:05"),
      ],
    },
    {
      key: "liability",
      words:
        "Whether the city or the harbour board is liable for a line that both of them relied on, and neither of them checked, is unclear",
      type: "uncertainty",
      attributes: { kind: "unknown", level: "unspecified", holder: "author" },
      journey: [
        opened("copy-editor", "28d 09:50"),
        checked("standards", "20d 11:30", {
          finding: "confirmed",
          evidence: ["liability-opinion"],
          note: "Counsel’s opinion: nothing decided, nothing close.",
        }),
        approved("managing-editor", "20d 12:10"),
      ],
    },
    {
      key: "lost-value",
      words: "the loss in the value of its members’ homes at £61 million",
      type: "claim",
      attributes: { kind: "quantity", voice: "attributed", speaker: "The association", priority: "should" },
      journey: [
        opened("reporter", "29d 14:26"),
        checked("checker", "20d 14:00", {
          finding: "unverifiable",
          evidence: [],
          note: "Asked the agent for the workings twice; asked the land registry for sales since August: six, too few.",
        }),
      ],
    },
    {
      key: "never-reported",
      words: "no such discrepancy was ever reported",
      type: "claim",
      attributes: {
        kind: "event",
        voice: "attributed",
        speaker: "The board",
        priority: "should",
        legal: true,
      },
      links: [{ relation: "contradicts", to: "struck-off" }],
      journey: [
        opened("copy-editor", "28d 09:58"),
        checked("checker", "19d 10:15", {
          finding: "disputed",
          evidence: ["board-letter", "surveyor-interview", "benchmark-lists"],
        }),
        approved("standards", "18d 16:40"),
      ],
    },
    {
      key: "retired-surveyor",
      words:
        "A surveyor who worked for it for many years, and who asked not to be identified because of the terms of a pension agreement",
      type: "uncertainty",
      attributes: { kind: "anonymous", level: "unspecified", holder: "author" },
      journey: [
        opened("reporter", "29d 14:31"),
        checked("checker", "19d 10:40", { finding: "confirmed", evidence: ["surveyor-interview"] }),
        approved("managing-editor", "18d 17:05"),
      ],
    },
    {
      key: "struck-off",
      words: "By 2011 it had been struck from the list of benchmarks altogether",
      type: "claim",
      attributes: {
        kind: "event",
        voice: "attributed",
        speaker: "A surveyor who worked for it for many years",
        priority: "should",
      },
      journey: [
        opened("reporter", "29d 14:33"),
        checked("checker", "19d 10:52", {
          finding: "confirmed-with-change",
          evidence: ["benchmark-lists", "surveyor-interview"],
          note: "The lists show it only to within two years: on it in 2010, gone in 2012. Say “by 2012”.",
        }),
      ],
    },
    {
      key: "between-them",
      words: "what was said there was between the two of them",
      type: "quote",
      attributes: { form: "indirect", speaker: "Cornelia Haas", sourceKind: "named", cue: "said" },
      journey: [opened("reporter", "29d 14:40")],
    },
    {
      key: "extra-cost",
      words: "is likely to",
      type: "uncertainty",
      attributes: { kind: "forecast", level: "probable", holder: "author" },
      journey: [
        suggested("uncertainty-by-lexicon", "29d 13:31"),
        opened("copy-editor", "28d 10:10"),
        checked("checker", "18d 09:00", {
          finding: "confirmed",
          evidence: ["wall-estimate"],
          note: "The estimate calls the range “most probable”.",
        }),
        approved("copy-editor", "17d 11:25"),
      ],
    },
    {
      key: "fair-to-say",
      words: "it is fair to say that",
      type: "uncertainty",
      attributes: { kind: "hedge", level: "probable", holder: "author" },
      journey: [
        suggested("uncertainty-by-lexicon", "29d 13:31"),
        dismissed("copy-editor", "28d 10:12", "A turn of phrase; delete it and the sentence is no surer."),
      ],
    },
    {
      key: "sea-rise",
      words:
        "the record shows the water off Kelmouth climbing by 1.4 millimetres a year over the first century of the books and by 3.6 a year over the last three decades",
      type: "claim",
      attributes: { kind: "comparison", voice: "own", priority: "should" },
      journey: [
        opened("checker", "18d 09:12"),
        checked("checker", "18d 09:40", { finding: "confirmed", evidence: ["duarte-data", "geodesist"] }),
        approved("copy-editor", "17d 11:30"),
      ],
    },
  ],
};
