import { approved, checked, opened, reopened, suggested, type Story } from "~/db/seed/story";

/*
 * Copy as it arrives from outside: two kinds of quotation marks, no-break spaces, blanks at line ends, a credit
 * glued to its caption, orphan, nested and unclosed marks, an emoji with a skin tone, an accent that is a code
 * point of its own, no last line end. Written with escapes where the eye cannot see the difference.
 */
const paragraphs = [
  "Kelmouth Gets Its Night Ferry Back, or So It’s Told",
  "Sailings after dark between the mainland and Skell Island stopped in March. The operator promises one boat a night from Friday; the islanders would like to see the boat.",
  "The Skell Star tied up at the Fish Quay in April, with her lamps covered. Photo:\u00a0 Skell Island Trust\\COASTPIX via Courier Pictures",
  "",
  "Skell Ferries says it will run the night boat to Skell Island again from Friday, seven months after a cut that left 212 islanders with no way home once the 6.15pm had gone.\u00a0 ",
  "",
  "The company announced the return on Monday evening in a post that read, “The night boat is BACK 🚢 Wrap up warm and tell your nan 👵🏽!”",
  "",
  "",
  "But the timetable remains a puzzle, and as of Tuesday noon the booking page still offered no sailing after dark, according to screenshots taken by the Courier.\u00a0 ",
  "",
  "The harbour office appears to have been told last. ",
  "",
  '"We found out the way you did, on a phone," harbour master Odile Renner told the Courier. "There are 40 berths on that quay, and nobody has booked one of them for a night boat."',
  "",
  "“My daughter rang me from the slip and said, ‘Mum, they’ve gone without us,’ and that was the third time since Easter,” said Bríd Calloway, who runs the Cafe\u0301 Mare\u0301e beside the landing. ",
  "",
  "“They treat [the islanders] like gulls with wallets,” said a deckhand with the company, who asked not to be named for fear of losing his job. “It’s how the nurse gets home. It’s how the fish gets out.”",
  "",
  "The company’s own trial of the route, he said, had judged it to be, “a loss maker until somebody builds a hotel.”",
  "",
  "Skell Ferries’ subsidy for the crossing is reportedly worth £310,000 a year.\u00a0The company, asked about the trial, replied that it doesn’t discuss internal papers and that the islanders’ patience” was appreciated. ",
  "",
  "",
  "On the island they’ve learned to wait. “I’ll believe it when I hear the engine,” Calloway said. “If she comes on Friday I’ll be on the slip with a lamp. If she doesn’t, well, we’ve still got the rowing boat",
];

/** The peculiar article; browsers upload the same text from a file. */
export const nightFerry: Story = {
  slug: "night-ferry",
  title: "Kelmouth Gets Its Night Ferry Back, or So It’s Told",
  language: "en",
  direction: "ltr",
  desk: "city",
  author: "reporter",
  arrived: "7d 15:20",
  text: paragraphs.join("\n"),
  tags: [
    {
      key: "stopped-in-march",
      words: "Sailings after dark between the mainland and Skell Island stopped in March",
      type: "claim",
      attributes: { kind: "event", voice: "own", priority: "must" },
      journey: [
        opened("reporter", "7d 15:32"),
        checked("checker", "6d 09:10", { finding: "confirmed", evidence: ["ferry-timetables"] }),
        approved("copy-editor", "6d 13:15"),
      ],
    },
    {
      key: "islanders-stranded",
      words: "that left 212 islanders with no way home once the 6.15pm had gone",
      type: "claim",
      attributes: { kind: "quantity", voice: "own", priority: "must" },
      journey: [
        opened("reporter", "7d 15:34"),
        checked("checker", "6d 09:22", {
          finding: "confirmed-with-change",
          evidence: ["island-register"],
          note: "212 on the electoral roll; 239 people live there. Say “212 voters”, or 239.",
        }),
      ],
    },
    {
      key: "ferry-post",
      words: "“The night boat is BACK 🚢 Wrap up warm and tell your nan 👵🏽!”",
      type: "quote",
      attributes: { form: "direct", speaker: "Skell Ferries", sourceKind: "organization", cue: "read" },
      note: "Kept with both emoji, as posted.",
      journey: [
        opened("reporter", "7d 15:36"),
        checked("copy-editor", "6d 13:20", { finding: "confirmed", evidence: ["ferry-announcement"] }),
        approved("checker", "5d 10:05"),
      ],
    },
    {
      key: "timetable-puzzle",
      words: "the timetable remains a puzzle",
      type: "uncertainty",
      attributes: { kind: "unknown", level: "unspecified", holder: "author" },
      journey: [opened("copy-editor", "6d 13:22")],
    },
    {
      key: "no-sailing",
      words: "as of Tuesday noon the booking page still offered no sailing after dark",
      type: "claim",
      attributes: {
        kind: "event",
        voice: "attributed",
        speaker: "screenshots taken by the Courier",
        priority: "should",
      },
      journey: [
        opened("reporter", "7d 15:38"),
        checked("checker", "6d 09:30", { finding: "confirmed", evidence: ["booking-page"] }),
        reopened("checker", "5d 08:50", "The page changed overnight. Is Tuesday still the day to name?"),
      ],
    },
    {
      key: "told-last",
      words: "appears to",
      type: "uncertainty",
      attributes: { kind: "hedge", level: "probable", holder: "author" },
      journey: [suggested("uncertainty-by-lexicon", "7d 15:21"), opened("reporter", "7d 15:40")],
    },
    {
      key: "renner-phone",
      words: '"We found out the way you did, on a phone,"',
      type: "quote",
      attributes: { form: "direct", speaker: "Odile Renner", sourceKind: "named", cue: "told" },
      journey: [
        opened("reporter", "7d 15:41"),
        checked("copy-editor", "6d 13:31", { finding: "confirmed", evidence: ["renner-call"] }),
        approved("managing-editor", "5d 17:30"),
      ],
    },
    {
      key: "renner-berths",
      words: '"There are 40 berths on that quay, and nobody has booked one of them for a night boat."',
      type: "quote",
      attributes: { form: "direct", speaker: "Odile Renner", sourceKind: "named", cue: "told" },
      links: [{ relation: "continues", to: "renner-phone" }],
      journey: [
        opened("reporter", "7d 15:42"),
        checked("copy-editor", "6d 13:32", { finding: "confirmed", evidence: ["renner-call"] }),
      ],
    },
    {
      key: "forty-berths",
      words: "There are 40 berths on that quay",
      type: "claim",
      attributes: { kind: "quantity", voice: "attributed", speaker: "Odile Renner", priority: "should" },
      journey: [
        opened("checker", "6d 09:41"),
        checked("checker", "6d 10:12", { finding: "confirmed", evidence: ["berth-register"] }),
        approved("copy-editor", "6d 13:35"),
      ],
    },
    {
      key: "calloway-daughter",
      words:
        "“My daughter rang me from the slip and said, ‘Mum, they’ve gone without us,’ and that was the third time since Easter,”",
      type: "quote",
      attributes: { form: "direct", speaker: "Bríd Calloway", sourceKind: "named", cue: "said" },
      journey: [
        opened("reporter", "7d 15:44"),
        checked("checker", "5d 10:20", { finding: "confirmed", evidence: ["calloway-interview"] }),
      ],
    },
    {
      key: "gone-without-us",
      words: "‘Mum, they’ve gone without us,’",
      type: "quote",
      attributes: { form: "direct", speaker: "My daughter", sourceKind: "unknown", cue: "said" },
      links: [{ relation: "within", to: "calloway-daughter" }],
      journey: [opened("copy-editor", "6d 13:40")],
    },
    {
      key: "gulls",
      words: "“They treat [the islanders] like gulls with wallets,”",
      type: "quote",
      attributes: {
        form: "direct",
        speaker: "a deckhand with the company",
        sourceKind: "anonymous",
        cue: "said",
      },
      note: "The brackets are ours; he said “them”.",
      journey: [
        opened("reporter", "7d 15:46"),
        checked("checker", "5d 10:31", { finding: "confirmed", evidence: ["deckhand-interview"] }),
        approved("copy-editor", "4d 09:15"),
      ],
    },
    {
      key: "deckhand",
      words: "a deckhand with the company, who asked not to be named for fear of losing his job",
      type: "uncertainty",
      attributes: { kind: "anonymous", level: "unspecified", holder: "author" },
      journey: [
        opened("reporter", "7d 15:47"),
        checked("checker", "5d 10:34", { finding: "confirmed", evidence: ["deckhand-interview"] }),
        approved("standards", "4d 16:00"),
      ],
    },
    {
      key: "loss-maker",
      words: "“a loss maker until somebody builds a hotel.”",
      type: "quote",
      attributes: {
        form: "mixed",
        speaker: "The company’s own trial of the route",
        sourceKind: "document",
        cue: "judged",
      },
      note: "From the deckhand’s memory. We have not seen the paper: should this be in marks at all?",
      journey: [opened("copy-editor", "6d 13:44")],
    },
    {
      key: "subsidy",
      words: "Skell Ferries’ subsidy for the crossing is reportedly worth £310,000 a year",
      type: "uncertainty",
      attributes: { kind: "unverified", level: "unspecified", holder: "author" },
      journey: [opened("checker", "5d 10:40")],
    },
    {
      key: "unclosed",
      words:
        "“If she comes on Friday I’ll be on the slip with a lamp. If she doesn’t, well, we’ve still got the rowing boat",
      type: "quote",
      attributes: { form: "direct", speaker: "Bríd Calloway", sourceKind: "named", cue: "said" },
      note: "The copy stops without a closing mark. The tape goes on for another minute.",
      journey: [opened("reporter", "7d 15:52")],
    },
  ],
};
