import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import type { ArticleId, CommandId as CommandIdOf, UserId } from "~/core/ids";
import type { Role } from "~/core/policy";
import type { AnyArticleCommand, ArticleCommand } from "~/core/shapes/command";
import { ArticleId as ArticleIdShape, CommandId, CommentId, TagId, ThreadId } from "~/core/shapes/ids";
import { spanOf, TEXT } from "~/core/testing";
import type { Addressee } from "~/core/thread";
import type { Database } from "~/db/client";
import {
  countUnread,
  type ListedNotice,
  listNotices,
  readAllNotices,
  readNotice,
} from "~/db/queries/notices";
import { testDatabase } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute } from "./execute";

/** What people are told of, as it is kept: once with the event, and shown to those who see its article. */

const ROLES = [
  "reporter",
  "copy-editor",
  "checker",
  "standards",
  "managing-editor",
  "admin",
  "counsel",
] as const;

let db: Database;
let newsroom: TestNewsroom;
beforeAll(async () => {
  db = await testDatabase();
});

let clock = Date.now();
const person = (role: Role, of = newsroom): UserId => of.people.get(role)!;
const does = (who: UserId, article: ArticleId, command: AnyArticleCommand, id = CommandId.parse(v7())) =>
  execute({ db, person: who, now: () => (clock += 1) }, article, id, command);

/** An article of the reporter's, in a newsroom of its own, with a tag of the copy editor's. */
async function newArticle(): Promise<{ article: ArticleId; tag: TagId }> {
  newsroom = await testNewsroom(db, ROLES);
  const article = ArticleIdShape.parse(v7());
  const details = { title: "Wall", language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
  const create = { type: "createArticle", details, text: TEXT, file: null } as const;
  await execute(
    { db, person: person("reporter"), now: () => clock },
    article,
    CommandId.parse(v7()),
    create,
    {
      into: newsroom.id,
    },
  );
  const tag = TagId.parse(v7());
  const span = spanOf("412 million");
  await does(person("copy-editor"), article, { type: "addTag", tag, as: "claim", span, attributes: {} });
  return { article, tag };
}

function thread(words: string, addressee: Addressee | null = null): ArticleCommand & { type: "openThread" } {
  return {
    type: "openThread",
    thread: ThreadId.parse(v7()),
    comment: CommentId.parse(v7()),
    kind: addressee ? "query" : "comment",
    about: { on: "article" },
    words,
    blocking: false,
    addressee,
    due: null,
  };
}

const give = (tag: TagId, from: Role | null, to: Role | null): ArticleCommand => ({
  type: "assignTag",
  tag,
  from: from && person(from),
  to: to && person(to),
});

async function told(role: Role): Promise<readonly ListedNotice[]> {
  const { notices } = await listNotices(db, person(role), { off: [], after: null, limit: 50 });
  const unread = notices.filter(({ isRead }) => !isRead).length;
  expect(await countUnread(db, person(role), [])).toBe(unread);
  return notices;
}

const topics = async (role: Role) => (await told(role)).map(({ topic }) => topic);

describe("a notice is written with its event", () => {
  it("once, however often the command is sent", async () => {
    const { article } = await newArticle();
    const id: CommandIdOf = CommandId.parse(v7());
    const command = thread("Who?", { person: person("reporter") });
    await Promise.all([
      does(person("checker"), article, command, id),
      does(person("checker"), article, command, id),
    ]);
    await does(person("checker"), article, command, id);
    expect(await topics("reporter")).toEqual(["query"]);
  });

  it("not at all where the command is refused", async () => {
    const { article } = await newArticle();
    const command = thread("Who?", { person: person("admin") });
    await expect(does(person("checker"), article, command)).rejects.toThrow("cannot answer");
    expect(await told("admin")).toEqual([]);
  });

  it("to everybody who holds the role and may read the article, but whoever did it", async () => {
    const { article } = await newArticle();
    await does(
      person("checker"),
      article,
      thread("[@all](role:copy-editor) [@all](role:counsel) [@all](role:checker)"),
    );
    const all = await Promise.all(ROLES.map(async (role) => [role, (await told(role)).length] as const));
    expect(all.filter(([, count]) => count > 0)).toEqual([["copy-editor", 1]]);
  });

  it("says who did it, to what, and in which words", async () => {
    const { article, tag } = await newArticle();
    const command = thread(`What of it, [@A reporter](person:${person("reporter")})?`);
    await does(person("checker"), article, command);
    await does(person("standards"), article, give(tag, null, "checker"));
    const [mention] = await told("reporter");
    expect(mention).toMatchObject({
      topic: "mention",
      actor: "A checker",
      title: { words: "Wall" },
      quote: "What of it, @A reporter?",
      thread: command.thread,
      newsroom: { slug: newsroom.slug },
    });
    const [given] = await told("checker");
    expect(given).toMatchObject({ topic: "assignment", quote: "412 million", tag, actor: "A standards" });
  });
});

describe("what one may not see is not told", () => {
  it("of an article that was restricted since", async () => {
    const { article } = await newArticle();
    await does(person("copy-editor"), article, thread("Who?", { role: "checker" }));
    expect(await topics("checker")).toEqual(["query"]);
    await does(person("managing-editor"), article, { type: "restrictArticle", restricted: true });
    expect(await told("checker")).toEqual([]);
    await does(person("managing-editor"), article, { type: "restrictArticle", restricted: false });
    expect(await topics("checker")).toEqual(["query"]);
  });

  it("nor to people of another newsroom, who cannot read it for others either", async () => {
    const { article } = await newArticle();
    const { events } = await does(person("copy-editor"), article, thread("Who?", { role: "checker" }));
    const key = { article, seq: events[0]!.seq };
    const foreign = await testNewsroom(db, ["checker"]);
    expect(await countUnread(db, person("checker", foreign), [])).toBe(0);
    expect(await readNotice(db, person("checker", foreign), key, new Date(clock))).toBe(false);
    expect((await told("checker")).map(({ isRead }) => isRead)).toEqual([false]);
  });
});

describe("what is undone or overtaken", () => {
  it("is taken from whoever has not read it, and comes back with a redo", async () => {
    const { article, tag } = await newArticle();
    const id = CommandId.parse(v7());
    await does(person("standards"), article, give(tag, null, "checker"), id);
    const undo = CommandId.parse(v7());
    await does(person("standards"), article, { type: "undo", command: id }, undo);
    expect(await told("checker")).toEqual([]);
    await does(person("standards"), article, { type: "undo", command: undo });
    expect(await topics("checker")).toEqual(["assignment"]);
  });

  it("stays with whoever has read it", async () => {
    const { article, tag } = await newArticle();
    await does(person("standards"), article, give(tag, null, "checker"));
    const [notice] = await told("checker");
    await readNotice(db, person("checker"), { article, seq: notice!.seq }, new Date(clock));
    await does(person("standards"), article, give(tag, "checker", null));
    expect((await told("checker")).map(({ isRead }) => isRead)).toEqual([true]);
  });

  it("a query goes from the one to the other when it is passed on, and from all when it is answered", async () => {
    const { article } = await newArticle();
    const query = thread("Who?", { role: "checker" });
    await does(person("copy-editor"), article, query);
    const to = { person: person("standards") };
    await does(person("checker"), article, {
      type: "readdressQuery",
      thread: query.thread,
      from: { role: "checker" },
      to,
    });
    expect([await topics("checker"), await topics("standards")]).toEqual([[], ["query"]]);
    await does(person("copy-editor"), article, { type: "resolveThread", thread: query.thread });
    expect(await told("standards")).toEqual([]);
  });
});

describe("reading", () => {
  it("one notice of a thread reads all of it, and leaves the others", async () => {
    const { article } = await newArticle();
    const [one, other] = [thread("One."), thread("Other.")];
    for (const opened of [one, other]) await does(person("reporter"), article, opened);
    for (const { thread: id } of [one, one, other]) {
      const comment = CommentId.parse(v7());
      await does(person("checker"), article, {
        type: "addComment",
        thread: id,
        comment,
        words: "Yes.",
        resolves: false,
      });
    }
    const [, newest] = await told("reporter");
    expect(await readNotice(db, person("reporter"), newest!, new Date(clock))).toBe(true);
    expect((await told("reporter")).map(({ isRead }) => isRead)).toEqual([false, true, true]);
    expect(await readNotice(db, person("reporter"), newest!, new Date(clock))).toBe(false);
  });

  it("all leaves what came after the list was seen", async () => {
    const { article } = await newArticle();
    await does(person("checker"), article, thread("Who?", { person: person("reporter") }));
    const through = new Date(clock);
    await does(person("checker"), article, thread("When?", { person: person("reporter") }));
    await readAllNotices(db, person("reporter"), { through, now: new Date(clock) });
    expect((await told("reporter")).map(({ isRead, quote }) => [isRead, quote])).toEqual([
      [false, "When?"],
      [true, "Who?"],
    ]);
  });

  it("goes on where a page ended, the newest first, without topics that are off", async () => {
    const { article, tag } = await newArticle();
    const asked = Array.from({ length: 7 }, (_, n) => thread(`Question ${n}`, { person: person("checker") }));
    for (const query of asked) await does(person("standards"), article, query);
    await does(person("standards"), article, give(tag, null, "checker"));
    const read: (string | null)[] = [];
    let after: ListedNotice | null = null;
    for (;;) {
      const page = await listNotices(db, person("checker"), { off: ["assignment"], after, limit: 3 });
      read.push(...page.notices.map(({ quote }) => quote));
      after = page.notices.at(-1) ?? null;
      if (page.next === null) break;
    }
    expect(read).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Question ${n}`));
    expect(await countUnread(db, person("checker"), ["assignment"])).toBe(7);
    expect(await countUnread(db, person("checker"), [])).toBe(8);
  });
});

it("an administrator, who reads no texts, is told of none", async () => {
  const { article } = await newArticle();
  await does(person("copy-editor"), article, thread(`[@The admin](person:${person("admin")})`));
  expect(await told("admin")).toEqual([]);
});
