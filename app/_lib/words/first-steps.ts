/** The words of the list of a newcomer's first steps. */
export const firstSteps = {
  title: "First steps",
  hide: "Hide the first steps",
  done: "done",
  toDo: "to do",
  allDone: "You know the way now. The rest is in the list of keys.",
  steps: {
    tag: { keys: "c", what: "Select a few words and tag them as a claim" },
    detail: { keys: "2", what: "Say what kind it is, by a digit or in its card" },
    verdict: { keys: "v c", what: "Set a verdict on a tag" },
    approve: { keys: "a", what: "Approve a tag that somebody has checked" },
    undo: { keys: "Mod+z", what: "Take the last thing back" },
  },
} as const;
