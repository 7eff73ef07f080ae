import { eq } from "drizzle-orm";

import { DomainError } from "~/core/errors";
import type { NewsroomChanges } from "~/core/evolve-newsroom";
import type { NewsroomId } from "~/core/ids";
import type { Desk, Desks, Evidence, Invitation, Member, Newsroom } from "~/core/newsroom";
import type { Transaction } from "./client";
import type { Head } from "./log";
import { desks, evidence, invitations, memberships, newsrooms } from "./schema/newsrooms";

/**
 * The mechanical map between what `evolveNewsroom` speaks of and rows. It decides nothing: every part that
 * changed is written whole, but for an invitation's token, of which the log must not know.
 */

/** A newsroom from its row. */
export function newsroomFrom(row: typeof newsrooms.$inferSelect): Newsroom {
  const { id, slug, name, deskKind, fourEyes, publicCorrections, rules } = row;
  return { id, slug, name, deskKind, fourEyes, publicCorrections, rules };
}

/** A desk from its row. */
export function deskFrom({ id, name, archived, rules }: typeof desks.$inferSelect): Desk {
  return { id, name, archived, rules };
}

/** A membership from its row. */
export function memberFrom(row: typeof memberships.$inferSelect): Member {
  return { person: row.userId, roles: row.roles, desks: row.desks ?? "all", disabled: row.disabled };
}

/** An invitation from its row, without its token. */
export function invitationFrom(row: typeof invitations.$inferSelect): Invitation {
  return {
    id: row.id,
    renews: row.renewsId,
    email: row.email,
    name: row.name,
    roles: row.roles,
    desks: row.desks ?? "all",
    expiresAt: row.expiresAt.getTime(),
    state: row.state,
  };
}

/** An evidence item from its row. */
export function evidenceFrom(row: typeof evidence.$inferSelect): Evidence {
  const { withdrawnBy: by, withdrawnAt, withdrawnReason: reason } = row;
  return {
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    locator: row.locator,
    retrievedAt: row.retrievedAt?.getTime() ?? null,
    note: row.note,
    addedBy: row.addedBy,
    addedAt: row.addedAt.getTime(),
    withdrawal: by && withdrawnAt && reason ? { by, at: withdrawnAt.getTime(), reason } : null,
    file: fileFrom(row),
  };
}

function fileFrom(row: typeof evidence.$inferSelect): Evidence["file"] {
  const { fileSha256, fileBytes, fileMediaType, fileName, fileBy, fileAt } = row;
  if (!fileSha256 || !fileBytes || !fileMediaType || !fileName || !fileBy || !fileAt) return null;
  const { fileRemovedBy: by, fileRemovedAt: at, fileRemovedReason: reason } = row;
  return {
    sha256: fileSha256,
    bytes: fileBytes,
    mediaType: fileMediaType,
    name: fileName,
    by: fileBy,
    at: fileAt.getTime(),
    removal: by && at && reason ? { by, at: at.getTime(), reason } : null,
  };
}

/**
 * Writes what changed in a newsroom to its rows.
 * @throws DomainError conflict for the id of a desk, an invitation or evidence that another newsroom has
 */
export async function saveNewsroomChanges(
  tx: Transaction,
  newsroomId: NewsroomId,
  changes: NewsroomChanges,
): Promise<void> {
  if (changes.newsroom) {
    const { id: _, slug: __, ...row } = changes.newsroom;
    await tx.update(newsrooms).set(row).where(eq(newsrooms.id, newsroomId));
  }
  for (const { id, ...row } of changes.desks ?? []) {
    const setWhere = eq(desks.newsroomId, newsroomId);
    const written = await tx
      .insert(desks)
      .values({ newsroomId, id, ...row })
      .onConflictDoUpdate({ target: desks.id, set: row, setWhere })
      .returning({ id: desks.id });
    mustBeWritten(written);
  }
  for (const member of changes.members ?? []) await saveMember(tx, newsroomId, member);
  for (const invitation of changes.invitations ?? []) await saveInvitation(tx, newsroomId, invitation);
  for (const item of changes.evidence ?? []) await saveEvidence(tx, newsroomId, item);
}

/** Moves the head of the newsroom's log. */
export async function saveNewsroomHead(tx: Transaction, id: NewsroomId, head: Head): Promise<void> {
  await tx.update(newsrooms).set({ headSeq: head.seq, headHash: head.hash }).where(eq(newsrooms.id, id));
}

async function saveMember(tx: Transaction, newsroomId: NewsroomId, member: Member): Promise<void> {
  const row = { roles: member.roles, desks: deskSet(member.desks), disabled: member.disabled };
  await tx
    .insert(memberships)
    .values({ newsroomId, userId: member.person, ...row })
    .onConflictDoUpdate({ target: [memberships.newsroomId, memberships.userId], set: row });
}

async function saveInvitation(
  tx: Transaction,
  newsroomId: NewsroomId,
  invitation: Invitation,
): Promise<void> {
  const { id, renews, email, name, roles, expiresAt, state } = invitation;
  const changing = { email, name, state };
  const written = await tx
    .insert(invitations)
    .values({
      newsroomId,
      id,
      renewsId: renews,
      roles,
      desks: deskSet(invitation.desks),
      expiresAt: new Date(expiresAt),
      ...changing,
    })
    .onConflictDoUpdate({
      target: invitations.id,
      set: changing,
      setWhere: eq(invitations.newsroomId, newsroomId),
    })
    .returning({ id: invitations.id });
  mustBeWritten(written);
}

async function saveEvidence(tx: Transaction, newsroomId: NewsroomId, item: Evidence): Promise<void> {
  const { id, kind, reference, locator, note, addedBy, withdrawal } = item;
  const changing = {
    reference,
    locator,
    note,
    withdrawnBy: withdrawal?.by ?? null,
    withdrawnAt: withdrawal ? new Date(withdrawal.at) : null,
    withdrawnReason: withdrawal?.reason ?? null,
    ...fileColumns(item),
  };
  const written = await tx
    .insert(evidence)
    .values({
      newsroomId,
      id,
      kind,
      retrievedAt: item.retrievedAt === null ? null : new Date(item.retrievedAt),
      addedBy,
      addedAt: new Date(item.addedAt),
      ...changing,
    })
    .onConflictDoUpdate({ target: evidence.id, set: changing, setWhere: eq(evidence.newsroomId, newsroomId) })
    .returning({ id: evidence.id });
  mustBeWritten(written);
}

function fileColumns({ file }: Evidence) {
  if (!file) return {};
  return {
    fileSha256: file.sha256,
    fileBytes: file.bytes,
    fileMediaType: file.mediaType,
    fileName: file.name,
    fileBy: file.by,
    fileAt: new Date(file.at),
    fileRemovedBy: file.removal?.by ?? null,
    fileRemovedAt: file.removal ? new Date(file.removal.at) : null,
    fileRemovedReason: file.removal?.reason ?? null,
  };
}

/** An id comes from whoever asks, and another newsroom's row may have it: that row is not touched. */
function mustBeWritten(written: readonly unknown[]): void {
  if (written.length > 0) return;
  throw new DomainError("conflict", "This id is taken. Nothing was changed; try again with a new one.");
}

function deskSet(of: Desks): Exclude<Desks, "all"> | null {
  return of === "all" ? null : of;
}
