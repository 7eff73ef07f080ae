import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";

import type { ArticleId, GroupId, UserId } from "~/core/ids";
import type { ArticleCommand } from "~/core/shapes/command";
import { ArticleId as AnArticleId, CommandId, GroupId as AGroupId, SessionId } from "~/core/shapes/ids";
import { testDatabase } from "~/db/testing";
import { newsroomWithDesks, type NewsroomWithDesks } from "~/db/testing-members";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

const db = await testDatabase();
const callerOf = createCallerFactory(appRouter);
const HOUR = 60 * 60_000;
let clock = Date.UTC(2026, 10, 22, 9);
let home: NewsroomWithDesks;
let editor: UserId;
let manager: UserId;

function as(person: UserId) {
  const viewer = { person, session: SessionId.parse(randomUUID()), name: "", email: "" };
  return callerOf({ db, viewer, now: () => (clock += 1_000) }).articles;
}

async function add(person: UserId): Promise<ArticleId> {
  const articleId = AnArticleId.parse(randomUUID());
  const text = `The quay was closed at noon, the harbour master said. ${articleId}`;
  await as(person).create({ newsroom: home.slug, articleId, commandId: CommandId.parse(randomUUID()), text });
  return articleId;
}

const change = (person: UserId, article: ArticleId, command: ArticleCommand, group?: GroupId) =>
  as(person).execute({ article, commandId: CommandId.parse(randomUUID()), command, group });

const last = (person: UserId) => as(person).lastTogether({ newsroom: home.slug });
const newGroup = () => AGroupId.parse(randomUUID());

beforeAll(async () => {
  home = await newsroomWithDesks(db, "together");
});

describe("what one did last to several articles", () => {
  let articles: ArticleId[];
  beforeAll(async () => {
    editor = await home.member("Cid", ["copy-editor"], [home.city]);
    manager = await home.member("Mara", ["managing-editor"]);
    articles = [await add(manager), await add(manager), await add(manager)];
  });

  it("is nothing at first, nor what one did to one of them", async () => {
    expect(await last(editor)).toEqual([]);
    await change(editor, articles[0]!, { type: "archiveArticle" });
    await change(editor, articles[0]!, { type: "restoreArticle" });
    expect(await last(editor)).toEqual([]);
  });

  it("is taken back together, by whoever did it, for a day", async () => {
    const group = newGroup();
    for (const article of articles) await change(editor, article, { type: "archiveArticle" }, group);
    const back = articles.map((article) => ({ article, command: { type: "restoreArticle" } }));
    expect(await last(editor)).toEqual(expect.arrayContaining(back));
    expect(await last(manager)).toEqual([]);
    clock += 25 * HOUR;
    expect(await last(editor)).toEqual([]);
    clock -= 25 * HOUR;

    const again = newGroup();
    for (const { article, command } of await last(editor)) await change(editor, article, command, again);
    expect(await last(editor)).toEqual(
      expect.arrayContaining(articles.map((article) => ({ article, command: { type: "archiveArticle" } }))),
    );
  });

  it("leaves out what one may see no longer", async () => {
    const group = newGroup();
    for (const article of articles) await change(editor, article, { type: "archiveArticle" }, group);
    expect(await last(editor)).toEqual(
      expect.arrayContaining([{ article: articles[0], command: { type: "restoreArticle" } }]),
    );
    await change(manager, articles[0]!, { type: "restrictArticle", restricted: true });
    expect((await last(editor)).map(({ article }) => article)).not.toContain(articles[0]);
    expect(await last(editor)).toHaveLength(2);
  });
});
