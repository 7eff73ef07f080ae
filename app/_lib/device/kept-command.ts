import { type CommandId, idIn } from "~/core/ids";
import type { ArticleCommand } from "~/core/shapes/command";

/** A command under the id by which it is sent, however often. */
export interface KeptCommand {
  readonly id: CommandId;
  readonly command: ArticleCommand;
}

const TYPES: Record<ArticleCommand["type"], true> = {
  addTag: true,
  changeType: true,
  setAttribute: true,
  setNote: true,
  moveEdges: true,
  reattachTag: true,
  confirmPlacement: true,
  retireTag: true,
  attachEvidence: true,
  detachEvidence: true,
  linkTag: true,
  unlinkTag: true,
  acceptSuggestion: true,
  setVerdict: true,
  approveTag: true,
  reopenTag: true,
  markStale: true,
  dismissTag: true,
  waiveTag: true,
  vouchIdentity: true,
  assignTag: true,
  withdrawTag: true,
  restoreTag: true,
  openThread: true,
  addComment: true,
  editComment: true,
  resolveThread: true,
  reopenThread: true,
  withdrawThread: true,
  setBlocking: true,
  readdressQuery: true,
  setDue: true,
  changeDetail: true,
  sendToReview: true,
  sendBack: true,
  signOff: true,
  recall: true,
  publish: true,
  beginCorrection: true,
  dropCorrection: true,
  publishCorrection: true,
  settleDebt: true,
  withdrawArticle: true,
  spikeArticle: true,
  unspikeArticle: true,
  archiveArticle: true,
  restoreArticle: true,
  setDeadline: true,
  recheckGate: true,
  restrictArticle: true,
  shareArticle: true,
  unshareArticle: true,
  redact: true,
  undo: true,
  several: true,
};

/**
 * Whether it is a command with its id, as this page keeps them. Only the page itself writes there, and the server reads
 * each command with its shape when it comes, so that no more is looked at than what an older version of the page may
 * have kept otherwise.
 */
export function isKeptCommand(one: unknown): one is KeptCommand {
  if (typeof one !== "object" || one === null || !("id" in one && "command" in one)) return false;
  const { id, command } = one;
  if (idIn("command", id) === null) return false;
  return typeof command === "object" && command !== null && "type" in command && isType(command.type);
}

function isType(type: unknown): type is ArticleCommand["type"] {
  return typeof type === "string" && type in TYPES;
}
