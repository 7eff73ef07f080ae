import type { DeskId, EvidenceId, InvitationId, UserId } from "./ids";
import type { Envelope } from "./log";
import type { Role } from "./policy";
import type {
  Newsroom,
  FoundedNewsroom,
  Desk,
  Member,
  Invitation,
  Evidence,
  EvidenceFile,
  NewsroomFact,
  NewsroomCommand,
} from "./shapes/newsroom";

/**
 * A newsroom: its people, desks, settings and evidence, and what can happen to them. It has a log of its
 * own, kept with the same discipline as an article's.
 */

export type {
  FourEyes,
  PublicCorrections,
  Setting,
  Newsroom,
  FoundedNewsroom,
  Desk,
  Desks,
  Member,
  Invitation,
  Evidence,
  EvidenceFile,
  NewsroomFact,
  NewsroomCommand,
} from "./shapes/newsroom";

export const FOUR_EYES = ["required", "recorded"] as const;

/** Whether anybody may read what the newsroom corrected, without signing in. */
export const PUBLIC_CORRECTIONS = ["off", "on"] as const;

export const SETTINGS = ["name", "deskKind", "fourEyes", "publicCorrections"] as const;

/** For how many days a one-time link is good, at most and unless told. */
export const LINK_DAYS = { most: 14, usual: 7 } as const;

export const EVIDENCE_KINDS = [
  "document",
  "recording",
  "transcript",
  "interview note",
  "dataset",
  "expert",
  "web page",
  "own observation",
] as const;

/**
 * The media types as which an attached file is served, told by its first bytes. Whatever else it may be, it is
 * served as bytes that mean nothing.
 */
export const MEDIA_TYPES = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "audio/mpeg",
  "audio/wav",
  "video/mp4",
  "text/plain",
  "application/octet-stream",
] as const;

/** The part of a newsroom that a command names. */
export interface NewsroomSlice {
  readonly seq: number;
  readonly newsroom: Newsroom | null;
  readonly desks: ReadonlyMap<DeskId, Desk>;
  readonly members: ReadonlyMap<UserId, Member>;
  readonly invitations: ReadonlyMap<InvitationId, Invitation>;
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>;
}

export const EMPTY_NEWSROOM: NewsroomSlice = {
  seq: 0,
  newsroom: null,
  desks: new Map(),
  members: new Map(),
  invitations: new Map(),
  evidence: new Map(),
};

/** What happened to a newsroom, as its log holds it. */
export type NewsroomEvent = Envelope & NewsroomFact;

/**
 * Commands that only the server itself gives: founding a newsroom, what opening a one-time link comes to, and a
 * file that came in, of which nobody else is believed what it is.
 */
export type AnyNewsroomCommand =
  | NewsroomCommand
  | {
      type: "foundNewsroom";
      newsroom: FoundedNewsroom;
      founder: { person: UserId; roles: Role[] } | null;
    }

  /** A link for an administrator, while the newsroom has none. */
  | { type: "inviteFirstAdmin"; invitation: InvitationId; days: number }
  | { type: "join"; person: UserId; invitation: InvitationId }
  | { type: "renewPassword"; person: UserId; invitation: InvitationId }
  | { type: "attachFile"; evidence: EvidenceId; file: Omit<EvidenceFile, "name"> & { name: string } };
