import { approved, checked, opened, settled, type Story } from "~/db/seed/story";

const text = `Harbour Bath Reopens After Eight Years Behind a Fence
Four hundred people came on the first morning. The water had nineteen degrees, which most of them called enough.

The harbour bath below the Pilot Jetty opened again on Saturday, eight years after the city closed it because of a crack in its floor.

“I learned to swim here, and I have come to see whether I still can,” said Agnes Toller, 71, who was the first one down the ladder.

The repair cost £640,000, of which the city paid half, according to the finance department. The rest came from a lottery and from 2,300 people who bought a tile each.

The bath is filled by every tide, through two gates that were made for the old dry dock. It is open from six in the morning until dusk, and may stay open through the winter.

Toller was out again after eleven minutes. “It is exactly as cold as I told everybody it was,” she said, and went back in.
`;

/** Published, then corrected: the notice of the closing had been read, and the years counted from the wrong one. */
export const harbourBath: Story = {
  slug: "harbour-bath",
  title: "Harbour Bath Reopens After Eight Years Behind a Fence",
  language: "en",
  direction: "ltr",
  desk: "city",
  author: "reporter",
  arrived: "11d 13:00",
  text,
  tags: [
    {
      key: "headline",
      words: "Harbour Bath Reopens After Eight Years Behind a Fence",
      type: "claim",
      attributes: { kind: "event", voice: "own", priority: "must" },
      journey: [
        opened("copy-editor", "10d 09:00"),
        checked("checker", "10d 09:32", { finding: "confirmed", evidence: ["closing-notice"] }),
        approved("copy-editor", "10d 11:00"),
        settled("copy-editor", "8d 10:25"),
        checked("checker", "8d 10:40", {
          finding: "confirmed",
          evidence: ["closing-notice"],
          note: "The notice is nine years old. We had counted from the year in which the fence came.",
        }),
        approved("standards", "8d 10:52"),
      ],
    },
    {
      key: "four-hundred",
      words: "Four hundred people came on the first morning",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must" },
      journey: [
        opened("reporter", "11d 13:10"),
        checked("checker", "10d 09:36", {
          finding: "confirmed",
          evidence: ["bath-visit"],
          note: "The turnstile stood at 412 at noon.",
        }),
        approved("copy-editor", "10d 11:02"),
      ],
    },
    {
      key: "eight-years",
      words: "opened again on Saturday, eight years after the city closed it because of a crack in its floor",
      type: "claim",
      attributes: { kind: "causal", voice: "own", priority: "must" },
      journey: [
        opened("reporter", "11d 13:12"),
        checked("checker", "10d 09:40", { finding: "confirmed", evidence: ["closing-notice"] }),
        approved("copy-editor", "10d 11:04"),
        settled("copy-editor", "8d 10:26"),
        checked("checker", "8d 10:41", { finding: "confirmed", evidence: ["closing-notice"] }),
        approved("standards", "8d 10:53"),
      ],
    },
    {
      key: "toller",
      words: "“I learned to swim here, and I have come to see whether I still can,”",
      type: "quote",
      attributes: { form: "direct", speaker: "Agnes Toller", sourceKind: "named", cue: "said" },
      journey: [
        opened("reporter", "11d 13:15"),
        checked("copy-editor", "10d 10:10", { finding: "confirmed", evidence: ["toller-interview"] }),
        approved("checker", "10d 10:30"),
      ],
    },
    {
      key: "half-paid",
      words: "The repair cost £640,000, of which the city paid half",
      type: "claim",
      attributes: {
        kind: "quantity",
        voice: "attributed",
        speaker: "the finance department",
        priority: "should",
      },
      journey: [
        opened("reporter", "11d 13:18"),
        checked("checker", "10d 09:50", { finding: "confirmed", evidence: ["bath-accounts"] }),
        approved("copy-editor", "10d 11:06"),
      ],
    },
    {
      key: "tiles",
      words: "2,300 people who bought a tile each",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "should" },
      journey: [
        opened("reporter", "11d 13:20"),
        checked("checker", "10d 09:55", { finding: "confirmed", evidence: ["bath-accounts"] }),
      ],
    },
    {
      key: "winter",
      words: "may",
      type: "uncertainty",
      attributes: { kind: "forecast", level: "possible", holder: "author" },
      journey: [
        opened("copy-editor", "10d 10:02"),
        checked("checker", "10d 10:20", { finding: "confirmed", evidence: ["bath-visit"] }),
      ],
    },
  ],
  life: [
    { step: "sentToReview", by: "reporter", at: "11d 17:00" },
    { step: "signedOff", by: "copy-editor", at: "10d 11:15" },
    { step: "published", by: "managing-editor", at: "10d 11:30" },
    { step: "correctionBegun", by: "standards", at: "8d 10:05", class: "correction" },
    {
      step: "revised",
      by: "copy-editor",
      at: "8d 10:20",
      text: text.replace("Eight Years", "Nine Years").replace("eight years", "nine years"),
    },
    {
      step: "corrected",
      by: "standards",
      at: "8d 11:00",
      note: "An earlier version said, in the headline and in the first paragraph, that the bath had been closed for eight years. It was nine.",
      failed: ["headline", "eight-years"],
    },
  ],
};
