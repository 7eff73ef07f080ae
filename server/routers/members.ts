import { z } from "zod";

import type { InvitationId } from "~/core/ids";
import type { Desk } from "~/core/newsroom";
import { NewsroomCommands, Slug } from "~/core/shapes/newsroom";
import { can, type DeskKind, mustBeAllowed } from "~/core/policy";
import { desksOf } from "~/db/queries/desks";
import { type AwaitedPerson, awaitedPeople, passwordLinks } from "~/db/queries/invitations";
import { type ListedMember, membersOf } from "~/db/queries/members";
import { disableMember } from "~/server/people/membership";
import { makeLink } from "~/server/people/offers";
import { inNewsroom, router } from "~/server/trpc";
import { asksFor, change } from "./newsroom-change";

/** A member, and the link by which they may set a new password, while it is open. */
export type MemberRow = ListedMember & {
  readonly passwordLink: { readonly id: InvitationId; readonly expiresAt: Date } | null;
};

/** Somebody invited, and whether their link has run out. */
export type AwaitedRow = AwaitedPerson & { readonly hasExpired: boolean };

/** Who belongs to a newsroom and who is to. */
export interface People {
  readonly members: MemberRow[];
  readonly awaited: AwaitedRow[];
  readonly desks: Desk[];
  readonly deskKind: DeskKind;
  /** Whether the caller may change any of it. */
  readonly mayManage: boolean;
  /** The caller's own id: nobody disables themselves. */
  readonly self: string;
}

/** The one time that a link is shown: its path, below the server's address. */
export interface MadeLink {
  readonly path: string;
}

export const membersRouter = router({
  list: inNewsroom.input(z.strictObject({ newsroom: Slug })).query(async ({ ctx }): Promise<People> => {
    mustBeAllowed(ctx.actor, "view members");
    const links = await passwordLinks(ctx.db, ctx.newsroomId);
    const members = (await membersOf(ctx.db, ctx.newsroomId)).map((member) => {
      const link = links.find(({ person }) => person === member.person);
      return { ...member, passwordLink: link ? { id: link.id, expiresAt: link.expiresAt } : null };
    });
    return {
      members,
      awaited: (await awaitedPeople(ctx.db, ctx.newsroomId)).map((person) => ({
        ...person,
        hasExpired: person.expiresAt.getTime() <= ctx.now(),
      })),
      desks: await desksOf(ctx.db, ctx.newsroomId),
      deskKind: ctx.newsroom.deskKind,
      mayManage: can(ctx.actor, "manage members").allowed,
      self: ctx.actor.id,
    };
  }),

  /** Invites a person, and gives the link to hand to them. */
  invite: inNewsroom
    .input(asksFor(NewsroomCommands.invitePerson))
    .mutation(async ({ ctx, input: { commandId, command } }): Promise<MadeLink> => ({
      path: await makeLink(ctx.performer, { newsroomId: ctx.newsroomId, commandId, command }),
    })),

  /** Gives a link on which a member sets a new password. */
  newPasswordLink: inNewsroom
    .input(asksFor(NewsroomCommands.makePasswordLink))
    .mutation(async ({ ctx, input: { commandId, command } }): Promise<MadeLink> => ({
      path: await makeLink(ctx.performer, { newsroomId: ctx.newsroomId, commandId, command }),
    })),

  /** Makes an open link of either kind open nothing. */
  revoke: inNewsroom.input(asksFor(NewsroomCommands.revokeInvitation)).mutation(change),
  changeRoles: inNewsroom.input(asksFor(NewsroomCommands.changeRoles)).mutation(change),
  changeDesks: inNewsroom.input(asksFor(NewsroomCommands.changeDesks)).mutation(change),

  /** Disables a member, or enables them again. */
  disable: inNewsroom
    .input(asksFor(NewsroomCommands.disableMember))
    .mutation(async ({ ctx, input: { commandId, command } }): Promise<void> => {
      await disableMember(ctx.performer, { newsroomId: ctx.newsroomId, commandId, command });
    }),
});
