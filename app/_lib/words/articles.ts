/** The newsroom's frame and its list of articles. */
export const articles = {
  title: "Articles",
  settings: "Settings",
  sections: "The newsroom’s pages",
  add: "New article",
  search: "Search titles",
  filters: "Show only",
  desk: "Desk",
  allDesks: "All desks",
  noDesk: "No desk",
  mine: "Mine",
  archived: "Archived",
  restricted: "Restricted",
  titleRemoved: "Title removed",
  by: (name: string) => `By ${name}`,
  more: "More articles",
  shown: (count: number) => (count === 1 ? "1 article shown" : `${count} articles shown`),
  noTags: "No tags yet",
  tags: ({ open, checked, approved }: { open: number; checked: number; approved: number }) =>
    `${open + checked + approved === 1 ? "1 tag" : `${open + checked + approved} tags`}: ${open} open, ${checked} checked, ${approved} approved`,
  approvedOf: (approved: number, all: number) => `${approved} of ${all} approved`,
  empty: {
    title: "No articles yet",
    why: "Articles that you write, that your desks work on or that are shared with you are listed here.",
  },
  emptyArchive: {
    title: "Nothing is archived",
    why: "An archived article keeps its text, its tags and its history, and can be restored.",
    action: "Back to the articles",
  },
  noMatch: {
    title: "No article matches",
    why: "A search looks for words, or their beginnings, in titles that you may see.",
    action: "Clear search and filters",
  },
  failed: { happened: "The list could not be loaded.", safe: "Your articles are safe." },
} as const;
