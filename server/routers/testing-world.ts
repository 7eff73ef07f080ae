import { randomUUID } from "node:crypto";
import { v7 } from "uuid";

import {
  ArticleId,
  CommandId,
  DeskId,
  EvidenceId,
  InvitationId,
  SessionId,
  TagId,
  ThreadId,
  UserId,
} from "~/core/shapes/ids";
import { type Role, ROLES_OF_DESK } from "~/core/policy";
import { spanOf, TEXT } from "~/core/testing";
import type { Database } from "~/db/client";
import { openSession, replacePassword } from "~/db/queries/sessions";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { hashPassword } from "~/server/auth/passwords";
import { attachTestFile } from "~/server/evidence-files/testing";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

/**
 * Two newsrooms of the full desk, a person in each for each role, and in each an article by the reporter with
 * a tag, a query, a desk, evidence and an open invitation: for the table of who may call what. Not for use outside of tests.
 */

const createCaller = createCallerFactory(appRouter);
export type Api = ReturnType<typeof createCaller>;

export const TEST_ROLES = ROLES_OF_DESK.full;
export const PASSWORD = "harbour lamps at dusk";

/** What the calls of a procedure are about; each id may be one's own, a foreign one, or of nothing. */
export interface Target {
  readonly newsroom: string;
  readonly article: ArticleId;
  readonly tag: TagId;
  readonly thread: ThreadId;
  readonly desk: DeskId;
  readonly evidence: EvidenceId;
  readonly invitation: InvitationId;
  readonly person: UserId;
}

export interface World {
  readonly db: Database;
  /** The procedures as a person of the first newsroom, or of the second, or as nobody. */
  readonly as: (role: Role | null, of?: "first" | "second") => Api;
  readonly first: Target;
  readonly second: Target;
  /** A session of that person's, signed in just now. */
  readonly session: (role: Role, of?: "first" | "second") => Promise<SessionId>;
  /** The token of an invitation to the first newsroom, made just now. */
  readonly token: () => Promise<string>;
}

export async function testWorld(db: Database): Promise<World> {
  const rooms = { first: await testNewsroom(db, TEST_ROLES), second: await testNewsroom(db, TEST_ROLES) };
  const passwordHash = await hashPassword(PASSWORD);
  for (const room of Object.values(rooms)) {
    for (const person of room.people.values()) await replacePassword(db, person, passwordHash, null);
  }
  const as = (role: Role | null, of: "first" | "second" = "first") =>
    callerFor(db, role && personOf(rooms[of], role));
  return {
    db,
    as,
    first: await furnish(db, rooms.first, (role) => as(role, "first")),
    second: await furnish(db, rooms.second, (role) => as(role, "second")),
    async session(role, of = "first") {
      const id = SessionId.parse(randomUUID());
      await openSession(db, { id, person: personOf(rooms[of], role), userAgent: "", now: new Date() });
      return id;
    },
    async token() {
      const { path } = await as("admin").members.invite(
        invitation(rooms.first.slug, InvitationId.parse(v7())),
      );
      return path.split("/").at(-1) ?? "";
    },
  };
}

/** The same as a target, of ids that nothing has. */
export function nothing(): Target {
  return {
    newsroom: `gone-${randomUUID()}`,
    article: ArticleId.parse(v7()),
    tag: TagId.parse(v7()),
    thread: ThreadId.parse(v7()),
    desk: DeskId.parse(v7()),
    evidence: EvidenceId.parse(v7()),
    invitation: InvitationId.parse(v7()),
    person: UserId.parse(v7()),
  };
}

function personOf(room: TestNewsroom, role: Role): UserId {
  const person = room.people.get(role);
  if (!person) throw new Error(`The test newsroom has nobody who is ${role}.`);
  return person;
}

function callerFor(db: Database, person: UserId | null): Api {
  const session = SessionId.parse(randomUUID());
  const viewer = person && { person, session, name: "A person", email: `${person}@example.org` };
  return createCaller({ db, viewer, now: Date.now });
}

const command = () => CommandId.parse(v7());

function invitation(newsroom: string, id: InvitationId) {
  return {
    newsroom,
    commandId: command(),
    command: {
      type: "invitePerson" as const,
      invitation: id,
      email: `${id}@example.org`,
      name: "A newcomer",
      roles: ["checker" as const],
      desks: "all" as const,
      days: 7,
    },
  };
}

/** Puts things into a newsroom by its own procedures. */
async function furnish(db: Database, room: TestNewsroom, as: (role: Role) => Api): Promise<Target> {
  const at = { ...nothing(), newsroom: room.slug, person: personOf(room, "checker") };
  const change = () => ({ newsroom: room.slug, commandId: command() });
  await as("reporter").articles.create({ ...change(), articleId: at.article, text: TEXT, language: "en" });
  await as("reporter").articles.execute({
    article: at.article,
    commandId: command(),
    command: { type: "addTag", tag: at.tag, as: "claim", span: spanOf("412 million"), attributes: {} },
  });
  await as("copy-editor").articles.execute({
    article: at.article,
    commandId: command(),
    command: {
      type: "openThread",
      thread: at.thread,
      comment: v7(),
      kind: "query",
      about: { on: "tag", tag: at.tag },
      words: "Who says so?",
      blocking: false,
      addressee: { role: "checker" },
      due: null,
    },
  });
  await as("admin").desks.add({ ...change(), command: { type: "addDesk", desk: at.desk, name: "City" } });
  await as("checker").evidence.add({
    ...change(),
    command: {
      type: "addEvidence",
      evidence: at.evidence,
      kind: "document",
      reference: "Minutes",
      locator: null,
      retrievedAt: null,
      note: null,
    },
  });
  await as("admin").newsroom.change({
    ...change(),
    command: { type: "changeSetting", name: "publicCorrections", from: "off", to: "on" },
  });
  await attachTestFile(db, room, { person: at.person, evidence: at.evidence });
  await as("admin").members.invite(invitation(room.slug, at.invitation));
  return at;
}
