/** The words of a newsroom's public page of corrections, and of its feed. */
export const corrections = {
  title: "Corrections",
  titleOf: (newsroom: string) => `Corrections: ${newsroom}`,
  what: "What was wrong in published articles, and was put right.",
  titleRemoved: "Title removed",
  noteRemoved: "This note was removed.",
  withdrawn: "The article was withdrawn later.",
  read: "Read the article",
  none: "No corrections yet",
  noneWhy: "When a published article is corrected, it is said here.",
  noneOlder: "No older corrections",
  noneOlderWhy: "These were all.",
  older: "Older corrections",
  newest: "The newest corrections",
  pages: "Pages",
  feed: "Feed (Atom)",
} as const;
