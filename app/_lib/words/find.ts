/** The words of the bar that finds in an article, and of the strip beside the text. */
export const find = {
  title: "Find in the article",
  field: "Find in the article",
  searching: "Searching…",
  none: "Not found",
  count: (place: number, all: number) => `${place} of ${all}`,
  previous: "The one before",
  next: "The next one",
  matchCase: "Case and accents as typed",
  wholeWords: "Whole words",
  close: "Close",
} as const;
