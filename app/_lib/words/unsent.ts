const changes = (count: number) => (count === 1 ? "1 change of yours" : `${count} changes of yours`);

/** What is said of work that is on this device and not with the server. */
export const unsent = {
  untitled: "an article",
  left: (count: number, title: string | null) =>
    `${changes(count)}${title === null ? "" : ` in “${title}”`} ${count === 1 ? "is" : "are"} not sent yet`,
  leftSafe: "It is kept on this device, and sent by itself once nothing stands in the way.",
  look: "Look",
  sent: (count: number) => `${changes(count)} that waited on this device ${count === 1 ? "is" : "are"} sent`,
  notKept:
    "This browser keeps nothing on the device. What is not saved yet is lost when this page is closed.",
  kept: "Work that is not sent yet",
  keptWhy:
    "It is on this device alone, and for you alone. Open its article to send it, or to say what is to become of what was not accepted.",
  unsent: (count: number) => `${count} not sent`,
  unanswered: (count: number) => `${count} not accepted`,
  drop: "Discard",
  title: "Sign out with unsent work?",
  what: (count: number) =>
    `${changes(count)} ${count === 1 ? "is" : "are"} on this device alone. ${count === 1 ? "It stays" : "They stay"} here, for you only, if you close this.`,
  send: "Send and sign out",
  download: "Download",
  discard: "Discard and sign out",
  fileName: "galley-unsent.json",
  busy: "Another tab is sending it just now. Try again in a moment.",
  refused: "Some of it was not accepted and waits for your answer: open its article to give it.",
} as const;
