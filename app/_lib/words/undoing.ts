/** The words of what one can take back and do again. */
export const undoing = {
  title: "Undo and redo",
  list: "What you did",
  undo: "Undo",
  unnamed: "A change of yours",
  redo: "Redo",
  undoThat: (what: string) => `Undo: ${what}`,
  redoThat: (what: string) => `Redo: ${what}`,
  undoable: "Can be undone, the last first",
  redoable: "Can be done again",
  nothing: {
    title: "Nothing to undo",
    why: "What you do to tags in this article is listed here, also after a reload and on other days.",
  },
  today: "Today",
  yesterday: "Yesterday",
  cannot: (why: string) => `Cannot be undone: ${why}`,
} as const;
