import { approved, checked, opened, type Story } from "~/db/seed/story";

const text = `Fish Market Will Ring Its Bell Two Hours Earlier
From the first Monday in December the auction at Kelmouth starts at four in the morning. The buyers asked for it; the porters were not asked.

The Kelmouth fish auction will begin at four instead of six, the harbour board decided on Wednesday, because the lorries for the capital now leave before seven.

Eight of the twelve buyers had threatened to bid in Port Ansel instead, the board said, and it published their letter.

“At six the fish is fresh and the road is full,” said Marta Quill, who buys for three restaurants. “At four it is the other way round, and I can sleep in the van.”

The market employs 34 porters. Their union said that nobody had spoken to them, and that the first bus into town arrives at ten past five.

“We can walk,” said Dov Pender, a porter for nineteen years. “We should have liked to be told to.”

The board will look at the new hours again in March. Whether the bus company will change its timetable is not known.
`;

/** In review, with hours to go: what was left unchecked, unapproved, asked and stale holds its gate closed. */
export const fishMarket: Story = {
  slug: "fish-market",
  title: "Fish Market Will Ring Its Bell Two Hours Earlier",
  language: "en",
  direction: "ltr",
  desk: "city",
  author: "reporter",
  arrived: "1d 09:00",
  text,
  tags: [
    {
      key: "starts-at-four",
      words: "From the first Monday in December the auction at Kelmouth starts at four in the morning",
      type: "claim",
      attributes: { kind: "event", voice: "own", priority: "must" },
      journey: [
        opened("reporter", "1d 09:10"),
        checked("checker", "1d 13:20", { finding: "confirmed", evidence: ["hours-decision"] }),
      ],
    },
    {
      key: "not-asked",
      words: "the porters were not asked",
      type: "claim",
      attributes: { kind: "event", voice: "own", priority: "must" },
      journey: [opened("reporter", "1d 09:12")],
    },
    {
      key: "lorries",
      words: "because the lorries for the capital now leave before seven",
      type: "claim",
      attributes: { kind: "causal", voice: "own", priority: "must" },
      given: { by: "copy-editor", at: "1d 13:05", to: "checker" },
      journey: [opened("copy-editor", "1d 12:40")],
    },
    {
      key: "eight-buyers",
      words: "Eight of the twelve buyers had threatened to bid in Port Ansel instead",
      type: "claim",
      attributes: { kind: "quantity", voice: "attributed", speaker: "the board", priority: "should" },
      journey: [
        opened("reporter", "1d 09:16"),
        checked("checker", "1d 13:31", {
          finding: "confirmed",
          evidence: ["buyers-letter"],
          note: "Eight signatures, counted on the second page.",
        }),
        approved("copy-editor", "1d 14:02"),
      ],
    },
    {
      key: "quill",
      words: "“At six the fish is fresh and the road is full,”",
      type: "quote",
      attributes: { form: "direct", speaker: "Marta Quill", sourceKind: "named", cue: "said" },
      journey: [
        opened("reporter", "1d 09:18"),
        checked("checker", "1d 13:40", { finding: "confirmed", evidence: ["quill-call"] }),
        approved("copy-editor", "1d 14:04"),
      ],
    },
    {
      key: "first-bus",
      words: "the first bus into town arrives at ten past five",
      type: "claim",
      attributes: { kind: "event", voice: "attributed", speaker: "Their union", priority: "should" },
      journey: [opened("copy-editor", "1d 12:44")],
    },
    {
      key: "timetable",
      words: "Whether the bus company will change its timetable is not known",
      type: "uncertainty",
      attributes: { kind: "unknown", level: "unspecified", holder: "author" },
      journey: [opened("reporter", "1d 09:22")],
    },
  ],
  threads: [
    {
      about: { tag: "not-asked" },
      asks: "reporter",
      dueInHours: 3,
      said: [
        {
          by: "copy-editor",
          at: "1d 14:10",
          words: "Do *we* say that, or the union? Has the board answered?",
        },
      ],
    },
  ],
  life: [
    { step: "sentToReview", by: "reporter", at: "1d 12:30" },
    { step: "deadlineSet", by: "copy-editor", at: "1d 12:35", inHours: 7 },
  ],
};
