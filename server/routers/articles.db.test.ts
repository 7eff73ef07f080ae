import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import type { UserId } from "~/core/ids";
import { ArticleId, CommandId, SessionId, TagId } from "~/core/shapes/ids";
import { testDatabase } from "~/db/testing";
import { newsroomWithDesks, type NewsroomWithDesks } from "~/db/testing-members";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

const db = await testDatabase();
const callerOf = createCallerFactory(appRouter);
let clock = Date.UTC(2026, 10, 22, 9);

function as(person: UserId) {
  const viewer = { person, session: SessionId.parse(randomUUID()), name: "", email: "" };
  return callerOf({ db, viewer, now: () => (clock += 1_000) }).articles;
}

const newId = { article: () => ArticleId.parse(randomUUID()), command: () => CommandId.parse(randomUUID()) };

async function add(
  person: UserId,
  title: string,
  more: { desk?: NewsroomWithDesks["city"]; text?: string } = {},
) {
  const { desk, text = `${title}\n\nThe quay was closed at noon, the harbour master said.\n` } = more;
  const articleId = newId.article();
  const about = { newsroom: home.slug, articleId, commandId: newId.command(), title, text, desk };
  expect(await as(person).create(about)).toMatchObject({ status: "created", article: articleId });
  return articleId;
}

async function change(person: UserId, article: ArticleId, command: ArticleCommand) {
  return as(person).execute({ article, commandId: newId.command(), command });
}

let home: NewsroomWithDesks;
let away: NewsroomWithDesks;
let people: Record<
  | "nora"
  | "otto"
  | "cityEditor"
  | "politicsChecker"
  | "manager"
  | "standards"
  | "admin"
  | "counsel"
  | "left"
  | "stranger",
  UserId
>;
let story: Record<"city" | "politics" | "none" | "restricted" | "shared", ArticleId>;

beforeAll(async () => {
  home = await newsroomWithDesks(db, "harbour");
  away = await newsroomWithDesks(db, "elsewhere");
  people = {
    nora: await home.member("Nora", ["reporter"]),
    otto: await home.member("Otto", ["reporter"]),
    cityEditor: await home.member("Cid", ["copy-editor"], [home.city]),
    politicsChecker: await home.member("Pia", ["checker"], [home.politics]),
    manager: await home.member("Mara", ["managing-editor"]),
    standards: await home.member("Rita", ["standards"]),
    admin: await home.member("Ada", ["admin"]),
    counsel: await home.member("Cleo", ["counsel"]),
    left: await home.member("Lee", ["managing-editor"]),
    stranger: await away.member("Stan", ["managing-editor"]),
  };
  await home.disable(people.left);
  story = {
    city: await add(people.nora, "City story", { desk: home.city }),
    politics: await add(people.nora, "Politics story", { desk: home.politics }),
    none: await add(people.nora, "Story of no desk"),
    restricted: await add(people.nora, "Restricted story", { desk: home.city }),
    shared: await add(people.nora, "Shared story", { desk: home.city }),
  };
  await change(people.standards, story.restricted, { type: "restrictArticle", restricted: true });
  for (const [person, kind] of [
    [people.otto, "assigned"],
    [people.counsel, "reader"],
  ] as const) {
    await change(people.manager, story.shared, { type: "shareArticle", share: { person, as: kind } });
  }
});

describe("who sees which article", () => {
  const all = ["city", "politics", "none", "restricted", "shared"] as const;
  type Story = (typeof all)[number];
  const cases: [who: keyof typeof people, sees: Story[], reads: Story[] | "what they see"][] = [
    ["nora", [...all], "what they see"],
    ["otto", ["shared"], "what they see"],
    ["cityEditor", ["city", "none", "shared"], "what they see"],
    ["politicsChecker", ["politics", "none"], "what they see"],
    ["manager", ["city", "politics", "none", "shared"], "what they see"],
    ["standards", [...all], "what they see"],
    ["admin", ["city", "politics", "none", "shared"], []],
    ["counsel", ["shared"], "what they see"],
  ];

  it.each(cases)("%s", async (who, sees, reads) => {
    const caller = as(people[who]);
    const { articles } = await caller.list({ newsroom: home.slug });
    expect(articles.map(({ id }) => id).sort()).toEqual(sees.map((name) => story[name]).sort());
    const readable = reads === "what they see" ? sees : reads;
    for (const name of all) {
      const article = story[name];
      const kind = !sees.includes(name) ? "NOT_FOUND" : readable.includes(name) ? null : "FORBIDDEN";
      const asked = [
        () => caller.open({ article }),
        () => caller.eventsAfter({ article, seq: 1 }),
        () => caller.mine({ article }),
      ];
      for (const ask of asked) {
        if (kind === null) await expect(ask()).resolves.toBeDefined();
        else await expect(ask()).rejects.toMatchObject({ code: kind });
      }
      if (kind === "NOT_FOUND") {
        await expect(caller.history({ article })).rejects.toMatchObject({ code: kind });
        const command = { type: "archiveArticle" as const };
        await expect(change(people[who], article, command)).rejects.toMatchObject({ code: kind });
      }
    }
  });

  it.each(["left", "stranger"] as const)("%s: neither newsroom nor articles", async (who) => {
    const caller = as(people[who]);
    await expect(caller.list({ newsroom: home.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(caller.surroundings({ newsroom: home.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const about = { articleId: newId.article(), commandId: newId.command(), text: "Mine\n" };
    await expect(caller.create({ newsroom: home.slug, ...about })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const article of [...Object.values(story), newId.article()]) {
      const answers = await Promise.all(
        [
          caller.open({ article }),
          caller.eventsAfter({ article, seq: 0 }),
          caller.history({ article }),
          caller.mine({ article }),
          change(people[who], article, { type: "archiveArticle" }),
        ].map((answer) => answer.catch((error: unknown) => error)),
      );
      for (const answer of answers) {
        expect(answer).toMatchObject({
          code: "NOT_FOUND",
          message: "There is no such article, or you may not see it.",
        });
      }
    }
  });

  it("says who may read, to an administrator who may not", async () => {
    await expect(as(people.admin).open({ article: story.city })).rejects.toThrow(/takes .*copy editor/);
  });
});

describe("the list", () => {
  it("filters by desk, by author, by state, by title", async () => {
    const caller = as(people.manager);
    const titles = async (filter: object) =>
      (await caller.list({ newsroom: home.slug, ...filter })).articles.map(({ title }) => title.words);
    expect(await titles({ desk: home.politics })).toEqual(["Politics story"]);
    expect(await titles({ mine: true })).toEqual([]);
    expect(await titles({ search: "stor SHAR" })).toEqual(["Shared story"]);
    expect(await titles({ search: "nothing like it" })).toEqual([]);
    await change(people.nora, story.none, { type: "archiveArticle" });
    expect(await titles({ state: "archived" })).toEqual(["Story of no desk"]);
    await change(people.nora, story.none, { type: "restoreArticle" });
    expect(await titles({ state: "archived" })).toEqual([]);
  });

  it("counts tags that stand", async () => {
    const article = await add(people.nora, "Counted");
    const span = (start: number, end: number) => ({ start, end });
    const adding = (start: number, end: number, suggested = false): ArticleCommand => ({
      type: "addTag",
      tag: TagId.parse(randomUUID()),
      as: "claim",
      span: span(start, end),
      attributes: {},
      suggested,
    });
    await change(people.nora, article, adding(0, 7));
    await change(people.nora, article, adding(9, 12));
    const withdrawn = adding(13, 17);
    await change(people.nora, article, withdrawn);
    if (withdrawn.type === "addTag")
      await change(people.nora, article, { type: "withdrawTag", tag: withdrawn.tag });
    const { articles } = await as(people.nora).list({ newsroom: home.slug, search: "counted" });
    expect(articles.map(({ tags }) => tags)).toEqual([{ open: 2, checked: 0, approved: 0 }]);
  });

  it("shows no article twice and misses none that stood still, while others change", async () => {
    const person = await home.member("Paula", ["reporter"]);
    const titles = Array.from({ length: 12 }, (_, number) => `Page ${number}`);
    const ids: ArticleId[] = [];
    for (const title of titles) ids.push(await add(person, title));
    const caller = as(person);
    const seen: ArticleId[] = [];
    let cursor: Awaited<ReturnType<typeof caller.list>>["next"] = null;
    do {
      const page = await caller.list({ newsroom: home.slug, cursor, limit: 5 });
      seen.push(...page.articles.map(({ id }) => id));
      cursor = page.next;
      if (seen.length === 5) {
        for (const id of [ids[10]!, ids[1]!]) {
          const to = `https://example.org/${id}`;
          await change(person, id, { type: "changeDetail", name: "sourceUrl", from: null, to });
        }
      }
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set([...seen, ids[1]!])).toEqual(new Set(ids));
    const again = await caller.list({ newsroom: home.slug, limit: 2 });
    expect(again.articles.map(({ id }) => id)).toEqual([ids[1], ids[10]]);
  });

  it("keeps order and pages where many changed in the same millisecond", async () => {
    const person = await home.member("Sam", ["reporter"]);
    const ids: ArticleId[] = [];
    const still = clock;
    for (let number = 0; number < 6; number += 1) {
      clock = still;
      ids.push(await add(person, `Same ${number}`));
    }
    const caller = as(person);
    const first = await caller.list({ newsroom: home.slug, limit: 4 });
    const second = await caller.list({ newsroom: home.slug, limit: 4, cursor: first.next });
    expect(second.next).toBeNull();
    expect(new Set([...first.articles, ...second.articles].map(({ id }) => id))).toEqual(new Set(ids));
  });

  it("marks a title that was removed", async () => {
    const article = await add(people.nora, "Name that must go");
    const { slice } = await as(people.manager).open({ article });
    const ref = slice.article.title.ref ?? "";
    await change(people.manager, article, { type: "redact", ref, passage: null, reason: "a court" });
    const { articles } = await as(people.nora).list({ newsroom: home.slug });
    expect(articles[0]?.title).toMatchObject({ words: null, removedAt: expect.any(Number) as number });
    expect((await as(people.nora).list({ newsroom: home.slug, search: "name must go" })).articles).toEqual(
      [],
    );
  });
});

describe("adding by paste", () => {
  it("guesses what was left out, and repeats without a second article", async () => {
    const about = { newsroom: home.slug, articleId: newId.article(), commandId: newId.command() };
    const text =
      "Der Hafen bleibt zu\r\n\r\nDie Stadt hat am Montag gesagt, dass der Hafen nicht mit den Schiffen öffnet.\r\n";
    const first = await as(people.otto).create({ ...about, text });
    expect(first).toEqual({ status: "created", article: about.articleId, title: "Der Hafen bleibt zu" });
    expect(await as(people.otto).create({ ...about, text })).toEqual(first);
    const { slice } = await as(people.otto).open({ article: about.articleId });
    expect(slice).toMatchObject({
      seq: 2,
      article: { language: "de", direction: "ltr", desk: null, sourceUrl: null, author: people.otto },
      revision: { number: 1, text: text.replaceAll("\r\n", "\n") },
    });
  });

  it("says where a text cannot be kept, and offers to replace", async () => {
    const about = { newsroom: home.slug, articleId: newId.article(), commandId: newId.command() };
    expect(await as(people.otto).create({ ...about, text: "Fine.\nNot \0 fine.\n" })).toMatchObject({
      status: "refused",
      problems: [{ line: 2, column: 5 }],
      offer: "replace",
    });
  });

  it("tells of the same text where the person sees it, and adds it on demand", async () => {
    const text = "The same words\n\nTwice in one newsroom.\n";
    const article = await add(people.nora, "First", { text });
    const again = { newsroom: home.slug, articleId: newId.article(), commandId: newId.command(), text };
    const told = await as(people.manager).create(again);
    expect(told).toEqual({ status: "here", article, title: "First" });
    expect(await as(people.otto).create(again)).toMatchObject({ status: "created" });
    const third = { ...again, articleId: newId.article(), commandId: newId.command(), again: true };
    expect(await as(people.manager).create(third)).toMatchObject({ status: "created" });
  });

  it("refuses whom the policy does, and an id that is taken, also by what one does not see", async () => {
    const about = { newsroom: home.slug, text: "Mine\n", again: true };
    const ids = () => ({ articleId: newId.article(), commandId: newId.command() });
    await expect(as(people.admin).create({ ...about, ...ids() })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const taken = { ...about, ...ids(), articleId: story.city };
    await expect(as(people.otto).create(taken)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("following an article", () => {
  let article: ArticleId;
  let tag: TagId;
  beforeAll(async () => {
    article = await add(people.nora, "Followed");
    tag = TagId.parse(randomUUID());
    await change(people.nora, article, {
      type: "addTag",
      tag,
      as: "claim",
      span: { start: 0, end: 8 },
      attributes: {},
    });
    await change(people.manager, article, { type: "setNote", tag, from: null, to: { words: "Ask again." } });
  });

  it("opens with all that the workspace needs", async () => {
    const opened = await as(people.nora).open({ article });
    expect(opened).toMatchObject({
      slice: { seq: 4, tags: [{ id: tag, note: { words: "Ask again." } }] },
      newsroom: { slug: "harbour", fourEyes: "required" },
      actor: { id: people.nora, roles: ["reporter"] },
      scheme: { id: "QCU" },
      desks: [{ name: "City" }, { name: "Politics" }],
    });
    expect(opened.newsroom).not.toHaveProperty("roles");
    expect(opened.people).toContainEqual({ id: people.otto, name: "Otto", isMember: true });
    expect(opened.people.some(({ id }) => id === people.left)).toBe(false);
    expect(opened.people.some(({ id }) => id === people.stranger)).toBe(false);
  });

  it("hands out what came after, or asks to load anew", async () => {
    const caller = as(people.nora);
    const caught = await caller.eventsAfter({ article, seq: 2 });
    expect(caught).toMatchObject({ reload: false, events: [{ seq: 3 }, { seq: 4, type: "NoteSet" }] });
    const all = await caller.eventsAfter({ article, seq: 0 });
    expect(all).toMatchObject({
      events: [
        {},
        { type: "RevisionAdded", body: { text: { words: expect.stringMatching(/^Followed/) as string } } },
        {},
        {},
      ],
    });
    expect(await caller.eventsAfter({ article, seq: 4 })).toEqual({ reload: false, events: [] });
    expect(await caller.eventsAfter({ article, seq: 5 })).toEqual({ reload: true });
  });

  it("tells its history backwards, by pages, of one tag too", async () => {
    const caller = as(people.nora);
    const newest = await caller.history({ article, limit: 3 });
    expect(newest.events.map(({ seq }) => seq)).toEqual([4, 3, 2]);
    expect(newest.people.map(({ name }) => name).sort()).toEqual(["Mara", "Nora"]);
    const rest = await caller.history({ article, limit: 3, before: newest.before });
    expect(rest).toMatchObject({ events: [{ seq: 1 }], before: null });
    const ofTag = await caller.history({ article, tag });
    expect(ofTag.events.map(({ type }) => type)).toEqual(["NoteSet", "TagAdded"]);
    expect((await caller.history({ article, tag: TagId.parse(randomUUID()) })).events).toEqual([]);
  });

  it("knows what is one's own to undo and to redo", async () => {
    const caller = as(people.manager);
    const before = await caller.mine({ article });
    expect(before).toMatchObject({
      undo: [{ deed: { first: { type: "NoteSet", body: { tag } }, tags: 1 } }],
      redo: [],
    });
    await change(people.manager, article, { type: "undo", command: before.undo[0]!.command });
    const undone = await caller.mine({ article });
    expect(undone).toMatchObject({ undo: [], redo: [{ deed: { first: { type: "NoteSet" } } }] });
    await change(people.manager, article, { type: "undo", command: undone.redo[0]!.command });
    const redone = await caller.mine({ article });
    expect(redone).toMatchObject({ undo: [{ deed: { first: { type: "NoteSet" } } }], redo: [] });
    expect((await caller.open({ article })).slice.tags[0]?.note?.words).toBe("Ask again.");
    expect((await as(people.nora).mine({ article })).undo).toMatchObject([
      { deed: { first: { type: "TagAdded" } } },
    ]);
  });
});
