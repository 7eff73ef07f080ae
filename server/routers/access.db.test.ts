import { getTRPCErrorShape, isTrackedEnvelope, TRPCError } from "@trpc/server";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { DomainError } from "~/core/errors";
import type { Role } from "~/core/policy";
import { testDatabase } from "~/db/testing";
import { appRouter } from "./index";
import type { News } from "./live";
import { type Api, nothing, PASSWORD, type Target, TEST_ROLES, testWorld, type World } from "./testing-world";

let world: World;
beforeAll(async () => {
  world = await testWorld(await testDatabase());
});

/** Who may call a procedure, and a call of it. A procedure may have several rows, told apart after a colon. */
interface Row {
  /** Of the members of the newsroom that it is about; or whoever is signed in; or everybody. */
  readonly may: readonly Role[] | "signed in" | "anyone";
  /** To whom of the others the thing does not even exist, so that they get not-found rather than forbidden. */
  readonly unseen?: readonly Role[];
  readonly call: (
    api: Api,
    at: Target,
    who: { role: Role; session: () => Promise<string> },
  ) => Promise<unknown>;
}

const all = TEST_ROLES;
const desk: Role[] = ["copy-editor", "checker", "standards", "managing-editor"];
const writers: Role[] = ["reporter", "copy-editor", "managing-editor"];
const admins: Role[] = ["admin"];
const commandId = () => v7();
const on = (at: Target) => ({ newsroom: at.newsroom, commandId: commandId() });
/** Counsel sees only the articles that are shared with them. */
const unseen: Role[] = ["counsel"];

const TABLE: Record<string, Row> = {
  "account.me": { may: "signed in", call: (api) => api.account.me() },
  "account.preferences": { may: "signed in", call: (api) => api.account.preferences() },
  "account.setPreferences": {
    may: "signed in",
    call: (api) => api.account.setPreferences({ singleKeys: true }),
  },
  "account.schemes": { may: "signed in", call: (api) => api.account.schemes() },
  "account.sessions": { may: "signed in", call: (api) => api.account.sessions() },
  "account.endSession": {
    may: "signed in",
    call: async (api, _, who) => api.account.endSession({ session: await who.session() }),
  },
  "account.endOtherSessions": { may: "signed in", call: (api) => api.account.endOtherSessions() },
  "account.changePassword": {
    may: "signed in",
    call: (api) => api.account.changePassword({ present: PASSWORD, next: PASSWORD }),
  },

  "articles.list": { may: all, call: (api, { newsroom }) => api.articles.list({ newsroom }) },
  "articles.surroundings": { may: all, call: (api, { newsroom }) => api.articles.surroundings({ newsroom }) },
  "articles.create": {
    may: writers,
    call: (api, at) =>
      api.articles.create({
        ...on(at),
        articleId: v7(),
        text: `A story, ${v7()}.`,
        desk: at.desk,
        again: true,
      }),
  },
  "articles.open": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article }) => api.articles.open({ article }),
  },
  "articles.execute": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article, tag }) =>
      api.articles.execute({
        article,
        commandId: commandId(),
        command: { type: "setNote", tag, from: null, to: { words: "Look again." } },
      }),
  },
  "articles.execute: evidence": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article, tag, evidence }) =>
      api.articles.execute({
        article,
        commandId: commandId(),
        command: { type: "attachEvidence", tag, evidence },
      }),
  },
  "articles.execute: its desk": {
    may: writers,
    unseen,
    call: (api, { article, desk }) =>
      api.articles.execute({
        article,
        commandId: commandId(),
        command: { type: "changeDetail", name: "desk", from: null, to: desk },
      }),
  },
  "articles.appear": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article }) =>
      api.articles.appear({ article, tab: v7(), at: { place: 0, selection: null, writing: null } }),
  },
  "articles.eventsAfter": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article }) => api.articles.eventsAfter({ article, seq: 0 }),
  },
  "articles.history": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article, tag }) => api.articles.history({ article, tag }),
  },
  "articles.evidence": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article }) => api.articles.evidence({ article }),
  },
  "articles.mine": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article }) => api.articles.mine({ article }),
  },

  "desks.list": { may: all, call: (api, { newsroom }) => api.desks.list({ newsroom }) },
  "desks.add": {
    may: admins,
    call: (api, at) => api.desks.add({ ...on(at), command: { type: "addDesk", desk: v7(), name: v7() } }),
  },
  "desks.rename": {
    may: admins,
    call: (api, at) =>
      api.desks.rename({
        ...on(at),
        command: { type: "renameDesk", desk: at.desk, from: "City", to: "Town" },
      }),
  },
  "desks.archive": {
    may: admins,
    call: (api, at) =>
      api.desks.archive({ ...on(at), command: { type: "archiveDesk", desk: at.desk, archived: false } }),
  },

  "evidence.list": {
    may: ["reporter", ...desk],
    call: (api, { newsroom }) => api.evidence.list({ newsroom }),
  },
  "evidence.add": {
    may: ["reporter", ...desk],
    call: (api, at) =>
      api.evidence.add({
        ...on(at),
        command: {
          type: "addEvidence",
          evidence: v7(),
          kind: "document",
          reference: "Minutes",
          locator: null,
          retrievedAt: null,
          note: null,
        },
      }),
  },
  "evidence.withdraw": {
    may: desk,
    call: (api, at) =>
      api.evidence.withdraw({
        ...on(at),
        command: { type: "withdrawEvidence", evidence: at.evidence, reason: "It was a draft." },
      }),
  },

  "exports.formats": { may: "signed in", call: (api) => api.exports.formats() },
  "exports.preview": {
    may: ["reporter", ...desk],
    call: (api, { newsroom }) =>
      api.exports.preview({ newsroom, article: null, format: "csv", states: ["open"], types: [] }),
  },
  "exports.preview: an article": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { newsroom, article }) =>
      api.exports.preview({ newsroom, article, format: "csv", states: ["open"], types: [] }),
  },

  "invitations.look": {
    may: "anyone",
    call: async (api) => api.invitations.look({ token: await world.token() }),
  },
  "invitations.accept": {
    may: "anyone",
    call: async (api) =>
      api.invitations.accept({
        token: await world.token(),
        commandId: commandId(),
        password: PASSWORD,
        self: null,
      }),
  },

  live: {
    may: ["reporter", ...desk],
    unseen,
    call: async (api, { article }) => firstNews(await api.live({ articles: { [article]: 0 } })),
  },
  "live: a newsroom's lists": {
    may: all,
    call: async (api, { newsroom, article }) =>
      firstNews(await api.live({ articles: { [article]: 0 }, newsrooms: [newsroom] }), {
        refused: "passed over",
      }),
  },

  "members.list": {
    may: ["managing-editor", "admin"],
    call: (api, { newsroom }) => api.members.list({ newsroom }),
  },
  "members.invite": {
    may: admins,
    call: (api, at) =>
      api.members.invite({
        ...on(at),
        command: {
          type: "invitePerson",
          invitation: v7(),
          email: `${v7()}@example.org`,
          name: "A newcomer",
          roles: ["checker"],
          desks: [at.desk],
          days: 7,
        },
      }),
  },
  "members.newPasswordLink": {
    may: admins,
    call: (api, at) =>
      api.members.newPasswordLink({
        ...on(at),
        command: { type: "makePasswordLink", invitation: v7(), person: at.person, days: 1 },
      }),
  },
  "members.revoke": {
    may: admins,
    call: (api, at) =>
      api.members.revoke({ ...on(at), command: { type: "revokeInvitation", invitation: at.invitation } }),
  },
  "members.changeRoles": {
    may: admins,
    call: (api, at) =>
      api.members.changeRoles({
        ...on(at),
        command: { type: "changeRoles", person: at.person, from: ["checker"], to: ["checker"] },
      }),
  },
  "members.changeDesks": {
    may: admins,
    call: (api, at) =>
      api.members.changeDesks({
        ...on(at),
        command: { type: "changeDesks", person: at.person, from: "all", to: "all" },
      }),
  },
  "members.disable": {
    may: admins,
    call: (api, at) =>
      api.members.disable({
        ...on(at),
        command: { type: "disableMember", person: at.person, disabled: false },
      }),
  },

  "newsroom.settings": {
    may: ["managing-editor", "admin"],
    call: (api, { newsroom }) => api.newsroom.settings({ newsroom }),
  },
  "newsroom.change": {
    may: admins,
    call: (api, at) =>
      api.newsroom.change({
        ...on(at),
        command: { type: "changeSetting", name: "fourEyes", from: "required", to: "required" },
      }),
  },
};

/** The first news of a stream, which then is left; a refused article as the refusal that it is. */
async function firstNews(
  stream: AsyncIterable<unknown>,
  { refused = "thrown" }: { refused?: "thrown" | "passed over" } = {},
): Promise<void> {
  for await (const told of stream) {
    if (!isTrackedEnvelope<News>(told)) throw new Error("News without an id.");
    const [, news] = told;
    if (news.type !== "refused" || refused === "passed over") return;
    const code = news.kind === "not-found" ? "NOT_FOUND" : "FORBIDDEN";
    throw new TRPCError({ code, cause: new DomainError(news.kind, news.sentence) });
  }
}

/** What came of a call. A conflict or an illegal state is only met by those who may. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const { code } = error;
    return code === "CONFLICT" || code === "PRECONDITION_FAILED" ? "done" : code;
  }
}

/** All that a refused person learns. */
async function told(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return getTRPCErrorShape({
      config: appRouter._def._config,
      error,
      ctx: undefined,
      input: undefined,
      path: "",
      type: "query",
    });
  }
}

const rows = Object.entries(TABLE);
const cases = rows.flatMap(([name, row]) => TEST_ROLES.map((role) => [name, role, row] as const));
const isMember = (role: Role, { may }: Row) => typeof may === "string" || may.includes(role);
const who = (role: Role, session: () => Promise<string> = () => world.session(role)) => ({ role, session });

describe("who may call what", () => {
  it("is said here of every procedure that is served, and of no other", () => {
    const named = new Set(rows.map(([name]) => name.split(":")[0]));
    expect([...named].toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
  });

  it.each(cases)("%s by the %s", async (_, role, row) => {
    const expected = isMember(role, row) ? "done" : row.unseen?.includes(role) ? "NOT_FOUND" : "FORBIDDEN";
    expect(await outcome(row.call(world.as(role), world.first, who(role)))).toBe(expected);
  });

  it.each(rows)("%s by whoever is signed out", async (_, row) => {
    const expected = row.may === "anyone" ? "done" : "UNAUTHORIZED";
    expect(await outcome(row.call(world.as(null), world.first, who("checker")))).toBe(expected);
  });
});

describe("a foreign id answers as a missing one", () => {
  const about = cases.filter(([, , { may }]) => typeof may !== "string");

  it.each(about)("%s by the %s, in a newsroom that is not theirs", async (_, role, row) => {
    const foreign = await told(row.call(world.as(role), world.second, who(role)));
    expect(foreign).toMatchObject({ data: { kind: "not-found" } });
    expect(foreign).toEqual(await told(row.call(world.as(role), nothing(), who(role))));
  });

  it.each(about)("%s by the %s, in their own newsroom with what is not theirs", async (_, role, row) => {
    const { newsroom, article } = world.first;
    const foreign = await told(row.call(world.as(role), { ...world.second, newsroom, article }, who(role)));
    expect(foreign).toEqual(
      await told(row.call(world.as(role), { ...nothing(), newsroom, article }, who(role))),
    );
  });

  it("account.endSession", async () => {
    const { call } = TABLE["account.endSession"]!;
    const foreign = await told(
      call(
        world.as("checker"),
        world.first,
        who("checker", () => world.session("admin")),
      ),
    );
    expect(foreign).toMatchObject({ data: { kind: "not-found" } });
    expect(foreign).toEqual(
      await told(
        call(
          world.as("checker"),
          world.first,
          who("checker", () => Promise.resolve(v7())),
        ),
      ),
    );
  });
});
