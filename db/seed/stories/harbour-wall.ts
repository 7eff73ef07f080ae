import { approved, checked, dismissed, opened, reopened, suggested, type Story } from "~/db/seed/story";

import { harbourWallText } from "./harbour-wall-text";
import { harbourWallThreads } from "./harbour-wall-threads";

/** The first article that a newcomer opens: every kind of tag, every state, and something left to do. */
export const harbourWall: Story = {
  slug: "harbour-wall",
  title: "Council Backs £38m Harbour Wall, Leaving £6m Still to Find",
  language: "en",
  direction: "ltr",
  desk: "politics",
  author: "reporter",
  arrived: "3d 06:10",
  text: harbourWallText,
  tags: [
    {
      key: "headline-cost",
      words: "Council Backs £38m Harbour Wall",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must" },
      journey: [
        opened("reporter", "3d 06:14"),
        checked("checker", "2d 09:05", {
          finding: "confirmed",
          evidence: ["council-minutes", "finance-report"],
        }),
        approved("copy-editor", "2d 11:20"),
      ],
    },
    {
      key: "headline-gap",
      words: "Leaving £6m Still to Find",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must" },
      note: "38 less 22 less 10. The report gives the same sum in table 3.",
      journey: [
        opened("reporter", "3d 06:15"),
        checked("checker", "2d 09:12", { finding: "confirmed", evidence: ["finance-report"] }),
      ],
    },
    {
      key: "vote-count",
      words: "Kelmouth’s councillors voted 21 to 14 for a new sea wall after a seven-hour meeting",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must" },
      journey: [
        opened("reporter", "3d 06:16"),
        checked("checker", "2d 08:40", { finding: "confirmed", evidence: ["council-recording"] }),
        reopened(
          "standards",
          "2d 10:02",
          "The recording breaks off before the clerk repeats the count. Use the minutes.",
        ),
        checked("checker", "2d 14:31", {
          finding: "confirmed",
          evidence: ["council-minutes"],
          note: "The signed minutes, item 9: 21 for, 14 against, 3 absent.",
        }),
        approved("managing-editor", "1d 08:55"),
      ],
    },
    {
      key: "who-pays",
      words: "Who pays for the last part of it is not known",
      type: "uncertainty",
      attributes: { kind: "unknown", level: "unspecified", holder: "author" },
      links: [{ relation: "about", to: "headline-gap" }],
      journey: [opened("copy-editor", "2d 11:24")],
    },
    {
      key: "vote-sum",
      words:
        "Kelmouth’s city council voted late on Tuesday to spend £38 million on a new wall for the outer harbour",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must" },
      links: [{ relation: "supports", to: "headline-cost" }],
      journey: [
        opened("reporter", "3d 06:18"),
        checked("checker", "2d 09:08", { finding: "confirmed", evidence: ["council-minutes"] }),
      ],
    },
    {
      key: "largest-sum",
      words: "the largest sum it has ever committed to a single building project",
      type: "claim",
      attributes: { kind: "comparison", voice: "own", priority: "must" },
      note: "Before inflation? The swimming baths of 1934 would come close in today’s money.",
      journey: [opened("copy-editor", "2d 11:27")],
    },
    {
      key: "start-of-work",
      words: "is expected to",
      type: "uncertainty",
      attributes: { kind: "forecast", level: "probable", holder: "author" },
      journey: [
        suggested("uncertainty-by-lexicon", "3d 06:11"),
        opened("reporter", "3d 06:20"),
        checked("checker", "2d 09:20", {
          finding: "confirmed",
          evidence: ["finance-report"],
          note: "The report says “planned for September, subject to funding”. “Expected” is fair.",
        }),
        approved("copy-editor", "2d 11:31"),
      ],
    },
    {
      key: "at-least",
      words: "at least",
      type: "uncertainty",
      attributes: { kind: "hedge", level: "unspecified", holder: "author" },
      journey: [
        suggested("uncertainty-by-lexicon", "3d 06:11"),
        dismissed("reporter", "3d 06:21", "An approximator, which the guide leaves untagged."),
      ],
    },
    {
      key: "marsh-winters",
      words: "“We have had three winters of warnings, and I am not prepared to wait for a fourth,”",
      type: "quote",
      attributes: { form: "direct", speaker: "Helena Marsh", sourceKind: "named", cue: "said" },
      journey: [
        opened("reporter", "3d 06:23"),
        checked("copy-editor", "2d 11:36", { finding: "confirmed", evidence: ["council-recording"] }),
        approved("managing-editor", "1d 09:01"),
      ],
    },
    {
      key: "marsh-harbour",
      words: "“A harbour that closes is a town that closes.”",
      type: "quote",
      attributes: { form: "direct", speaker: "Helena Marsh", sourceKind: "named", cue: "said" },
      links: [{ relation: "continues", to: "marsh-winters" }],
      journey: [
        opened("reporter", "3d 06:24"),
        checked("copy-editor", "2d 11:37", { finding: "confirmed", evidence: ["council-recording"] }),
      ],
    },
    {
      key: "report-gap",
      words: "“material and unsecured”",
      type: "quote",
      attributes: {
        form: "mixed",
        speaker: "The council’s own finance report",
        sourceKind: "document",
        cue: "calls",
      },
      journey: [
        opened("reporter", "3d 06:26"),
        checked("checker", "2d 09:25", { finding: "confirmed", evidence: ["finance-report"] }),
        approved("copy-editor", "2d 11:40"),
      ],
    },
    {
      key: "interest",
      words: "a loan for the missing sum would cost £410,000 a year in interest",
      type: "claim",
      attributes: {
        kind: "quantity",
        voice: "attributed",
        speaker: "Daniel Oyelaran",
        priority: "should",
      },
      journey: [
        opened("reporter", "3d 06:28"),
        checked("checker", "2d 09:44", { finding: "confirmed", evidence: ["city-accounts"] }),
        approved("copy-editor", "2d 11:44"),
      ],
    },
    {
      key: "libraries",
      words: "this was more than the city spends on its libraries",
      type: "claim",
      attributes: {
        kind: "comparison",
        voice: "attributed",
        speaker: "Daniel Oyelaran",
        priority: "should",
      },
      note: "He said it, but it is not so. Either drop the half-sentence or give the true figure after it.",
      journey: [
        opened("reporter", "3d 06:29"),
        checked("checker", "2d 09:52", {
          finding: "wrong",
          evidence: ["city-accounts"],
          note: "Libraries: £465,200 net in the last closed year.",
        }),
      ],
    },
    {
      key: "talks-under-way",
      words: "the council had “several serious conversations” under way",
      type: "claim",
      attributes: { kind: "event", voice: "attributed", speaker: "Helena Marsh", priority: "should" },
      journey: [opened("copy-editor", "2d 11:47")],
    },
    {
      key: "marsh-conversations",
      words: "“several serious conversations”",
      type: "quote",
      attributes: { form: "mixed", speaker: "Helena Marsh", sourceKind: "named", cue: "answered" },
      links: [{ relation: "within", to: "talks-under-way" }],
      journey: [
        opened("reporter", "3d 06:32"),
        checked("copy-editor", "2d 11:48", { finding: "confirmed", evidence: ["council-recording"] }),
        approved("checker", "1d 10:15"),
      ],
    },
    {
      key: "norvik-talks",
      words: "is believed to",
      type: "uncertainty",
      attributes: { kind: "hedge", level: "probable", holder: "author" },
      note: "Believed by whom? If the official is our only ground, say so.",
      journey: [suggested("uncertainty-by-lexicon", "3d 06:11"), opened("copy-editor", "2d 11:50")],
    },
    {
      key: "finance-official",
      words:
        "An official in the finance department, who asked not to be named because the talks are confidential",
      type: "uncertainty",
      attributes: { kind: "anonymous", level: "unspecified", holder: "author" },
      journey: [
        opened("reporter", "3d 06:34"),
        checked("checker", "2d 10:30", {
          finding: "confirmed",
          evidence: ["official-interview"],
          note: "The reason given in the copy is the reason in the notes. An editor knows who it is.",
        }),
        approved("standards", "1d 09:40"),
      ],
    },
    {
      key: "norvik-offer",
      words: "the firm had offered £4 million in exchange for a lease of thirty years",
      type: "claim",
      attributes: {
        kind: "quantity",
        voice: "attributed",
        speaker: "An official in the finance department",
        priority: "should",
      },
      links: [{ relation: "contradicts", to: "no-price" }],
      journey: [
        opened("reporter", "3d 06:35"),
        checked("checker", "2d 10:38", {
          finding: "unverifiable",
          evidence: [],
          note: "Asked the board, the company and two committee members. None would show or describe a paper.",
        }),
      ],
    },
    {
      key: "norvik-owner",
      words: "which belongs to the Halden Group",
      type: "claim",
      attributes: { kind: "identity", voice: "own", priority: "should" },
      journey: [
        opened("checker", "2d 10:41"),
        checked("checker", "2d 10:46", { finding: "confirmed", evidence: ["company-register"] }),
        approved("copy-editor", "1d 10:31"),
      ],
    },
    {
      key: "norvik-refusal",
      words: "“does not comment on market rumour”",
      type: "quote",
      attributes: { form: "mixed", speaker: "Norvik Line", sourceKind: "organization", cue: "said" },
      journey: [opened("reporter", "3d 06:37")],
    },
    {
      key: "no-price",
      words: "a price had been discussed",
      type: "claim",
      attributes: {
        kind: "event",
        voice: "attributed",
        speaker: "The harbour board",
        priority: "should",
      },
      journey: [
        opened("reporter", "3d 06:38"),
        checked("checker", "2d 10:55", {
          finding: "disputed",
          evidence: ["board-statement", "official-interview"],
        }),
      ],
    },
    {
      key: "price-conflict",
      words: "denied that a price had been discussed",
      type: "uncertainty",
      attributes: { kind: "conflicting", level: "unspecified", holder: "author" },
      links: [
        { relation: "about", to: "norvik-offer" },
        { relation: "about", to: "no-price" },
      ],
      journey: [opened("checker", "2d 10:57")],
    },
    {
      key: "entrance",
      words: "the new entrance would be eleven metres narrower than the present one",
      type: "claim",
      attributes: {
        kind: "comparison",
        voice: "attributed",
        speaker: "Ruta Lindqvist",
        priority: "should",
      },
      journey: [
        opened("reporter", "3d 06:40"),
        checked("checker", "2d 11:03", {
          finding: "confirmed-with-change",
          evidence: ["wall-drawings"],
          note: "Nine metres on the drawings of May, eleven on those of last year. Say which.",
        }),
      ],
    },
    {
      key: "lindqvist-listening",
      words: "the council had stopped listening to the people who use the water",
      type: "quote",
      attributes: { form: "indirect", speaker: "Ruta Lindqvist", sourceKind: "named", cue: "said" },
      journey: [opened("reporter", "3d 06:41")],
    },
    {
      key: "lindqvist-boats",
      words: "“somebody may misjudge it, and then we shall be counting boats”",
      type: "quote",
      attributes: { form: "direct", speaker: "Ruta Lindqvist", sourceKind: "named", cue: "added" },
      journey: [opened("reporter", "3d 06:42")],
    },
    {
      key: "may-misjudge",
      words: "may",
      occurrence: 1,
      type: "uncertainty",
      attributes: { kind: "hedge", level: "possible", holder: "source" },
      journey: [suggested("uncertainty-by-lexicon", "3d 06:11")],
    },
    {
      key: "sinking",
      words: "the swell now passes over the breakwater because its stone has sunk by 1.3 metres since 1980",
      type: "claim",
      attributes: {
        kind: "causal",
        voice: "attributed",
        speaker: "The board’s surveyors",
        priority: "should",
      },
      journey: [opened("checker", "2d 11:08")],
    },
    {
      key: "quarry",
      words: "Stone for the foundations has reportedly been reserved at a quarry near Skell",
      type: "uncertainty",
      attributes: { kind: "unverified", level: "unspecified", holder: "author" },
      journey: [opened("copy-editor", "2d 11:55")],
    },
    {
      key: "standing-orders",
      words:
        "The council’s standing orders allow no contract above £5 million to be signed until its funding is “identified in full”",
      type: "claim",
      attributes: { kind: "rule", voice: "own", priority: "should" },
      journey: [
        opened("checker", "2d 11:10"),
        checked("checker", "2d 11:14", { finding: "confirmed", evidence: ["standing-orders"] }),
      ],
    },
    {
      key: "grant-at-risk",
      words: "If the gap is not closed by 31 March, the coast fund may withdraw its grant",
      type: "uncertainty",
      attributes: { kind: "forecast", level: "possible", holder: "author" },
      journey: [opened("reporter", "3d 06:46")],
    },
  ],
  threads: harbourWallThreads,
};
