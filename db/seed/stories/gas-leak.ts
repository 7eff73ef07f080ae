import { approved, checked, opened, type Story } from "~/db/seed/story";

const text = `Fish Quay Cleared After Smell of Gas at the Ice House
The fire brigade told everybody to leave at half past nine. Nobody is reported to be hurt.

The fire brigade cleared the Fish Quay on Thursday evening after gas was smelt at the ice house. Some 60 people had to leave their homes.

“Leave the car, take the dog, go up the hill,” the police told them through a loudspeaker.

The gas company has shut the main in Cooper Street and is looking for the leak, it said shortly before ten.

The leak may have come from a pipe that a digger struck in the afternoon. The harbour board had ordered a trench there for a new cable; how deep it was to be, the board did not say.

The school in Hill Street is open to everybody who cannot go home. More follows.
`;

/** Breaking news, published past the gate: one of the two things that it owed is still owed. */
export const gasLeak: Story = {
  slug: "gas-leak",
  title: "Fish Quay Cleared After Smell of Gas at the Ice House",
  language: "en",
  direction: "ltr",
  desk: "city",
  author: "reporter",
  arrived: "1d 21:50",
  text,
  tags: [
    {
      key: "cleared",
      words:
        "The fire brigade cleared the Fish Quay on Thursday evening after gas was smelt at the ice house",
      type: "claim",
      attributes: { kind: "event", voice: "own", priority: "must" },
      journey: [
        opened("reporter", "1d 21:52"),
        checked("checker", "1d 22:00", { finding: "confirmed", evidence: ["brigade-log"] }),
        approved("copy-editor", "1d 22:02"),
      ],
    },
    {
      key: "sixty-people",
      words: "Some 60 people had to leave their homes",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must" },
      note: "The reporter’s count at the school; the brigade gives no number yet.",
      journey: [opened("reporter", "1d 21:53")],
    },
    {
      key: "leave-the-car",
      words: "“Leave the car, take the dog, go up the hill,”",
      type: "quote",
      attributes: { form: "direct", speaker: "the police", sourceKind: "organization", cue: "told" },
      journey: [
        opened("reporter", "1d 21:54"),
        checked("copy-editor", "1d 22:03", { finding: "confirmed", evidence: ["loudspeaker-recording"] }),
      ],
    },
    {
      key: "main-shut",
      words: "The gas company has shut the main in Cooper Street",
      type: "claim",
      attributes: { kind: "event", voice: "attributed", speaker: "The gas company", priority: "should" },
      journey: [
        opened("copy-editor", "1d 21:58"),
        checked("checker", "1d 22:50", { finding: "confirmed", evidence: ["gas-call"] }),
      ],
    },
    {
      key: "digger",
      words: "may",
      type: "uncertainty",
      attributes: { kind: "hedge", level: "possible", holder: "author" },
      journey: [opened("copy-editor", "1d 21:59")],
    },
  ],
  life: [
    { step: "sentToReview", by: "reporter", at: "1d 21:55" },
    {
      step: "published",
      by: "managing-editor",
      at: "1d 22:08",
      overrides: [
        {
          rule: "G1",
          reason: "People have to know now. The number of homes is checked with the brigade in the morning.",
          dueInHours: 24,
        },
        { rule: "G2", reason: "The control room’s line is busy; the checker keeps calling.", dueInHours: 4 },
      ],
    },
  ],
};
