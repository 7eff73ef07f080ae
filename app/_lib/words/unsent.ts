const changes = (count: number) => (count === 1 ? "1 change of yours" : `${count} changes of yours`);

/** What is said of work that is on this device and not with the server. */
export const unsent = {
  untitled: "an article",
  left: (count: number, title: string) =>
    `${changes(count)} in “${title}” ${count === 1 ? "was" : "were"} not sent yet`,
  leftSafe: "It is kept on this device, and sent by itself once Galley can be reached.",
  sent: (count: number) => `${changes(count)} that waited on this device ${count === 1 ? "is" : "are"} sent`,
  waits: (count: number, title: string) =>
    `${changes(count)} in “${title}” ${count === 1 ? "was" : "were"} not accepted`,
  waitsSafe: "It is kept on this device. Open the article to say what is to become of it.",
  notKept:
    "This browser keeps nothing on the device. What is not saved yet is lost when this page is closed.",
  open: "Open it",
  title: "Sign out with unsent work?",
  what: (count: number) =>
    `${changes(count)} ${count === 1 ? "is" : "are"} on this device alone. ${count === 1 ? "It stays" : "They stay"} here, for you only, if you close this.`,
  item: (title: string, count: number) => `“${title}”: ${count}`,
  send: "Send and sign out",
  download: "Download",
  discard: "Discard and sign out",
  fileName: "galley-unsent.json",
  unanswered: "Some of it was not accepted and waits for your answer: open the article to give it.",
} as const;
