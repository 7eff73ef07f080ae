import { z } from "zod";

/** The ids as they come in and are stored. */

export const NewsroomId = z.uuid().brand<"newsroom">();
export const UserId = z.uuid().brand<"user">();
export const DeskId = z.uuid().brand<"desk">();
export const ArticleId = z.uuid().brand<"article">();
export const TagId = z.uuid().brand<"tag">();
export const EvidenceId = z.uuid().brand<"evidence">();
export const ThreadId = z.uuid().brand<"thread">();
export const CommentId = z.uuid().brand<"comment">();
export const CommandId = z.uuid().brand<"command">();
/** What is done to several articles at once. */
export const GroupId = z.uuid().brand<"group">();
export const SessionId = z.uuid().brand<"session">();
export const InvitationId = z.uuid().brand<"invitation">();
export const ViewId = z.uuid().brand<"view">();
/** A log is an article's or a newsroom's; its id is the id of that article or newsroom. */
export const LogId = z.uuid();

export type NewsroomId = z.infer<typeof NewsroomId>;
export type UserId = z.infer<typeof UserId>;
export type DeskId = z.infer<typeof DeskId>;
export type ArticleId = z.infer<typeof ArticleId>;
export type TagId = z.infer<typeof TagId>;
export type EvidenceId = z.infer<typeof EvidenceId>;
export type ThreadId = z.infer<typeof ThreadId>;
export type CommentId = z.infer<typeof CommentId>;
export type CommandId = z.infer<typeof CommandId>;
export type GroupId = z.infer<typeof GroupId>;
export type SessionId = z.infer<typeof SessionId>;
export type InvitationId = z.infer<typeof InvitationId>;
export type ViewId = z.infer<typeof ViewId>;
export type LogId = z.infer<typeof LogId>;
