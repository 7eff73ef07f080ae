import { and, eq, inArray, ne, not, or, sql } from "drizzle-orm";

import type { NewsroomCircumstances } from "~/core/decide-newsroom";
import type { NewsroomId, UserId } from "~/core/ids";
import {
  type AnyNewsroomCommand,
  EMPTY_NEWSROOM,
  type FoundedNewsroom,
  type Newsroom,
  type NewsroomSlice,
} from "~/core/newsroom";
import type { Queryable, Transaction } from "~/db/client";
import { type Head, textsAt } from "~/db/log";
import { deskFrom, evidenceFrom, invitationFrom, memberFrom, newsroomFrom } from "~/db/newsroom-rows";
import { desks, evidence, invitations, memberships, newsrooms } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";

/**
 * The slices that commands to a newsroom are decided over. Its people and desks are hundreds at most and are
 * loaded whole where a command is about them; of its evidence, the item named.
 */

/** A newsroom as `executeInNewsroom` finds it, its row locked until the transaction ends. */
export interface LockedNewsroom {
  readonly newsroom: Newsroom;
  readonly head: Head;
}

/** Locks the newsroom's row. `FOR NO KEY UPDATE` lets inserts that refer to it go on. */
export async function lockNewsroom(tx: Transaction, id: NewsroomId): Promise<LockedNewsroom | null> {
  const [row] = await tx.select().from(newsrooms).where(eq(newsrooms.id, id)).for("no key update");
  return row ? { newsroom: newsroomFrom(row), head: { seq: row.headSeq, hash: row.headHash } } : null;
}

/** Makes the row that founding locks and that its first event refers to, unless it is there or its slug is taken. */
export async function placeNewsroom(tx: Transaction, newsroom: FoundedNewsroom): Promise<void> {
  await tx.insert(newsrooms).values(newsroom).onConflictDoNothing();
}

/** The slice that the command names. */
export async function loadNewsroomSlice(
  tx: Transaction,
  { newsroom, head }: LockedNewsroom,
  command: AnyNewsroomCommand,
): Promise<NewsroomSlice> {
  if (command.type === "foundNewsroom" && head.seq === 0) return EMPTY_NEWSROOM;
  const standing = { ...EMPTY_NEWSROOM, seq: head.seq, newsroom };
  switch (command.type) {
    case "addEvidence":
    case "withdrawEvidence":
    case "attachFile":
    case "removeFile": {
      const items = await tx
        .select()
        .from(evidence)
        .where(and(eq(evidence.newsroomId, newsroom.id), eq(evidence.id, command.evidence)));
      return { ...standing, evidence: byId(items.map(evidenceFrom)) };
    }
    case "redactNewsroomText":
      return { ...standing, ...(await holdersOf(tx, newsroom.id, command.ref)) };
    default:
      return { ...standing, ...(await peopleOf(tx, newsroom.id, command)) };
  }
}

/** The whole newsroom as it stands, for tests and the doctor; null when there is none. */
export async function wholeNewsroom(db: Queryable, id: NewsroomId): Promise<NewsroomSlice | null> {
  const [row] = await db.select().from(newsrooms).where(eq(newsrooms.id, id));
  if (!row) return null;
  const items = await db.select().from(evidence).where(eq(evidence.newsroomId, id));
  return {
    seq: row.headSeq,
    newsroom: newsroomFrom(row),
    ...(await peopleOf(db, id)),
    invitations: byId(
      (await db.select().from(invitations).where(eq(invitations.newsroomId, id))).map(invitationFrom),
    ),
    evidence: byId(items.map(evidenceFrom)),
  };
}

type People = Pick<NewsroomSlice, "desks" | "members" | "invitations">;

/** All members and desks, with the open invitations and the one that the command names. */
async function peopleOf(db: Queryable, id: NewsroomId, command?: AnyNewsroomCommand): Promise<People> {
  const named = command && "invitation" in command ? eq(invitations.id, command.invitation) : undefined;
  const deskRows = await db.select().from(desks).where(eq(desks.newsroomId, id));
  const memberRows = await db.select().from(memberships).where(eq(memberships.newsroomId, id));
  const invitationRows = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.newsroomId, id), or(eq(invitations.state, "open"), named)));
  return {
    desks: byId(deskRows.map(deskFrom)),
    members: new Map(memberRows.map((row) => [row.userId, memberFrom(row)])),
    invitations: byId(invitationRows.map(invitationFrom)),
  };
}

/** The invitations and evidence that show the words at `ref`. */
async function holdersOf(
  tx: Transaction,
  id: NewsroomId,
  ref: string,
): Promise<Pick<NewsroomSlice, "invitations" | "evidence">> {
  const invited = await tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.newsroomId, id),
        or(...[invitations.email, invitations.name].map((words) => sql`${words}->>'ref' = ${ref}`)),
      ),
    );
  const { reference, locator, note, withdrawnReason, fileName, fileRemovedReason } = evidence;
  const worded = [reference, locator, note, withdrawnReason, fileName, fileRemovedReason];
  const items = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.newsroomId, id), or(...worded.map((words) => sql`${words}->>'ref' = ${ref}`))));
  return { invitations: byId(invited.map(invitationFrom)), evidence: byId(items.map(evidenceFrom)) };
}

/** Looks up what a command asks about outside its newsroom's slice. */
export async function knownToNewsroom(
  tx: Transaction,
  newsroom: NewsroomId,
  command: AnyNewsroomCommand,
): Promise<NewsroomCircumstances["known"]> {
  return {
    account: command.type === "invitePerson" ? await personWithEmail(tx, command.email) : null,
    elsewhere:
      command.type === "makePasswordLink" || command.type === "renewPassword"
        ? await worksElsewhere(tx, newsroom, command.person)
        : false,
    names: command.type === "changeSetting" ? await namesOf(tx, newsroom) : new Map(),
    refs: new Set(command.type === "redactNewsroomText" ? await refsHeld(tx, newsroom, command.ref) : []),
  };
}

/** Whose account has this e-mail address, in lower case; null for nobody's. */
export async function personWithEmail(db: Queryable, email: string): Promise<UserId | null> {
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return row?.id ?? null;
}

/** Whether the person may use an account in a newsroom other than this one. */
export async function worksElsewhere(db: Queryable, newsroom: NewsroomId, person: UserId): Promise<boolean> {
  const [row] = await db
    .select({ newsroom: memberships.newsroomId })
    .from(memberships)
    .where(
      and(eq(memberships.userId, person), ne(memberships.newsroomId, newsroom), not(memberships.disabled)),
    )
    .limit(1);
  return row !== undefined;
}

async function namesOf(tx: Transaction, newsroom: NewsroomId): Promise<Map<UserId, string>> {
  const members = tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(eq(memberships.newsroomId, newsroom));
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, members));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function refsHeld(tx: Transaction, newsroom: NewsroomId, ref: string): Promise<string[]> {
  const texts = await textsAt(tx, newsroom, [ref]);
  return [...texts].filter(([, { words }]) => words !== null).map(([held]) => held);
}

function byId<Part extends { id: unknown }>(parts: readonly Part[]): Map<Part["id"], Part> {
  return new Map(parts.map((part) => [part.id, part]));
}
