import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import { type ArticleId, SYSTEM, type TagId, type UserId } from "~/core/ids";
import type { Role } from "~/core/policy";
import type { AnyArticleCommand, ArticleCommand } from "~/core/shapes/command";
import { ArticleId as ArticleIdShape, CommandId, TagId as TagIdShape } from "~/core/shapes/ids";
import { TagQueueAsked } from "~/core/shapes/queue";
import type { Database } from "~/db/client";
import { countQueuedArticles, queuedArticles } from "~/db/queries/queues/articles";
import { countQueuedTags } from "~/db/queries/queues/tags";
import { wholeArticle } from "~/db/queries/slices";
import { testDatabase } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute } from "./execute";
import { lookerFor, planOf, tagQueuePage, workersFor } from "./queues";

/** What waits for whom, over a newsroom of its own for each test. */

const ROLES = ["reporter", "copy-editor", "checker", "standards", "managing-editor", "counsel"] as const;
const HOUR = 3_600_000;
const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven"] as const;

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});

class Desk {
  private constructor(readonly newsroom: TestNewsroom) {}

  static async open(): Promise<Desk> {
    return new Desk(await testNewsroom(db, ROLES));
  }

  person = (role: Role): UserId => this.newsroom.people.get(role)!;

  does = (role: Role, article: ArticleId, command: AnyArticleCommand) =>
    execute({ db, person: this.person(role), now: Date.now }, article, CommandId.parse(v7()), command, {
      into: this.newsroom.id,
    });

  async article(deadline: number | null = null): Promise<ArticleId> {
    const id = ArticleIdShape.parse(v7());
    const details = { title: "Wall", language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
    const text = ["Headline of a story.", "A first body.", WORDS.join(" ")].join("\n");
    await this.does("reporter", id, { type: "createArticle", details, text, file: null });
    if (deadline !== null)
      await this.does("copy-editor", id, { type: "setDeadline", from: null, to: deadline });
    return id;
  }

  /** The article as it stands. */
  async slice(article: ArticleId) {
    return (await wholeArticle(db, this.person("standards"), article))!;
  }

  /** A claim on one of the words. */
  async tag(article: ArticleId, word: (typeof WORDS)[number], attributes = {}): Promise<TagId> {
    const start =
      ["Headline of a story.", "A first body.", ""].join("\n").length + WORDS.join(" ").indexOf(word);
    const tag = TagIdShape.parse(v7());
    const span = { start, end: start + word.length };
    await this.does("copy-editor", article, { type: "addTag", tag, as: "claim", span, attributes });
    return tag;
  }

  check = (role: Role, article: ArticleId, tag: TagId) =>
    this.does(role, article, {
      type: "setVerdict",
      tag,
      sees: null,
      finding: "unverifiable",
      note: "Called twice.",
    });

  async looker(role: Role) {
    const actor = { id: this.person(role), roles: [role] };
    return lookerFor(db, actor, { id: this.newsroom.id, fourEyes: "required" });
  }

  /** Everything in the queue, page by page of `limit`. */
  async queued(role: Role, asked: Partial<TagQueueAsked> & Pick<TagQueueAsked, "queue">, limit = 50) {
    const looker = await this.looker(role);
    const whole = TagQueueAsked.parse(asked);
    const all: TagId[] = [];
    let after = null;
    do {
      const page = await tagQueuePage(db, looker, { asked: whole, after, limit });
      expect(page.tags.length).toBeLessThanOrEqual(limit);
      all.push(...page.tags.map(({ tag }) => tag.id));
      after = page.next;
    } while (after !== null);
    expect(await countQueuedTags(db, looker, { asked: whole, most: 1_000 })).toBe(all.length);
    return all;
  }
}

describe("my next", () => {
  it("goes by deadline, what has none last, and in an article must first, in the order of the text; page by page the same", async () => {
    const desk = await Desk.open();
    const none = await desk.article();
    const later = await desk.article(Date.now() + 9 * HOUR);
    const soon = await desk.article(Date.now() + HOUR);
    const late = [await desk.tag(none, "one")];
    const middle = [await desk.tag(later, "three"), await desk.tag(later, "one")];
    const first = [await desk.tag(soon, "two"), await desk.tag(soon, "six", { priority: "must" })];
    const order = [first[1], first[0], middle[1], middle[0], late[0]];
    for (const limit of [1, 2, 3, 50])
      expect(await desk.queued("checker", { queue: "next" }, limit)).toEqual(order);
  });

  it("has what the role may decide: verdicts by grade, approvals by another than who set the verdict", async () => {
    const desk = await Desk.open();
    const article = await desk.article();
    const plain = await desk.tag(article, "one");
    const must = await desk.tag(article, "two", { priority: "must" });
    const legal = await desk.tag(article, "three", { legal: true });
    const own = await desk.tag(article, "four");
    const others = await desk.tag(article, "five");
    await desk.check("copy-editor", article, own);
    await desk.check("checker", article, others);
    const sorted = (of: readonly TagId[]) => [...of].sort();
    const next = async (role: Role) => sorted(await desk.queued(role, { queue: "next" }));
    expect(await next("copy-editor")).toEqual(sorted([plain, others]));
    expect(await next("checker")).toEqual(sorted([plain, must, legal, own]));
    expect(await next("standards")).toEqual(sorted([plain, must, legal, own, others]));
    expect(await next("reporter")).toEqual([]);
    expect(await next("counsel")).toEqual([]);
  });

  it("has nothing of an article that was withdrawn, though it owes something, was given to one or waits for one", async () => {
    const desk = await Desk.open();
    const article = await desk.article();
    const [tag, free] = [await desk.tag(article, "one"), await desk.tag(article, "two")];
    const to = desk.person("checker");
    await desk.does("copy-editor", article, { type: "assignTag", tag, from: null, to });
    await desk.does("reporter", article, { type: "sendToReview" });
    const sees = (await desk.slice(article)).revision!.digest;
    const overrides = [{ rule: "G2" as const, reason: "People have to leave now.", due: Date.now() + HOUR }];
    await desk.does("managing-editor", article, { type: "publish", sees, overrides });
    const asked = [{ queue: "next" }, { queue: "next", mine: true }, { queue: "unclaimed" }] as const;
    const found = () => Promise.all(asked.map((one) => desk.queued("checker", one)));
    expect(await found()).toEqual([[tag, free], [tag], [free]]);
    await desk.does("managing-editor", article, { type: "withdrawArticle", reason: "It was not so." });
    expect(await found()).toEqual([[], [], []]);
  });

  it("has no tag that somebody else was given, and all that one was given oneself", async () => {
    const desk = await Desk.open();
    const article = await desk.article();
    const tag = await desk.tag(article, "one");
    const to = desk.person("checker");
    await desk.does("copy-editor", article, { type: "assignTag", tag, from: null, to });
    expect(await desk.queued("standards", { queue: "next" })).toEqual([]);
    expect(await desk.queued("checker", { queue: "next" })).toEqual([tag]);
    expect(await desk.queued("checker", { queue: "next", mine: true })).toEqual([tag]);
    expect(await desk.queued("checker", { queue: "unclaimed" })).toEqual([]);
    // Who set the verdict is done with it: the approval is anybody's.
    await desk.check("checker", article, tag);
    expect(await desk.queued("checker", { queue: "next", mine: true })).toEqual([]);
    expect(await desk.queued("standards", { queue: "next" })).toEqual([tag]);
    expect(await desk.queued("standards", { queue: "unclaimed" })).toEqual([tag]);
  });

  it("what was given to somebody who sees the article no longer is unclaimed again, and anybody’s to take", async () => {
    const desk = await Desk.open();
    const article = await desk.article();
    const tag = await desk.tag(article, "one");
    const to = desk.person("checker");
    await desk.does("copy-editor", article, { type: "assignTag", tag, from: null, to });
    expect(await desk.queued("standards", { queue: "unclaimed" })).toEqual([]);
    await desk.does("standards", article, { type: "restrictArticle", restricted: true });
    expect(await desk.queued("standards", { queue: "unclaimed" })).toEqual([tag]);
    expect(await desk.queued("standards", { queue: "next" })).toEqual([tag]);
    await desk.does("standards", article, {
      type: "assignTag",
      tag,
      from: to,
      to: desk.person("standards"),
    });
    expect(await desk.queued("standards", { queue: "next", mine: true })).toEqual([tag]);
  });

  const narrowed: [string, Partial<TagQueueAsked>, readonly (typeof WORDS)[number][]][] = [
    ["by type", { type: "claim" }, ["one", "two", "three"]],
    ["by a type that there is none of", { type: "quote" }, []],
    ["to what must be checked", { must: true }, ["two"]],
    ["to what needs an approval", { state: "checked" }, ["three"]],
    ["to articles of no desk", { desk: "none" }, ["one", "two", "three"]],
  ];
  it.each(narrowed)("is narrowed %s", async (_, asked, expected) => {
    const desk = await Desk.open();
    const article = await desk.article();
    const at = new Map([
      ["one", await desk.tag(article, "one")],
      ["two", await desk.tag(article, "two", { priority: "must" })],
      ["three", await desk.tag(article, "three")],
    ]);
    await desk.check("checker", article, at.get("three")!);
    const found = await desk.queued("standards", { queue: "next", ...asked });
    expect([...found].sort()).toEqual(expected.map((word) => at.get(word)!).sort());
  });

  it("shows nobody what they do not see: restricted articles, another newsroom, what is put away", async () => {
    const desk = await Desk.open();
    const [secret, spiked, open] = [await desk.article(), await desk.article(), await desk.article()];
    for (const article of [secret, spiked, open]) await desk.tag(article, "one");
    await desk.does("standards", secret, { type: "restrictArticle", restricted: true });
    await desk.does("copy-editor", spiked, { type: "spikeArticle", reason: "Dull." });
    expect(await desk.queued("checker", { queue: "next" })).toHaveLength(1);
    expect(await desk.queued("standards", { queue: "next" })).toHaveLength(2);
    expect(await (await Desk.open()).queued("checker", { queue: "next" })).toEqual([]);
  });

  it("counsel sees what they may read, of what was shared with them, and nothing of it is theirs to decide", async () => {
    const desk = await Desk.open();
    const article = await desk.article();
    await desk.tag(article, "one");
    await desk.does("copy-editor", article, {
      type: "shareArticle",
      share: { person: desk.person("counsel"), as: "reader" },
    });
    expect(await desk.queued("counsel", { queue: "next" })).toEqual([]);
    expect(await desk.queued("counsel", { queue: "unclaimed" })).toHaveLength(1);
  });
});

it("what went stale is found in published articles too, and leaves when it is confirmed", async () => {
  const desk = await Desk.open();
  const article = await desk.article();
  const tag = await desk.tag(article, "one");
  await desk.check("checker", article, tag);
  await execute({ db, person: SYSTEM, now: Date.now }, article, CommandId.parse(v7()), {
    type: "markStale",
    tag,
    reason: "Evidence was withdrawn.",
  });
  expect(await desk.queued("standards", { queue: "stale" })).toEqual([tag]);
  const { verdict } = (await desk.slice(article)).tags.get(tag)!.review;
  const command: ArticleCommand = {
    type: "setVerdict",
    tag,
    sees: { finding: "unverifiable", at: verdict!.at },
    finding: "unverifiable",
    note: "Called again.",
  };
  await desk.does("standards", article, command);
  expect(await desk.queued("standards", { queue: "stale" })).toEqual([]);
});

describe("articles to look after", () => {
  const listed = async (desk: Desk, queue: "risk" | "debts", limit = 50) => {
    const looker = await desk.looker("copy-editor");
    const all: ArticleId[] = [];
    let after = null;
    do {
      const page = await queuedArticles(db, looker, { queue, desk: null, after, limit, now: Date.now() });
      all.push(...page.articles.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(await countQueuedArticles(db, looker, { queue, now: Date.now(), most: 100 })).toBe(all.length);
    return all;
  };

  it("are at risk from a day before their deadline on, the nearest first", async () => {
    const desk = await Desk.open();
    const [past, near, far, none] = [
      await desk.article(Date.now() - HOUR),
      await desk.article(Date.now() + 23 * HOUR),
      await desk.article(Date.now() + 25 * HOUR),
      await desk.article(),
    ];
    for (const limit of [1, 50]) expect(await listed(desk, "risk", limit)).toEqual([past, near]);
    expect([far, none]).toHaveLength(2);
    await desk.does("copy-editor", past, { type: "spikeArticle", reason: "Dull." });
    expect(await listed(desk, "risk")).toEqual([near]);
  });

  it("owe what was published past the gate, until it is done", async () => {
    const desk = await Desk.open();
    const article = await desk.article();
    const tag = await desk.tag(article, "one");
    await desk.does("reporter", article, { type: "sendToReview" });
    const sees = (await desk.slice(article)).revision!.digest;
    const overrides = [{ rule: "G2" as const, reason: "People have to leave now.", due: Date.now() + HOUR }];
    await desk.does("managing-editor", article, { type: "publish", sees, overrides });
    expect(await listed(desk, "debts")).toEqual([article]);
    // What is owed is worked on before what is due later, and by whoever decides about it.
    const later = await desk.tag(await desk.article(Date.now() + 48 * HOUR), "one");
    for (const limit of [1, 50])
      expect(await desk.queued("checker", { queue: "next" }, limit)).toEqual([tag, later]);
    // It is out, so that its former deadline puts nothing at risk, not even while it is corrected.
    await desk.does("copy-editor", article, { type: "setDeadline", from: null, to: Date.now() - HOUR });
    await desk.does("standards", article, { type: "beginCorrection", class: "correction" });
    expect(await listed(desk, "risk")).toEqual([]);
    await desk.does("copy-editor", article, { type: "waiveTag", tag, reason: "The desk knows." });
    expect(await listed(desk, "debts")).toEqual([]);
    await desk.does("standards", article, { type: "dropCorrection" });
    expect(await desk.queued("checker", { queue: "next" })).toEqual([later]);
  });
});

describe("sharing out", () => {
  it("gives nobody what they do not see or may not decide, and nothing that the asker does not see", async () => {
    const desk = await Desk.open();
    const [open, secret] = [await desk.article(), await desk.article()];
    const given = [await desk.tag(open, "one"), await desk.tag(open, "two", { priority: "must" })];
    const hidden = await desk.tag(secret, "one");
    await desk.does("standards", secret, { type: "restrictArticle", restricted: true });
    const among = [desk.person("copy-editor"), desk.person("checker"), desk.person("reporter")];
    const wanted = [...given.map((tag) => ({ article: open, tag })), { article: secret, tag: hidden }];
    const plan = async (role: Role) =>
      (await planOf(db, await desk.looker(role), { tags: wanted, among, how: "in-turn" })).map(
        ({ to }) => to,
      );
    expect(await plan("managing-editor")).toEqual([among[0], among[1], null]);
    expect(await plan("standards")).toEqual([among[0], among[1], null]);
  });

  it("is an editor's, a checker's among checkers; nobody else hears who has how much", async () => {
    const desk = await Desk.open();
    const told = async (role: Role) =>
      (await workersFor(db, { id: desk.person(role), roles: [role] }, desk.newsroom.id))
        .map(({ id }) => id)
        .sort();
    const workers = ["copy-editor", "checker", "standards", "managing-editor"] as const;
    expect(await told("copy-editor")).toEqual(workers.map(desk.person).sort());
    expect(await told("checker")).toEqual([desk.person("checker")]);
    expect(await told("reporter")).toEqual([]);
    expect(await told("counsel")).toEqual([]);
  });

  it("by load counts what each has in hand", async () => {
    const desk = await Desk.open();
    const article = await desk.article();
    const [held, one, two] = [
      await desk.tag(article, "one"),
      await desk.tag(article, "two"),
      await desk.tag(article, "three"),
    ];
    const [checker, standards] = [desk.person("checker"), desk.person("standards")];
    await desk.does("copy-editor", article, { type: "assignTag", tag: held, from: null, to: checker });
    const wanted = { tags: [one, two].map((tag) => ({ article, tag })), among: [checker, standards] };
    const looker = await desk.looker("copy-editor");
    const to = async (how: "in-turn" | "by-load") =>
      (await planOf(db, looker, { ...wanted, how })).map((planned) => planned.to);
    expect(await to("in-turn")).toEqual([checker, standards]);
    expect(await to("by-load")).toEqual([standards, checker]);
  });
});
