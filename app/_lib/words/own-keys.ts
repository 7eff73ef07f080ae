/** The words of the page where a person chooses their own keys. */
export const ownKeys = {
  title: "Your keys",
  link: "Choose your keys",
  explain: "They are kept with your account, for every newsroom and browser. Nobody else’s change.",
  singleKeys: "Keys without Ctrl, Cmd or Alt",
  singleKeysMeans:
    "Off: a letter, a digit or a sign by itself does nothing, but in a card or the tag list that has the focus. " +
    "For dictation, and for hands that touch keys by the way. The palette has every action all the same.",
  resetAll: "Reset all keys",
  resetAllTitle: "Go back to the usual keys?",
  resetAllMeans:
    "Every key that you chose is forgotten. Keys without Ctrl, Cmd or Alt stay on or off as they are.",
  change: (chord: string, action: string) => `Change the key ${chord} for: ${action}`,
  remove: (chord: string, action: string) => `Take the key ${chord} away from: ${action}`,
  add: (action: string) => `Add a key for: ${action}`,
  reset: (action: string) => `Usual keys for: ${action}`,
  capture: {
    title: (action: string) => `New key: ${action}`,
    hint: "Press the key here, with Ctrl, Cmd, Alt or Shift or without; a second key makes it two in a row. Enter keeps it, Escape gives up, Tab goes on.",
    field: "The new key",
    waiting: "Press the new key…",
    resting: "Come here to press the new key",
    taken: (actions: readonly string[]) =>
      `This key is taken: ${actions.join("; ")}. If you keep it here, it does nothing there any more.`,
    keptByBrowser: "The browser keeps this key for itself. Choose another one.",
    again: "Start over",
    keep: "Keep this key",
    keepTaken: "Keep it here",
  },
} as const;
