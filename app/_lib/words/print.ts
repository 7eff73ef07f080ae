/** The words of the printed article. */
export const print = {
  action: "Print",
  /** Under which newsroom, revision and state the pages were printed, when and by whom. */
  line: (newsroom: string, revision: number, state: string) =>
    `${newsroom} · Revision ${revision} · ${state}`,
  printed: (time: string, by: string) => `Printed ${time} by ${by}`,
  tags: (count: number) => (count === 1 ? "1 tag" : `${count} tags`),
  noTags: "Nothing is tagged in this article.",
  filtered: "Only the tags that the filter shows are numbered and listed.",
  note: "Note:",
  verdict: (finding: string, by: string, day: string) => `${finding}, by ${by}, ${day}`,
  approved: (by: string, day: string) => `approved by ${by}, ${day}`,
  evidence: (count: number) => `${count} ${count === 1 ? "evidence item" : "evidence items"}`,
} as const;
