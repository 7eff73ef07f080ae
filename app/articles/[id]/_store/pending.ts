import type { ArticleEvent } from "~/core/event";
import { type CommandId, idIn, type TagId, type ThreadId } from "~/core/ids";
import { jsonIn } from "~/core/json";
import type { ArticleCommand } from "~/core/shapes/command";

/** A command that the server has not answered yet, and what it comes to as far as this page can tell. */
export interface Pending {
  readonly id: CommandId;
  readonly command: ArticleCommand;
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
  readonly events: readonly ArticleEvent[];
}

/** The commands as text to keep over a reload; null when there are none. */
export function packPending(pending: readonly Pending[]): string | null {
  if (pending.length === 0) return null;
  return JSON.stringify(pending.map(({ id, command, at }) => ({ id, command, at })));
}

/**
 * The commands kept as text, in the order in which they were given, each with the id under which it may have been sent
 * before; but for what cannot be read.
 */
export function unpackPending(text: string | null): Pending[] {
  const kept = text === null ? null : jsonIn(text);
  if (!Array.isArray(kept)) return [];
  return kept
    .filter(isKept)
    .map((one) => ({ ...one, events: [] }))
    .sort((a, b) => a.at - b.at);
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

function isKept(one: unknown): one is Omit<Pending, "events"> {
  return isKeptCommand(one) && "at" in one && typeof one.at === "number";
}

/**
 * Whether it is a command with its id, as this page keeps them. Only the page itself writes there, and the server reads
 * each command with its shape when it comes, so that no more is looked at than what an older version of the page may
 * have kept otherwise.
 */
export function isKeptCommand(one: unknown): one is Pick<Pending, "id" | "command"> {
  if (typeof one !== "object" || one === null || !("id" in one && "command" in one)) return false;
  const { id, command } = one;
  if (idIn("command", id) === null) return false;
  return typeof command === "object" && command !== null && "type" in command && isType(command.type);
}

function isType(type: unknown): type is ArticleCommand["type"] {
  return typeof type === "string" && type in TYPES;
}

/** The tags and threads that a command is about, so far as it names them. */
export function subjectsOf(command: ArticleCommand): (TagId | ThreadId)[] {
  if (command.type === "several") return command.items.flatMap(subjectsOf);
  if (command.type === "openThread" && command.about.on === "tag") return [command.thread, command.about.tag];
  if ("thread" in command) return [command.thread];
  if ("target" in command) return [command.tag, command.target];
  return "tag" in command ? [command.tag] : [];
}
