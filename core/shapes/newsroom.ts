import { z } from "zod";

import { DeskId, EvidenceId, InvitationId, NewsroomId, UserId } from "./ids";
import { DeskRules } from "./life";
import { fact } from "./log";
import { DeskKind, Role } from "./policy";
import { Words, line } from "./words";
import {
  EVIDENCE_KINDS,
  FOUR_EYES,
  LINK_DAYS,
  MEDIA_TYPES,
  PUBLIC_CORRECTIONS,
  SETTINGS,
} from "~/core/newsroom";

/** A newsroom, its facts and what people ask of it, as they come in and are stored. */

/** Whether nobody may approve their own verdict, or it is allowed and marked everywhere. */
export const FourEyes = z.enum(FOUR_EYES);
export type FourEyes = z.infer<typeof FourEyes>;

/** Whether the newsroom’s page of corrections is there for everybody, or for nobody. */
export const PublicCorrections = z.enum(PUBLIC_CORRECTIONS);
export type PublicCorrections = z.infer<typeof PublicCorrections>;

/** What an administrator may change about a newsroom. Its slug stays: addresses hold it. */
export const Setting = z.enum(SETTINGS);
export type Setting = z.infer<typeof Setting>;

/** Words that are more than white space. */
const filled = (maxLength: number) => line(maxLength, 1).regex(/\S/, "Something must be written here.");

export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$/);

export const Email = z.email().max(254).toLowerCase();

export const Newsroom = z.strictObject({
  id: NewsroomId,
  slug: Slug,
  name: filled(120),
  deskKind: DeskKind,
  fourEyes: FourEyes,
  publicCorrections: PublicCorrections,
  /** For articles without a desk, and for desks that have no rules of their own. */
  rules: DeskRules,
});
export type Newsroom = z.infer<typeof Newsroom>;

/** A newsroom as it is founded; everything else is at first as it comes. */
export const FoundedNewsroom = Newsroom.omit({ rules: true, publicCorrections: true });
export type FoundedNewsroom = z.infer<typeof FoundedNewsroom>;

export const Desk = z.strictObject({
  id: DeskId,
  name: filled(80),
  archived: z.boolean(),
  /** Null where it keeps the newsroom's. */
  rules: DeskRules.nullable(),
});
export type Desk = z.infer<typeof Desk>;

/** The desks that a member works for: all of them, or a set. */
export const Desks = z.union([z.literal("all"), z.array(DeskId).max(200)]);
export type Desks = z.infer<typeof Desks>;

export const Roles = z
  .array(Role.exclude(["system"]))
  .min(1)
  .max(8);

export const Member = z.strictObject({
  person: UserId,
  roles: z.array(Role),
  desks: Desks,
  disabled: z.boolean(),
});
export type Member = z.infer<typeof Member>;

/**
 * A one-time link: by it a person joins, or a member sets a new password. Neither the link nor what it is
 * made of is known here.
 */
export const Invitation = z.strictObject({
  id: InvitationId,
  /** The member to whom it gives a new password; null for a person who is to join. */
  renews: UserId.nullable(),
  /** Null for a newsroom's first administrator, who says it on opening the link. */
  email: Words.nullable(),
  name: Words.nullable(),
  roles: z.array(Role),
  desks: Desks,
  /** Milliseconds since 1970. */
  expiresAt: z.number().int(),
  state: z.enum(["open", "used", "revoked"]),
});
export type Invitation = z.infer<typeof Invitation>;

export const EvidenceKind = z.enum(EVIDENCE_KINDS);

const evidenceFile = {
  /** SHA-256 of its contents, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  mediaType: z.enum(MEDIA_TYPES),
  /** As it was called where it came from. */
  name: Words,
};

/** A file that belongs to an evidence item. Its contents are kept by their hash, once in a newsroom. */
export const EvidenceFile = z.strictObject(evidenceFile);
export type EvidenceFile = z.infer<typeof EvidenceFile>;

const lapse = z.strictObject({ by: UserId, at: z.number().int(), reason: Words });

/** What a verdict rests on; the newsroom's, usable in any of its articles. */
export const Evidence = z.strictObject({
  id: EvidenceId,
  kind: EvidenceKind,
  /** What it is: a title, a name, an address. */
  reference: Words,
  /** Where in it: a page, a timecode. */
  locator: Words.nullable(),
  /** When it was looked at, in milliseconds since 1970. */
  retrievedAt: z.number().int().nullable(),
  note: Words.nullable(),
  addedBy: UserId,
  addedAt: z.number().int(),
  withdrawal: lapse.nullable(),
  /** Of a removed file its contents and name are gone for good. */
  file: EvidenceFile.extend({ by: UserId, at: z.number().int(), removal: lapse.nullable() }).nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

const evidenceItem = {
  evidence: EvidenceId,
  kind: EvidenceKind,
  reference: Words,
  locator: Words.nullable(),
  retrievedAt: z.number().int().nullable(),
  note: Words.nullable(),
};

const membership = { roles: z.array(Role), desks: Desks };

const invitation = { invitation: InvitationId };

export const NewsroomFact = z.discriminatedUnion("type", [
  fact("NewsroomFounded", { newsroom: FoundedNewsroom }),
  fact("SettingChanged", { name: Setting, from: z.string(), to: z.string() }),
  fact("DeskAdded", { desk: DeskId, name: line(80, 1) }),
  fact("DeskRenamed", { desk: DeskId, from: z.string(), to: line(80, 1) }),
  fact("DeskArchived", { desk: DeskId, from: z.boolean(), to: z.boolean() }),
  /** The rules of a desk; of the newsroom, where none is named. */
  fact("RulesChanged", {
    desk: DeskId.nullable(),
    from: DeskRules.nullable(),
    to: DeskRules.nullable(),
    reason: Words,
  }),
  fact("PersonInvited", {
    ...invitation,
    email: Words.nullable(),
    name: Words.nullable(),
    ...membership,
    expiresAt: z.number().int(),
  }),
  fact("InvitationRevoked", invitation),
  fact("MemberJoined", { person: UserId, invitation: InvitationId.nullable(), ...membership }),
  fact("PasswordLinkMade", { ...invitation, person: UserId, expiresAt: z.number().int() }),
  fact("PasswordRenewed", { ...invitation, person: UserId }),
  fact("RolesChanged", { person: UserId, from: z.array(Role), to: z.array(Role) }),
  fact("DesksChanged", { person: UserId, from: Desks, to: Desks }),
  fact("MemberDisabled", { person: UserId, from: z.boolean(), to: z.boolean() }),
  fact("EvidenceAdded", evidenceItem),
  fact("EvidenceWithdrawn", { evidence: EvidenceId, reason: Words }),
  fact("FileAttached", { evidence: EvidenceId, ...evidenceFile }),
  /** `ref` is the place of the file's name, which goes with it. */
  fact("FileRemoved", { evidence: EvidenceId, ref: z.string().max(200), reason: Words }),
  fact("NewsroomTextRedacted", { ref: z.string().max(200), reason: Words }),
]);

/** What happened to a newsroom, before its log has given it a number. */
export type NewsroomFact = z.infer<typeof NewsroomFact>;

const days = z.number().int().min(1).max(LINK_DAYS.most);

/** What people ask of a newsroom, by name. */
export const NewsroomCommands = {
  changeSetting: z.strictObject({
    type: z.literal("changeSetting"),
    name: Setting,
    from: z.string(),
    to: line(120),
  }),
  addDesk: z.strictObject({ type: z.literal("addDesk"), desk: DeskId, name: filled(80) }),
  renameDesk: z.strictObject({
    type: z.literal("renameDesk"),
    desk: DeskId,
    from: z.string(),
    to: filled(80),
  }),
  archiveDesk: z.strictObject({ type: z.literal("archiveDesk"), desk: DeskId, archived: z.boolean() }),
  changeRules: z.strictObject({
    type: z.literal("changeRules"),
    desk: DeskId.nullable(),
    from: DeskRules.nullable(),
    to: DeskRules.nullable(),
    reason: filled(2_000),
  }),
  invitePerson: z.strictObject({
    type: z.literal("invitePerson"),
    ...invitation,
    email: Email,
    name: filled(120),
    roles: Roles,
    desks: Desks,
    days,
  }),
  revokeInvitation: z.strictObject({ type: z.literal("revokeInvitation"), ...invitation }),
  makePasswordLink: z.strictObject({
    type: z.literal("makePasswordLink"),
    ...invitation,
    person: UserId,
    days,
  }),
  changeRoles: z.strictObject({
    type: z.literal("changeRoles"),
    person: UserId,
    from: z.array(Role),
    to: Roles,
  }),
  changeDesks: z.strictObject({ type: z.literal("changeDesks"), person: UserId, from: Desks, to: Desks }),
  disableMember: z.strictObject({ type: z.literal("disableMember"), person: UserId, disabled: z.boolean() }),
  addEvidence: z.strictObject({
    type: z.literal("addEvidence"),
    evidence: EvidenceId,
    kind: EvidenceKind,
    reference: filled(500),
    locator: filled(200).nullable(),
    retrievedAt: z.number().int().nullable(),
    note: filled(2_000).nullable(),
  }),
  withdrawEvidence: z.strictObject({
    type: z.literal("withdrawEvidence"),
    evidence: EvidenceId,
    reason: filled(2_000),
  }),
  removeFile: z.strictObject({
    type: z.literal("removeFile"),
    evidence: EvidenceId,
    reason: filled(2_000),
  }),
  redactNewsroomText: z.strictObject({
    type: z.literal("redactNewsroomText"),
    ref: z.string().max(200),
    reason: filled(2_000),
  }),
} as const;

export const NewsroomCommand = z.discriminatedUnion("type", [
  NewsroomCommands.changeSetting,
  NewsroomCommands.addDesk,
  NewsroomCommands.renameDesk,
  NewsroomCommands.archiveDesk,
  NewsroomCommands.changeRules,
  NewsroomCommands.invitePerson,
  NewsroomCommands.revokeInvitation,
  NewsroomCommands.makePasswordLink,
  NewsroomCommands.changeRoles,
  NewsroomCommands.changeDesks,
  NewsroomCommands.disableMember,
  NewsroomCommands.addEvidence,
  NewsroomCommands.withdrawEvidence,
  NewsroomCommands.removeFile,
  NewsroomCommands.redactNewsroomText,
]);
export type NewsroomCommand = z.infer<typeof NewsroomCommand>;
