import { approved, checked, opened, type Story } from "~/db/seed/story";

const text = `Shipyard Director Denies Hiding Crack Reports as Ferry Trial Opens
Leonard Vey is accused of keeping three warnings about the hull of the Halcyon from the inspectors who passed it. He says there was one, and that it was a draft.
The Halcyon under repair at Brannock Marine after the accident. Photo: Lena Oster / Harbour Courier

The former operations director of the Brannock Marine shipyard went on trial at Kelmouth crown court on Monday, charged with endangering the lives of 163 people aboard the ferry Halcyon.

Leonard Vey, 58, spoke only to give his name and to plead not guilty to both counts. The Halcyon began to take on water eleven minutes after leaving the Fish Quay on a March evening two years ago. Nine passengers were injured as she was brought back and put ashore.

Opening the case for the prosecution, Harriet Lomas told the jury that Vey had received three reports of cracks in the hull in the month before the accident and had ordered them to be left out of the file that went to the inspectors. “He did not lose them,” she said. “He did not forget them. He filed them where nobody would look.”

Vey’s counsel, Edwin Tarr, denied that there had been three reports. His client had seen a single draft, he said, unsigned and undated, and had sent it back with the words “do it properly or not at all”. The jury will be shown the e-mail on Wednesday.

A welder, whose name may not be published by order of the court, is to give evidence from behind a screen. The welder allegedly marked the cracks in chalk on the plating, and found the marks painted over a week later.

The yard had lost its largest contract that winter, the jury heard, and faced a penalty of £18,000 for every day that the Halcyon was late. Lomas said the cracks were left unrepaired because the yard could not afford to keep the ship in dock.

“A poor man is not a reckless man, and neither is a poor shipyard,” Tarr replied.

Brannock Marine is not on trial. The company, which was sold to a competitor last year, said in a statement that it had “cooperated fully at every stage”. Under the Harbours Act a director who conceals a defect from an inspector faces up to ten years in prison.

What became of the painted plates is not known. They were cut out during the repair, and the scrap dealer who took them has since died. The trial is expected to last for five weeks.
`;

/** The story for the lawyer: a court case, with two accounts that cannot both be right, seen by few. */
export const crackReports: Story = {
  slug: "crack-reports",
  title: "Shipyard Director Denies Hiding Crack Reports as Ferry Trial Opens",
  language: "en",
  direction: "ltr",
  desk: "city",
  author: "reporter",
  arrived: "20d 17:05",
  restrictedTo: ["reporter", "checker", "standards", "managing-editor"],
  text,
  tags: [
    {
      key: "hiding",
      words: "Hiding Crack Reports",
      type: "claim",
      attributes: {
        kind: "event",
        voice: "attributed",
        speaker: "Shipyard Director",
        priority: "must",
        legal: true,
      },
      note: "Denied in the headline itself. Keep the verb where it is.",
      journey: [
        opened("reporter", "20d 17:12"),
        checked("checker", "19d 14:05", {
          finding: "disputed",
          evidence: ["indictment", "court-transcript"],
        }),
        approved("standards", "18d 10:20"),
      ],
    },
    {
      key: "accused",
      words:
        "Leonard Vey is accused of keeping three warnings about the hull of the Halcyon from the inspectors who passed it",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must", legal: true },
      journey: [
        opened("reporter", "20d 17:14"),
        checked("checker", "19d 14:12", {
          finding: "confirmed",
          evidence: ["indictment"],
          note: "What is confirmed is the accusation, in these terms: count 1, paragraph 4.",
        }),
        approved("standards", "18d 10:24"),
      ],
    },
    {
      key: "charge",
      words: "charged with endangering the lives of 163 people aboard the ferry Halcyon",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must", legal: true },
      journey: [
        opened("reporter", "20d 17:16"),
        checked("checker", "19d 14:20", { finding: "confirmed", evidence: ["indictment"] }),
        approved("managing-editor", "18d 11:02"),
      ],
    },
    {
      key: "three-reports",
      words: "Vey had received three reports of cracks in the hull in the month before the accident",
      type: "claim",
      attributes: {
        kind: "quantity",
        voice: "attributed",
        speaker: "Harriet Lomas",
        priority: "should",
        legal: true,
      },
      links: [{ relation: "contradicts", to: "single-draft" }],
      journey: [
        opened("reporter", "20d 17:20"),
        checked("checker", "19d 14:31", {
          finding: "disputed",
          evidence: ["court-transcript", "indictment"],
        }),
        approved("standards", "18d 10:31"),
      ],
    },
    {
      key: "single-draft",
      words: "His client had seen a single draft",
      type: "claim",
      attributes: {
        kind: "quantity",
        voice: "attributed",
        speaker: "Edwin Tarr",
        priority: "should",
        legal: true,
      },
      journey: [
        opened("reporter", "20d 17:22"),
        checked("checker", "19d 14:38", { finding: "disputed", evidence: ["court-transcript"] }),
        approved("standards", "18d 10:33"),
      ],
    },
    {
      key: "accounts-clash",
      words: "denied that there had been three reports",
      type: "uncertainty",
      attributes: { kind: "conflicting", level: "unspecified", holder: "author" },
      links: [
        { relation: "about", to: "three-reports" },
        { relation: "about", to: "single-draft" },
      ],
      journey: [
        opened("checker", "19d 14:40"),
        checked("checker", "19d 14:42", { finding: "confirmed", evidence: ["court-transcript"] }),
        approved("standards", "18d 10:36"),
      ],
    },
    {
      key: "lomas-lose",
      words: "“He did not lose them,”",
      type: "quote",
      attributes: { form: "direct", speaker: "Harriet Lomas", sourceKind: "named", cue: "said" },
      journey: [
        opened("reporter", "20d 17:24"),
        checked("checker", "19d 14:50", { finding: "confirmed", evidence: ["court-transcript"] }),
        approved("standards", "18d 10:40"),
      ],
    },
    {
      key: "lomas-file",
      words: "“He did not forget them. He filed them where nobody would look.”",
      type: "quote",
      attributes: { form: "direct", speaker: "Harriet Lomas", sourceKind: "named", cue: "said" },
      links: [{ relation: "continues", to: "lomas-lose" }],
      journey: [
        opened("reporter", "20d 17:25"),
        checked("checker", "19d 14:51", { finding: "confirmed", evidence: ["court-transcript"] }),
      ],
    },
    {
      key: "email-words",
      words: "“do it properly or not at all”",
      type: "quote",
      attributes: {
        form: "direct",
        speaker: "Leonard Vey",
        sourceKind: "named",
        cue: "sent it back with the words",
      },
      note: "From counsel’s mouth until the e-mail is shown. See it before the next story.",
      journey: [opened("reporter", "20d 17:27")],
    },
    {
      key: "welder",
      words: "A welder, whose name may not be published by order of the court",
      type: "uncertainty",
      attributes: { kind: "anonymous", level: "unspecified", holder: "author" },
      journey: [
        opened("reporter", "20d 17:29"),
        checked("standards", "19d 16:10", { finding: "confirmed", evidence: ["court-order"] }),
        approved("managing-editor", "18d 11:10"),
      ],
    },
    {
      key: "chalk-marks",
      words:
        "The welder allegedly marked the cracks in chalk on the plating, and found the marks painted over a week later",
      type: "uncertainty",
      attributes: { kind: "unverified", level: "unspecified", holder: "author" },
      journey: [
        opened("reporter", "20d 17:30"),
        checked("checker", "19d 15:04", {
          finding: "confirmed",
          evidence: ["court-transcript"],
          note: "“Allegedly” is right until the welder has said it under oath.",
        }),
      ],
    },
    {
      key: "could-not-afford",
      words: "the cracks were left unrepaired because the yard could not afford to keep the ship in dock",
      type: "claim",
      attributes: {
        kind: "causal",
        voice: "attributed",
        speaker: "Harriet Lomas",
        priority: "should",
        legal: true,
      },
      journey: [
        opened("standards", "19d 16:18"),
        checked("checker", "17d 10:00", { finding: "disputed", evidence: ["court-transcript"] }),
      ],
    },
    {
      key: "ten-years",
      words:
        "Under the Harbours Act a director who conceals a defect from an inspector faces up to ten years in prison",
      type: "claim",
      attributes: { kind: "rule", voice: "own", priority: "should", legal: true },
      journey: [
        opened("standards", "19d 16:20"),
        checked("checker", "17d 10:20", { finding: "confirmed", evidence: ["harbours-act"] }),
        approved("managing-editor", "16d 09:45"),
      ],
    },
  ],
};
