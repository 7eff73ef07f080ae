/** The words of the choice of what one is told of, and how. */
export const noticeChoice = {
  title: "What you are told of",
  explain:
    "The bell rings at once. Letters by e-mail hold what you have not read by then: who did what to which article, with links, and no words of a text.",
  noLetters:
    "This server sends no e-mail. Your choice of letters is kept, and holds once an administrator has named a mail server.",
  letters: "Letters by e-mail",
  every: { never: "Never", hourly: "Each hour", daily: "Each day" },
  hour: "At",
  zone: "Time zone",
  zoneHere: "Of this browser",
  zones: "All",
  zoneUnknown: (zone: string) =>
    `There is no time zone “${zone}”. Choose one from the list, like Europe/Oslo. The one before is kept.`,
  table: "By topic",
  topic: "Topic",
  bell: "Bell",
  mail: "Letter",
  inBell: (topic: string) => `Bell: ${topic}`,
  inMail: (topic: string) => `Letter: ${topic}`,
  topics: {
    query: "Queries to you or your role",
    mention: "Mentions of you or your role",
    assignment: "Tags given to you",
    verdict: "Verdicts on your tags",
    reply: "Replies in threads that you are in",
    "sign-off": "Sign-offs that fall, of what you wrote or signed",
    "sent-back": "Articles of yours that are sent back",
  },
} as const;
