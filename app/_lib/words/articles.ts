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
  state: "State",
  current: "All current",
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
  batch: {
    bar: "The chosen articles",
    choose: (title: string) => `Choose ${title}`,
    chosen: (count: number) => `${count} chosen`,
    most: (count: number, most: number) => `${count} chosen; ${most} can be changed at once`,
    left: (count: number) => `${count} still to do…`,
    archive: "Archive",
    restore: "Restore",
    desk: "Move to a desk",
    clear: "Clear the choice",
    done: {
      archive: (count: number) => (count === 1 ? "1 article archived" : `${count} articles archived`),
      restore: (count: number) => (count === 1 ? "1 article restored" : `${count} articles restored`),
      desk: (count: number) => (count === 1 ? "1 article moved" : `${count} articles moved`),
    },
    undone: (count: number) =>
      count === 1 ? "1 article is as it was" : `${count} articles are as they were`,
    refused: (count: number) =>
      count === 1 ? "1 was not changed: its row says why" : `${count} were not changed: their rows say why`,
  },
  failed: { happened: "The list could not be loaded.", safe: "Your articles are safe." },
} as const;
