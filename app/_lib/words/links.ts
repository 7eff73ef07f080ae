/** The words of links between tags: in cards, while one is made, over the text. */
export const links = {
  title: "Links",
  add: "Link…",
  none: "Not linked to another tag.",
  nowhere: "There is no tag that this one could be linked to.",
  follow: (kind: string, type: string, words: string) => `${kind} ${type.toLowerCase()}: ${words}`,
  removeNamed: (kind: string, words: string) => `Take the link off, ${kind}: ${words}`,
  made: (kind: string, words: string) => `Linked, ${kind}: ${words}`,
  removed: "Link taken off",
  panel: "Link this tag",
  kind: "Choose what the link says",
  target: (kind: string) => `${kind} …`,
  how: "Press a mark, a card, or a line of the list. By keyboard: j and k, then Enter; Escape steps back.",
  chooseKind: (kinds: string) => `Choose the link: ${kinds}. Escape leaves.`,
  chooseTarget: (kind: string, words: string, all: number) =>
    `${kind}: choose the other tag, ${all} possible. Proposed: ${words}. j and k for others, Enter links, Escape steps back.`,
  proposed: (type: string, words: string, place: number, all: number) =>
    `${type}, ${words}, ${place} of ${all}`,
  search: "Find the other tag",
  nothing: (sought: string) => `No tag that fits holds “${sought}”.`,
  further: (count: number) => `${count} more: type some of the words.`,
  back: "Back",
  cancel: "Cancel",
  lost: (count: number) =>
    count === 1
      ? "A link that does not fit it was taken off."
      : `${count} links that do not fit it were taken off.`,
} as const;
