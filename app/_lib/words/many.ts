/** The words for many things at once: the same words everywhere in a text, and several chosen tags. */
const tags = (count: number) => (count === 1 ? "1 tag" : `${count.toLocaleString("en")} tags`);
const number = (count: number) => count.toLocaleString("en");

export const many = {
  everywhere: {
    title: "Tag all occurrences",
    type: "Tag as",
    what: "Every place where these words stand in this article, as whole words.",
    matchCase: "Match case",
    otherCase: (count: number) =>
      count === 1 ? "1 more in other letters" : `${number(count)} more in other letters`,
    places: (count: number) => (count === 1 ? "1 place" : `${number(count)} places`),
    tagged: (count: number, one: string, several: string) =>
      count === 1 ? `1 is ${one} already` : `${number(count)} are ${several} already`,
    isTagged: (type: string) => `${type} already`,
    list: "Places",
    all: "Choose all",
    none: "Choose none",
    most: (count: number, most: number) =>
      `${number(count)} are chosen; ${number(most)} can be added at once. The first ${number(most)} are added; do it again for the rest.`,
    add: (count: number, one: string, several: string) =>
      count === 1 ? `Add 1 ${one}` : `Add ${number(count)} ${several}`,
    added: (count: number, one: string, several: string) =>
      count === 1 ? `1 ${one} added` : `${number(count)} ${several} added`,
    nothingLeft: "All of them are tagged so already.",
    noneChosen: "Choose at least one place.",
    needsWords: "Select words, or choose a tag: then all places with the same words can be tagged.",
    button: "All occurrences…",
  },
  chosen: (count: number) => `${number(count)} chosen`,
  chooseAll: (count: number) => `Choose all ${number(count)}`,
  all: (count: number) => `All ${number(count)}`,
  clear: "Clear the choice",
  choose: (words: string) => `Choose ${words}`,
  bar: "The chosen tags",
  change: "Change",
  verbs: {
    attribute: "Set an attribute…",
    type: "Change the type…",
    approve: "Approve…",
    dismiss: "Dismiss…",
    withdraw: "Withdraw…",
  },
  titles: {
    attribute: (count: number) => `Set an attribute of ${tags(count)}`,
    type: (count: number) => `Change the type of ${tags(count)}`,
    approve: (count: number) => `Approve ${tags(count)}`,
    dismiss: (count: number) => `Dismiss ${tags(count)}`,
    withdraw: (count: number) => `Withdraw ${tags(count)}`,
  },
  confirm: {
    attribute: (count: number) => `Change ${tags(count)}`,
    type: (count: number) => `Change ${tags(count)}`,
    approve: (count: number) => `Approve ${tags(count)}`,
    dismiss: (count: number) => `Dismiss ${tags(count)}`,
    withdraw: (count: number) => `Withdraw ${tags(count)}`,
  },
  done: {
    attribute: (count: number) => `${tags(count)} changed`,
    type: (count: number) => `${tags(count)} changed`,
    approve: (count: number) => `${tags(count)} approved`,
    dismiss: (count: number) => `${tags(count)} dismissed`,
    withdraw: (count: number) => `${tags(count)} withdrawn`,
  },
  attribute: "Attribute",
  yesOrNo: { yes: "Yes", no: "No" },
  noShared: "The chosen tags’ types share no attribute. Choose tags of one type.",
  newType: "New type",
  leftOut: "What stays as it is",
  refused: (count: number, all: number, why: string) => `${number(count)} of ${number(all)}: ${why}`,
  idle: (count: number, all: number) =>
    count === 1 ? `1 of ${number(all)} is so already.` : `${number(count)} of ${number(all)} are so already.`,
  reopening: (count: number, all: number) =>
    count === 1
      ? `1 of ${number(all)} was checked or approved and stays as it is.`
      : `${number(count)} of ${number(all)} were checked or approved and stay as they are.`,
  reopen: (count: number) =>
    count === 1
      ? "Change it too; it is then open again"
      : `Change these ${number(count)} too; they are then open again`,
  beyond: (most: number) =>
    `${number(most)} can be changed at once: the first of them are. Do it again for the rest.`,
  none: "None of the chosen tags can be changed so.",
} as const;
