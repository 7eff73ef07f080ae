/** The words for who else is in an article. */
export const presence = {
  /** The button with their initials. */
  here: (names: readonly string[], others: number) => {
    const count = names.length + others;
    return `${count === 1 ? "1 other person is" : `${count} other people are`} here: ${names.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
  },
  title: "Here with you",
  more: (count: number) => `+${count}`,
  othersHere: (count: number) => `and ${count} more`,
  writing: (words: string) => `Writing about “${words}”`,
  selecting: (words: string) => `Has “${words}” selected`,
  reading: (words: string) => `Reads from “${words}”`,
  /** In a card whose field somebody else is in. */
  alsoWriting: (name: string) => `${name} is writing here`,
};
