/** The words of the rail: filters, the list of all tags, the outline. */
export const rail = {
  title: "Filters and outline",
  types: "Types",
  states: "States",
  undecidedOnly: "Undecided only",
  search: "Find in tags",
  searchHint: "Words or speaker",
  all: "Show all tags",
  progress: "Decided",
  shown: (shown: number, all: number) => (shown === all ? `${all} tags` : `${shown} of ${all} tags`),
  list: "All tags",
  tags: "Tags",
  outline: "Outline",
  panels: "Tags and outline",
  row: (type: string, words: string, state: string, author: string) =>
    `${type}: ${words}, ${state}, by ${author}`,
  actionsOf: (words: string) => `Actions for ${words}`,
  open: "Open the card",
  none: {
    title: "No tags yet",
    why: "A tag says of some words what there is to check: the wording, the fact, or how sure anyone is.",
    hint: "Select words in the text and press one of these keys.",
  },
  nothing: {
    title: "No tag is like that",
    why: "The filters hide all of them.",
    action: "Show all tags",
  },
  noOutline: "This text has no headings.",
  toPart: (words: string) => `Go to ${words}`,
} as const;
