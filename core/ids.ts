import { z } from "zod";

/**
 * Branded ids: a tag's id cannot be passed where an article's is meant. All are UUIDs; those of
 * people's actions are version 7 (RFC 9562), made where the action begins, so that a retry is known.
 */
function idOf<const Brand extends string>() {
  return z.uuid().brand<Brand>();
}

export const NewsroomId = idOf<"newsroom">();
export const UserId = idOf<"user">();
export const DeskId = idOf<"desk">();
export const ArticleId = idOf<"article">();
export const TagId = idOf<"tag">();
export const EvidenceId = idOf<"evidence">();
export const CommandId = idOf<"command">();
export const SessionId = idOf<"session">();
export const InvitationId = idOf<"invitation">();
/** A log is an article's or a newsroom's; its id is the id of that article or newsroom. */
export const LogId = z.uuid();

export type NewsroomId = z.infer<typeof NewsroomId>;
export type UserId = z.infer<typeof UserId>;
export type DeskId = z.infer<typeof DeskId>;
export type ArticleId = z.infer<typeof ArticleId>;
export type TagId = z.infer<typeof TagId>;
export type EvidenceId = z.infer<typeof EvidenceId>;
export type CommandId = z.infer<typeof CommandId>;
export type SessionId = z.infer<typeof SessionId>;
export type InvitationId = z.infer<typeof InvitationId>;
export type LogId = z.infer<typeof LogId>;
