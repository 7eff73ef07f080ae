import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";

import type { InvitationId, NewsroomId, UserId } from "~/core/ids";
import type { Desks, Invitation, Newsroom } from "~/core/newsroom";
import type { Role } from "~/core/policy";
import type { Queryable, Transaction } from "~/db/client";
import { invitationFrom, newsroomFrom } from "~/db/newsroom-rows";
import { invitations, memberships, newsrooms } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";

/**
 * Binds a newsroom's open invitation to the link that opens it; a link made before opens nothing from now on.
 * @returns false when the newsroom has no such invitation, or it is not open
 */
export async function bindToken(
  tx: Transaction,
  newsroom: NewsroomId,
  id: InvitationId,
  tokenHash: string,
): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ tokenHash })
    .where(and(eq(invitations.newsroomId, newsroom), eq(invitations.id, id), eq(invitations.state, "open")))
    .returning({ id: invitations.id });
  return rows.length > 0;
}

/** What a link opens. */
export interface OpenedLink {
  readonly newsroom: Newsroom;
  readonly invitation: Invitation;
  /** Of the member whose password is to be renewed. */
  readonly renewed: { readonly name: string; readonly email: string } | null;
}

/** What the link with this hash opens, whatever became of it; null when there never was one. */
export async function linkWithHash(db: Queryable, tokenHash: string): Promise<OpenedLink | null> {
  const [row] = await db
    .select({ newsroom: newsrooms, invitation: invitations, name: users.name, email: users.email })
    .from(invitations)
    .innerJoin(newsrooms, eq(newsrooms.id, invitations.newsroomId))
    .leftJoin(users, eq(users.id, invitations.renewsId))
    .where(eq(invitations.tokenHash, tokenHash));
  if (!row) return null;
  const { name, email } = row;
  return {
    newsroom: newsroomFrom(row.newsroom),
    invitation: invitationFrom(row.invitation),
    renewed: name !== null && email !== null ? { name, email } : null,
  };
}

/** An invitation that nobody has accepted yet, as administrators see it. */
export interface AwaitedPerson {
  readonly id: InvitationId;
  /** Null for the link of a first administrator. */
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: Role[];
  readonly desks: Desks;
  readonly expiresAt: Date;
}

/** The newsroom's open invitations, also those that have expired, the first to expire first. */
export async function awaitedPeople(db: Queryable, newsroom: NewsroomId): Promise<AwaitedPerson[]> {
  const rows = await db
    .select({
      id: invitations.id,
      email: sql<string | null>`${invitations.email}->>'words'`,
      name: sql<string | null>`${invitations.name}->>'words'`,
      roles: invitations.roles,
      desks: invitations.desks,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(eq(invitations.newsroomId, newsroom), eq(invitations.state, "open"), isNull(invitations.renewsId)),
    )
    .orderBy(asc(invitations.expiresAt), asc(invitations.id));
  return rows.map(({ desks, ...row }) => ({ ...row, desks: desks ?? "all" }));
}

/** When the open password links of the newsroom's members end, by member. */
export async function passwordLinks(
  db: Queryable,
  newsroom: NewsroomId,
): Promise<{ id: InvitationId; person: UserId | null; expiresAt: Date }[]> {
  return db
    .select({ id: invitations.id, person: invitations.renewsId, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(
      and(
        eq(invitations.newsroomId, newsroom),
        eq(invitations.state, "open"),
        isNotNull(invitations.renewsId),
      ),
    );
}

/** The newsrooms that nobody can manage, oldest first by id. */
export async function newsroomsWithoutAdmin(db: Queryable): Promise<NewsroomId[]> {
  const admins = db
    .select({ one: sql`1` })
    .from(memberships)
    .where(
      and(
        eq(memberships.newsroomId, newsrooms.id),
        eq(memberships.disabled, false),
        sql`'admin' = any(${memberships.roles})`,
      ),
    );
  const rows = await db
    .select({ id: newsrooms.id })
    .from(newsrooms)
    .where(sql`not exists ${admins}`)
    .orderBy(asc(newsrooms.id));
  return rows.map(({ id }) => id);
}

/** Whether there is any newsroom. */
export async function hasNewsroom(db: Queryable): Promise<boolean> {
  const rows = await db.select({ id: newsrooms.id }).from(newsrooms).limit(1);
  return rows.length > 0;
}
