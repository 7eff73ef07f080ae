import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import type { AuditKind } from "~/core/audit";
import type { Role } from "~/core/policy";
import type { UserId } from "~/core/ids";
import { testDatabase } from "~/db/testing";
import type { AuditPage } from "~/server/routers/audit";
import { type Api, testWorld, type World } from "~/server/routers/testing-world";

let world: World;
beforeAll(async () => {
  world = await testWorld(await testDatabase());
});

type Filter = NonNullable<Parameters<Api["audit"]["list"]>[0]["filter"]>;

function list(role: Role, filter: Filter = {}, limit = 100): Promise<AuditPage> {
  return world.as(role).audit.list({ newsroom: world.first.newsroom, filter, limit });
}

const types = ({ entries }: AuditPage) => entries.map(({ event }) => event.type);
const execute = (role: Role, command: Parameters<Api["articles"]["execute"]>[0]["command"]) =>
  world.as(role).articles.execute({ article: world.first.article, commandId: v7(), command });
const idOf = async (role: Role): Promise<UserId> => (await world.as(role).account.me()).person;

describe("the audit of a newsroom", () => {
  it("shows editors of all desks what happened to articles and to the newsroom, the newest first", async () => {
    const page = await list("standards");
    expect(types(page)).toEqual(
      expect.arrayContaining(["TagAdded", "ThreadOpened", "DeskAdded", "EvidenceAdded", "PersonInvited"]),
    );
    const moments = page.entries.map(({ event }) => event.at);
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
  });

  it("shows nothing of another newsroom", async () => {
    const logs = new Set((await list("standards")).entries.map(({ event }) => event.log));
    expect(logs.has(world.second.article)).toBe(false);
    expect(logs.size).toBe(2);
  });

  const kinds: [AuditKind, Role, string[]][] = [
    ["tagging", "checker", ["TagAdded"]],
    ["threads", "checker", ["ThreadOpened"]],
    ["article", "checker", ["RevisionAdded", "ArticleCreated"]],
    ["checking", "checker", ["FileAttached", "EvidenceAdded"]],
    ["access", "admin", ["PersonInvited"]],
    ["access", "checker", []],
    ["newsroom", "checker", ["FileAttached", "EvidenceAdded"]],
    ["newsroom", "admin", ["PersonInvited", "FileAttached", "SettingChanged", "EvidenceAdded", "DeskAdded"]],
    ["newsroom", "counsel", []],
    ["removing", "admin", []],
  ];
  it.each(kinds)("narrowed to %s shows a %s %j", async (kind, role, expected) => {
    expect(types(await list(role, { kind }))).toEqual(expected);
  });

  it("is narrowed by person, role, article and time", async () => {
    const reporter = await idOf("reporter");
    const byPerson = await list("standards", { person: reporter });
    expect(types(byPerson)).toEqual(["TagAdded", "RevisionAdded", "ArticleCreated"]);
    expect(types(await list("standards", { role: "checker" }))).toEqual(["FileAttached", "EvidenceAdded"]);
    expect(types(await list("standards", { article: world.first.article, role: "copy-editor" }))).toEqual([
      "ThreadOpened",
    ]);
    const at = byPerson.entries[0]!.event.at;
    const [from, before] = [await list("standards", { since: at }), await list("standards", { until: at })];
    expect(types(from)).toContain("TagAdded");
    expect(types(before)).not.toContain("TagAdded");
    expect(from.entries.length + before.entries.length).toBe((await list("standards")).entries.length);
    await expect(list("standards", { since: at, until: at })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("comes page by page, each thing once", async () => {
    const all = await list("admin");
    const seen: string[] = [];
    let cursor: AuditPage["next"] = null;
    do {
      const page: AuditPage = await world
        .as("admin")
        .audit.list({ newsroom: world.first.newsroom, limit: 2, cursor });
      seen.push(...page.entries.map(({ hash }) => hash));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(all.entries.map(({ hash }) => hash));
  });
});

describe("what was written", () => {
  it("is kept from an administrator, who sees that it happened", async () => {
    const { entries, tags, evidence, articles } = await list("admin", { article: world.first.article });
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ withheld }) => withheld)).toBe(true);
    expect(JSON.stringify(entries)).not.toContain("Who says so?");
    expect([tags, evidence]).toEqual([[], []]);
    expect(articles).toHaveLength(1);
  });

  it("is read by whoever may read the text, with the names that the sentences need", async () => {
    const { entries, tags, people, schemes } = await list("checker", { article: world.first.article });
    expect(JSON.stringify(entries)).toContain("Who says so?");
    expect(tags).toMatchObject([{ id: world.first.tag, type: "claim", words: "412 million" }]);
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(["A reporter", "A copy-editor"]));
    expect(schemes).toHaveLength(1);
  });

  it("of an invitation is read by those who see the members, and not by others", async () => {
    const invitations = await Promise.all(
      (["admin", "standards"] as const).map(async (role) => {
        const { entries } = await list(role, { kind: "access" });
        return JSON.stringify(entries.map(({ event }) => event.body)).includes("A newcomer");
      }),
    );
    expect(invitations).toEqual([true, false]);
  });
});

describe("an article that is", () => {
  it("shared shows itself to counsel, and only then", async () => {
    expect((await list("counsel")).entries).toEqual([]);
    const share = { person: await idOf("counsel"), as: "reader" as const };
    await execute("managing-editor", { type: "shareArticle", share });
    const { entries } = await list("counsel", { article: world.first.article });
    expect(entries.every(({ withheld }) => !withheld)).toBe(true);
    expect(entries.map(({ event }) => event.type)).toContain("ThreadOpened");
    await execute("managing-editor", { type: "unshareArticle", share });
    expect((await list("counsel")).entries).toEqual([]);
  });

  it("somebody else's shows nothing of itself to a reporter whom it is only shared with", async () => {
    const article = v7();
    await world.as("copy-editor").articles.create({
      newsroom: world.first.newsroom,
      commandId: v7(),
      articleId: article,
      text: "Another story.",
      language: "en",
    });
    const share = { person: await idOf("reporter"), as: "reader" as const };
    await world
      .as("managing-editor")
      .articles.execute({ article, commandId: v7(), command: { type: "shareArticle", share } });
    const logs = (await list("reporter")).entries.map(({ event }) => event.log);
    expect(logs).toContain(world.first.article);
    expect(logs).not.toContain(article);
    await expect(world.as("reporter").audit.list(of(article))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  const of = (article: string) => ({ newsroom: world.first.newsroom, filter: { article } });

  it("restricted shows nothing of itself to those it does not name", async () => {
    await execute("managing-editor", { type: "restrictArticle", restricted: true });
    const logs = (await list("standards")).entries.map(({ event }) => event.log);
    expect(logs).not.toContain(world.first.article);
    await expect(world.as("standards").audit.list(of(world.first.article))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await execute("reporter", { type: "setNote", tag: world.first.tag, from: null, to: { words: "Mine." } });
    expect(types(await list("reporter", { article: world.first.article }))).toContain("NoteSet");
  });
});
