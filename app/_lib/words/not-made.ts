import type { ArticleCommand } from "~/core/shapes/command";

const life = "A change of the article’s life";
const evidence = "A change of what it rests on";
const link = "A link between tags";
const thread = "A change of a thread";
const access = "Who may see the article";

/** What was wanted, where it was not done: by the kind of command. */
const wanted: Record<ArticleCommand["type"], string> = {
  addTag: "A new tag",
  changeType: "Another type",
  setAttribute: "An attribute",
  setNote: "A note",
  moveEdges: "Other edges",
  reattachTag: "A new place for a lost tag",
  confirmPlacement: "The confirmation of a place",
  retireTag: "A tag let go",
  attachEvidence: evidence,
  detachEvidence: evidence,
  linkTag: link,
  unlinkTag: link,
  acceptSuggestion: "A suggestion accepted",
  setVerdict: "A verdict",
  approveTag: "An approval",
  reopenTag: "A tag opened again",
  markStale: "A tag marked stale",
  dismissTag: "A tag dismissed",
  waiveTag: "Whether a tag stays unchecked",
  vouchIdentity: "Whether a source’s identity is known",
  assignTag: "Who works on a tag",
  withdrawTag: "A tag withdrawn",
  restoreTag: "A tag brought back",
  openThread: "A new thread",
  addComment: "A comment",
  editComment: "The new words of a comment",
  resolveThread: thread,
  reopenThread: thread,
  withdrawThread: thread,
  setBlocking: thread,
  readdressQuery: "Whom a query is put to",
  setDue: "When a query is due",
  changeDetail: "A detail of the article",
  sendToReview: life,
  sendBack: life,
  signOff: "A sign-off",
  recall: life,
  publish: "The publication",
  beginCorrection: "A correction",
  dropCorrection: "A correction",
  publishCorrection: "A correction",
  settleDebt: "A debt settled",
  withdrawArticle: life,
  spikeArticle: life,
  unspikeArticle: life,
  archiveArticle: life,
  restoreArticle: life,
  setDeadline: "A deadline",
  recheckGate: life,
  restrictArticle: access,
  shareArticle: access,
  unshareArticle: access,
  redact: "Words removed from the record",
  undo: "Something taken back",
  several: "Many changes at once",
};

/** The words of what one did and the server did not accept, as far as every article's page needs them. */
export const notMade = {
  button: (count: number) => `${count} not made`,
  others: (count: number) =>
    count === 1 ? "1 later change waits with it." : `${count} later changes wait with it.`,
} as const;

/** The words of their list. */
export const notMadeList = {
  wanted,
  title: "Changes that were not made",
  what: "They are kept on this device until you say what is to become of them.",
  on: (words: string) => `on “${words}”`,
  waits: "Waits for the change above: it comes to nothing without it.",
  wrote: "You wrote",
  copy: "Copy",
  copied: "Copied",
  notCopied: "The browser does not allow copying here: select the words and copy them by hand",
  find: "Show the tag",
  again: "Try again",
  drop: "Let it go",
  dropAll: "Let all go",
  none: "Nothing waits for an answer any more.",
} as const;
