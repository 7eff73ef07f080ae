import { opened, type Story } from "~/db/seed/story";

const text = `Landing Shop Takes Over the Island’s Parcels
From Monday, parcels for Skell Island wait at the shop by the landing, and no longer in Kelmouth.

The shop at Skell landing will hand out the island’s parcels from Monday, three years after the post office gave up its counter in the chapel hall.

“People have been crossing for an hour each way to fetch a pair of shoes,” said Lorna Pike, who keeps the shop. “Now they can cross the road.”

Pike says that some 40 parcels a week come for the 212 islanders, and twice as many in December. The carrier pays her 30 pence for each.

The shop closes at five, and all day on Sundays. Whether the carrier will send a second boat before Christmas is not decided.

The first parcel, on a trial last week, was for Pike herself. It was a bell for the counter.
`;

/** The small desk's draft, tagged by its reporter and not yet looked at by its editor. */
export const landingShop: Story = {
  slug: "landing-shop",
  title: "Landing Shop Takes Over the Island’s Parcels",
  language: "en",
  direction: "ltr",
  desk: null,
  author: "reporter",
  arrived: "1d 10:00",
  text,
  tags: [
    {
      key: "from-monday",
      words: "The shop at Skell landing will hand out the island’s parcels from Monday",
      type: "claim",
      attributes: { kind: "event", voice: "own", priority: "must" },
      journey: [opened("reporter", "1d 10:12")],
    },
    {
      key: "shoes",
      words: "“People have been crossing for an hour each way to fetch a pair of shoes,”",
      type: "quote",
      attributes: { form: "direct", speaker: "Lorna Pike", sourceKind: "named", cue: "said" },
      journey: [opened("reporter", "1d 10:14")],
    },
    {
      key: "forty-parcels",
      words: "some 40 parcels a week come for the 212 islanders",
      type: "claim",
      attributes: { kind: "quantity", voice: "attributed", speaker: "Pike", priority: "should" },
      journey: [opened("reporter", "1d 10:15")],
    },
    {
      key: "second-boat",
      words: "Whether the carrier will send a second boat before Christmas is not decided",
      type: "uncertainty",
      attributes: { kind: "unknown", level: "unspecified", holder: "author" },
      journey: [opened("reporter", "1d 10:17")],
    },
  ],
};
