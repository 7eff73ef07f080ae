import type { $brand } from "zod";
import type { UserId } from "./shapes/ids";

/**
 * Branded ids: a tag's id cannot be passed where an article's is meant. All are UUIDs; those of
 * people's actions are version 7 (RFC 9562), made where the action begins, so that a retry is known.
 */
type Id<Of extends string> = string & $brand<Of>;

export type {
  NewsroomId,
  UserId,
  DeskId,
  ArticleId,
  TagId,
  EvidenceId,
  ThreadId,
  CommentId,
  CommandId,
  GroupId,
  SessionId,
  InvitationId,
  ViewId,
  LogId,
} from "./shapes/ids";

/** @see https://www.rfc-editor.org/rfc/rfc9562#section-4 */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The id of that kind that a text is; null where it is none: `idIn("tag", mark.dataset.tag)`. */
export function idIn<Of extends string>(_of: Of, text: unknown): Id<Of> | null {
  return typeof text === "string" && UUID.test(text) ? (text as Id<Of>) : null;
}

/** The same for a text that can be nothing else, such as a UUID just made. @throws Error where it is none */
export function asId<Of extends string>(of: Of, text: string): Id<Of> {
  const id = idIn(of, text);
  if (id === null) throw new Error(`${text} is no id of a ${of}.`);
  return id;
}

/** Galley itself, where no person acts: it has a row among the users, no password and no session. */
export const SYSTEM: UserId = asId("user", "00000000-0000-4000-8000-000000000000");
