import type { SeedThread } from "~/db/seed/story";

/** What is said about the first article: answered, asked, and what holds it up. */
export const harbourWallThreads: readonly SeedThread[] = [
  {
    about: { tag: "vote-count" },
    said: [
      {
        by: "checker",
        at: "2d 08:44",
        words: "The clerk reads the count twice. Is the second reading on the recording, @{standards}?",
      },
      {
        by: "standards",
        at: "2d 10:05",
        words: "It is *not*: the recording breaks off. The signed minutes have it, **item 9**.",
      },
      { by: "checker", at: "2d 14:33", words: "Found it, thank you.", settles: true },
    ],
  },
  {
    about: { tag: "finance-official" },
    asks: "reporter",
    dueInHours: 30,
    said: [
      {
        by: "standards",
        at: "1d 09:10",
        words:
          "Two things before this can stand:\n\n- Does anybody else say that there was an offer?\n- Which editor knows who this is? Not here, please: tell them in person.",
      },
    ],
  },
  {
    about: { tag: "libraries" },
    asks: "checkers",
    said: [
      {
        by: "copy-editor",
        at: "1d 15:20",
        words: "Is that the libraries’ whole budget, or without the building? The text says whole.",
      },
    ],
  },
  {
    about: { words: "in a wave tank" },
    said: [
      {
        by: "copy-editor",
        at: "1d 15:31",
        words: "Whose tank was it? If it was the contractor’s, readers should know.",
      },
    ],
  },
  {
    blocking: true,
    said: [
      {
        by: "managing-editor",
        at: "1d 17:02",
        words:
          "The council leader’s office wants to answer the £4 million. Nothing goes out before @{reporter} has it.",
      },
      { by: "reporter", at: "1d 17:40", words: "Promised for tomorrow at noon." },
    ],
  },
];
