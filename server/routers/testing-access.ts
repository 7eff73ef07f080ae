import { isTrackedEnvelope, TRPCError } from "@trpc/server";
import { v7 } from "uuid";

import { DomainError } from "~/core/errors";
import { USUAL_RULES } from "~/core/gate";
import type { Role } from "~/core/policy";
import type { News } from "./live";
import { SEARCHING } from "./testing-access-search";
import { AUDIT } from "./testing-access-audit";
import { NOTICES } from "./testing-access-notices";
import { QUEUE } from "./testing-access-queue";
import { type Api, PASSWORD, type Target, TEST_ROLES } from "./testing-world";

/** The table of who may call which procedure. Not for use outside of tests. */

/** Who may call a procedure, and a call of it. A procedure may have several rows, told apart after a colon. */
export interface Row {
  /** Of the members of the newsroom that it is about; or whoever is signed in; or everybody. */
  readonly may: readonly Role[] | "signed in" | "anyone";
  /** To whom of the others the thing does not even exist, so that they get not-found rather than forbidden. */
  readonly unseen?: readonly Role[];
  readonly call: (
    api: Api,
    at: Target,
    who: { role: Role; session: () => Promise<string>; token: () => Promise<string> },
  ) => Promise<unknown>;
}

const all = TEST_ROLES;
const desk: Role[] = ["copy-editor", "checker", "standards", "managing-editor"];
const writers: Role[] = ["reporter", "copy-editor", "managing-editor"];
const admins: Role[] = ["admin"];
const commandId = () => v7();
const rules = { from: USUAL_RULES, to: USUAL_RULES, reason: "As before." };
const sameRules = { type: "changeRules" as const, desk: null, ...rules };
const on = (at: Target) => ({ newsroom: at.newsroom, commandId: commandId() });
/** Counsel sees only the articles that are shared with them. */
const unseen: Role[] = ["counsel"];

/** A row for each procedure; several for one are told apart after a colon. */
export const TABLE: Record<string, Row> = {
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
  "articles.lastTogether": { may: all, call: (api, { newsroom }) => api.articles.lastTogether({ newsroom }) },
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
  "articles.revise": {
    may: writers,
    unseen,
    call: async (api, { article }) => {
      const { revision } = (await api.articles.open({ article })).slice;
      const text = `${revision.text}\nOne line more.`;
      return api.articles.revise({ article, commandId: commandId(), sees: revision.digest, text });
    },
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
  "articles.execute: a reply": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article, thread }) =>
      api.articles.execute({
        article,
        commandId: commandId(),
        command: { type: "addComment", thread, comment: v7(), words: "The council.", resolves: false },
      }),
  },
  "articles.execute: somebody else's query": {
    may: desk,
    unseen,
    call: (api, { article, thread }) =>
      api.articles.execute({ article, commandId: commandId(), command: { type: "resolveThread", thread } }),
  },
  "articles.execute: somebody mentioned": {
    may: ["reporter", ...desk],
    unseen,
    call: (api, { article, person }) =>
      api.articles.execute({
        article,
        commandId: commandId(),
        command: {
          type: "openThread",
          thread: v7(),
          comment: v7(),
          kind: "comment",
          about: { on: "article" },
          words: `[@Ines](person:${person})`,
          blocking: false,
          addressee: null,
          due: null,
        },
      }),
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

  ...AUDIT,

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
  "evidence.surroundings": {
    may: ["reporter", ...desk],
    call: (api, { newsroom }) => api.evidence.surroundings({ newsroom }),
  },
  "evidence.item": {
    may: ["reporter", ...desk],
    call: (api, { newsroom, evidence }) => api.evidence.item({ newsroom, evidence }),
  },
  "evidence.uses": {
    may: ["reporter", ...desk],
    call: (api, { newsroom, evidence }) => api.evidence.uses({ newsroom, evidence }),
  },
  "evidence.removeFile": {
    may: ["standards", "managing-editor"],
    call: (api, at) =>
      api.evidence.removeFile({
        ...on(at),
        command: { type: "removeFile", evidence: at.evidence, reason: "It names somebody." },
      }),
  },
  "evidence.redact": {
    may: ["standards", "managing-editor"],
    call: async (api, at) => {
      const evidence = v7();
      const item = { kind: "document", locator: null, retrievedAt: null, note: null } as const;
      const command = { type: "addEvidence", evidence, reference: "A name", ...item } as const;
      await api.evidence.add({ ...on(at), command });
      const { ref = "" } = (await api.evidence.item({ newsroom: at.newsroom, evidence })).item.reference;
      const removal = { type: "redactNewsroomText", ref, reason: "It names somebody." } as const;
      return api.evidence.redact({ ...on(at), command: removal });
    },
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
    call: async (api, _, who) => api.invitations.look({ token: await who.token() }),
  },
  "invitations.accept": {
    may: "anyone",
    call: async (api, _, who) =>
      api.invitations.accept({
        token: await who.token(),
        commandId: commandId(),
        password: PASSWORD,
        self: null,
      }),
  },

  "corrections.page": { may: "anyone", call: (api, { newsroom }) => api.corrections.page({ newsroom }) },

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
  ...SEARCHING,
  ...NOTICES,
  ...QUEUE,

  "newsroom.changeRules": {
    may: admins,
    call: (api, at) => api.newsroom.changeRules({ ...on(at), command: sameRules }),
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
