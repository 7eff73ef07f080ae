import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import type { Attributes } from "~/core/scheme";
import type { ArticleId, UserId } from "~/core/ids";
import {
  ArticleId as Article,
  CommandId,
  CommentId,
  EvidenceId,
  SessionId,
  TagId,
  ThreadId,
} from "~/core/shapes/ids";
import type { Hit } from "~/core/search";
import { SearchAsked, type SearchCursor } from "~/core/shapes/search";
import { searchArticles } from "~/db/queries/search/search";
import { testDatabase } from "~/db/testing";
import { newsroomWithDesks, type NewsroomWithDesks } from "~/db/testing-members";
import { searcherFor } from "~/server/searcher";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

const db = await testDatabase();
const callerOf = createCallerFactory(appRouter);
let clock = Date.UTC(2026, 10, 22, 9);

function as(person: UserId, step = 1_000) {
  const viewer = { person, session: SessionId.parse(randomUUID()), name: "", email: "" };
  return callerOf({ db, viewer, now: () => (clock += step) });
}

const command = () => CommandId.parse(v7());

async function add(
  person: UserId,
  of: NewsroomWithDesks,
  { desk, text }: { desk?: NewsroomWithDesks["city"]; text: string },
) {
  const article = Article.parse(v7());
  const title = text.split("\n")[0]!;
  await as(person).articles.create({
    newsroom: of.slug,
    articleId: article,
    commandId: command(),
    title,
    text,
    desk,
  });
  return { id: article, text };
}
type Added = Awaited<ReturnType<typeof add>>;

const change = (person: UserId, article: ArticleId, what: ArticleCommand) =>
  as(person).articles.execute({ article, commandId: command(), command: what });

async function tag(
  person: UserId,
  { id, text }: Added,
  words: string,
  type: string,
  attributes: Attributes = {},
) {
  const tag = TagId.parse(v7());
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  await change(person, id, { type: "addTag", tag, as: type, span, attributes });
  return tag;
}

async function comment(person: UserId, article: ArticleId, words: string, on: TagId | null = null) {
  const thread = ThreadId.parse(v7());
  await change(person, article, {
    ...{ type: "openThread", thread, comment: CommentId.parse(v7()), kind: "comment", words },
    ...{
      about: on ? { on: "tag", tag: on } : { on: "article" },
      blocking: false,
      addressee: null,
      due: null,
    },
  });
  return thread;
}

async function find(
  person: UserId,
  of: NewsroomWithDesks,
  asked: Partial<SearchAsked>,
): Promise<readonly Hit[]> {
  const { hits, next } = await as(person).search.find({ newsroom: of.slug, asked, limit: 50 });
  expect(next).toBeNull();
  return hits;
}

const shown = (hit: Hit) =>
  `${hit.kind}: ${hit.excerpt.pieces.map(({ words, isFound }) => (isFound ? `[${words}]` : words)).join("")}`;
const found = async (...by: Parameters<typeof find>) => (await find(...by)).map(shown);

describe("what is found", () => {
  let home: NewsroomWithDesks;
  let manager: UserId;
  let checker: UserId;
  let story: Added;
  let claim: TagId;
  let quote: TagId;

  beforeAll(async () => {
    home = await newsroomWithDesks(db, "finding");
    manager = await home.member("Mara", ["managing-editor"]);
    checker = await home.member("Chip", ["checker"]);
    story = await add(manager, home, {
      desk: home.city,
      text: "Quay to cost 412 million\nThe quay was built in 1902, Mara Quill said.\n港の壁は高い。\n“It will hold,” she said.",
    });
    claim = await tag(manager, story, "built in 1902", "claim", { kind: "event", priority: "must" });
    quote = await tag(checker, story, "It will hold", "quote", {
      form: "direct",
      speaker: { words: "Mara Quill" },
    });
    await change(manager, story.id, {
      type: "setNote",
      tag: claim,
      from: null,
      to: { words: "Ask the archivist." },
    });
    const evidence = EvidenceId.parse(v7());
    const item = {
      kind: "document",
      reference: "Minutes",
      locator: null,
      retrievedAt: null,
      note: null,
    } as const;
    await as(checker).evidence.add({
      ...{ newsroom: home.slug, commandId: command() },
      command: { type: "addEvidence", evidence, ...item },
    });
    await change(checker, story.id, { type: "attachEvidence", tag: claim, evidence });
    await change(checker, story.id, {
      type: "setVerdict",
      tag: claim,
      sees: null,
      finding: "wrong",
      note: "It was 1903.",
    });
    await comment(checker, story.id, "The archivist is away.", claim);
  });

  it.each<[string, string[]]>([
    ["buil", ["tag: [buil]t in 1902", "text: The quay was [buil]t in 1902, Mara Quill said."]],
    ["“built in”", ["tag: [built in] 1902", "text: The quay was [built in] 1902, Mara Quill said."]],
    ["“in built”", []],
    ["archivist", ["comment: The [archivist] is away.", "tag: built in 1902"]],
    ["1903", ["tag: built in 1902"]],
    ["quill", ["tag: It will hold", "text: The quay was built in 1902, Mara [Quill] said."]],
    ["quay million", ["text: [Quay] to cost 412 [million]"]],
    ["の壁", ["text: 港[の壁]は高い。"]],
    ["null direct must event", []],
    ["uilt", []],
    ["zebra", []],
  ])("%s", async (words, hits) => {
    expect(await found(checker, home, { words })).toEqual(hits);
  });

  it.each<[string, Partial<SearchAsked>, string[]]>([
    ["a type", { type: "quote" }, ["tag: It will hold"]],
    [
      "a type and words",
      { type: "claim", words: "archivist" },
      ["comment: The [archivist] is away.", "tag: built in 1902"],
    ],
    ["a choice", { attributes: [{ name: "priority", value: "must" }] }, ["tag: built in 1902"]],
    ["another choice", { attributes: [{ name: "priority", value: "should" }] }, []],
    ["yes or no", { attributes: [{ name: "legal", value: "false" }] }, ["tag: built in 1902"]],
    ["an attribute's words", { attributes: [{ name: "speaker", value: "quill" }] }, ["tag: It will hold"]],
    ["a state", { state: "open" }, ["tag: It will hold"]],
    ["a finding", { finding: "wrong" }, ["tag: built in 1902"]],
    ["no desk", { type: "quote", desk: "none" }, []],
    ["an archived article's", { type: "quote", articleState: "archived" }, []],
    ["tags alone", { words: "built", within: "tags" }, ["tag: [built] in 1902"]],
    [
      "text alone",
      { words: "built", within: "text" },
      ["text: The quay was [built] in 1902, Mara Quill said."],
    ],
    ["comments alone", { words: "archivist", within: "comments" }, ["comment: The [archivist] is away."]],
    ["comments on claims", { type: "claim", within: "comments" }, ["comment: The archivist is away."]],
    ["text of a type, which has none", { type: "claim", words: "built", within: "text" }, []],
    ["nothing at all", { articleState: "draft" }, []],
  ])("by %s", async (_, asked, hits) => {
    expect(await found(manager, home, asked)).toEqual(hits);
  });

  it("by who tagged, and on which desk", async () => {
    expect(await found(manager, home, { author: checker })).toEqual(["tag: It will hold"]);
    expect(await found(manager, home, { type: "quote", desk: home.city })).toEqual(["tag: It will hold"]);
    expect(await found(manager, home, { type: "quote", desk: home.politics })).toEqual([]);
  });

  it("with what it takes to show it and to go there", async () => {
    const [hit] = await find(manager, home, { type: "quote" });
    expect(hit).toMatchObject({
      ...{ kind: "tag", id: quote, type: "quote", state: "open", finding: null, author: "Chip" },
      article: { id: story.id, title: { words: "Quay to cost 412 million" }, desk: "City", state: "draft" },
    });
    const text = (await find(manager, home, { words: "will hold", within: "text" }))[0]!;
    if (text.kind !== "text" || !text.place) throw new Error("A text was sought.");
    expect(story.text.slice(text.place.start, text.place.end)).toBe("will");
  });

  it("but for tags that were withdrawn, unless they are asked for", async () => {
    const gone = await tag(checker, story, "Quay", "claim");
    await change(checker, story.id, { type: "withdrawTag", tag: gone });
    expect(await found(manager, home, { words: "quay", within: "tags" })).toEqual([]);
    expect(await found(manager, home, { state: "withdrawn" })).toEqual(["tag: Quay"]);
  });

  it("in a text with more words than one vector of Postgres holds", async () => {
    const words = Array.from({ length: 200_000 }, (_, place) => place.toString(36).padStart(6, "z"));
    await add(manager, home, { text: `A long one\nxylophone ${words.join(" ")}` });
    expect(await found(manager, home, { words: "xylophone" })).toHaveLength(1);
  });
});

describe("what was removed from the record", () => {
  it("is not found any more, wherever it stood", async () => {
    const home = await newsroomWithDesks(db, "removing");
    const manager = await home.member("Mara", ["managing-editor"]);
    const story = await add(manager, home, { text: "Wall\nIt was Quayle who built it." });
    const claim = await tag(manager, story, "Quayle who built it", "claim");
    await change(manager, story.id, {
      type: "setNote",
      tag: claim,
      from: null,
      to: { words: "Quayle told us." },
    });
    await comment(manager, story.id, "Who is Quayle?");
    expect(await found(manager, home, { words: "quayle" })).toHaveLength(3);
    const { events } = await as(manager).articles.history({ article: story.id });
    const place = (type: string, path: string) =>
      `${events.find((event) => event.type === type)!.seq}/${path}`;
    const reason = "A source.";
    await change(manager, story.id, {
      type: "redact",
      ref: place("ThreadOpened", "said"),
      passage: null,
      reason,
    });
    await change(manager, story.id, { type: "redact", ref: place("NoteSet", "to"), passage: null, reason });
    expect(await found(manager, home, { words: "quayle" })).toHaveLength(2);
    const start = story.text.indexOf("Quayle");
    const passage = { start, end: start + "Quayle".length };
    await change(manager, story.id, { type: "redact", ref: place("RevisionAdded", "text"), passage, reason });
    expect(await found(manager, home, { words: "quayle" })).toEqual([]);
    expect(await found(manager, home, { words: "built" })).toHaveLength(2);
  });
});

describe("who finds what", () => {
  const all = ["city", "politics", "none", "restricted", "shared"] as const;
  type Story = (typeof all)[number];
  let home: NewsroomWithDesks;
  let away: NewsroomWithDesks;
  let people: Record<
    "nora" | "otto" | "cityEditor" | "politicsChecker" | "manager" | "standards" | "counsel" | "both",
    UserId
  >;
  let story: Record<Story, ArticleId>;

  beforeAll(async () => {
    home = await newsroomWithDesks(db, "seeing");
    away = await newsroomWithDesks(db, "seeing-elsewhere");
    people = {
      nora: await home.member("Nora", ["reporter"]),
      otto: await home.member("Otto", ["reporter"]),
      cityEditor: await home.member("Cid", ["copy-editor"], [home.city]),
      politicsChecker: await home.member("Pia", ["checker"], [home.politics]),
      manager: await home.member("Mara", ["managing-editor"]),
      standards: await home.member("Rita", ["standards"]),
      counsel: await home.member("Cleo", ["counsel"]),
      // An administrator sees that every article exists, and as a reporter reads those where they are named.
      both: await home.member("Bo", ["admin", "reporter"]),
    };
    const stranger = await away.member("Stan", ["managing-editor"]);
    const desks = {
      city: home.city,
      politics: home.politics,
      none: undefined,
      restricted: home.city,
      shared: home.city,
    };
    const added = new Map<Story, ArticleId>();
    for (const name of all) {
      const one = await add(people.nora, home, {
        desk: desks[name],
        text: `Story ${name}\nThe quay was closed.`,
      });
      const claim = await tag(people.nora, one, "quay was closed", "claim");
      await comment(people.nora, one.id, "Which quay?", claim);
      added.set(name, one.id);
    }
    story = Object.fromEntries(added) as typeof story;
    await change(people.standards, story.restricted, { type: "restrictArticle", restricted: true });
    for (const [person, kind] of [
      [people.otto, "assigned"],
      [people.counsel, "reader"],
    ] as const)
      await change(people.manager, story.shared, { type: "shareArticle", share: { person, as: kind } });
    const foreign = await add(stranger, away, { text: "Elsewhere\nThe quay was closed." });
    await tag(stranger, foreign, "quay", "claim");
  });

  it.each<[keyof typeof people, Story[]]>([
    ["nora", [...all]],
    ["otto", ["shared"]],
    ["cityEditor", ["city", "none", "shared"]],
    ["politicsChecker", ["politics", "none"]],
    ["manager", ["city", "politics", "none", "shared"]],
    ["standards", [...all]],
    ["counsel", ["shared"]],
    ["both", []],
  ])("%s: the tag, the text and the comment of each article that they may read", async (who, reads) => {
    const hits = await find(people[who], home, { words: "quay" });
    const told = hits.map(({ kind, article }) => `${article.title.words} ${kind}`).sort();
    expect(told).toEqual(
      reads.flatMap((name) => ["comment", "tag", "text"].map((kind) => `Story ${name} ${kind}`)).sort(),
    );
    const tagged = await find(people[who], home, { type: "claim" });
    expect(tagged.map(({ article }) => article.id).sort()).toEqual(reads.map((name) => story[name]).sort());
  });

  it("and whom they can choose from", async () => {
    const names = async (person: UserId) =>
      (await as(person).search.surroundings({ newsroom: home.slug })).taggers.map(({ name }) => name);
    expect(await names(people.counsel)).toEqual(["Nora"]);
    expect(await names(people.both)).toEqual([]);
    expect(await names(people.manager)).toContain("Pia");
  });
});

describe("page after page", () => {
  it("comes everything, each once, the newest first, however little is looked at and though articles change", async () => {
    const home = await newsroomWithDesks(db, "paging");
    const manager = await home.member("Mara", ["managing-editor"]);
    for (let number = 0; number < 4; number += 1) {
      const story = await add(manager, home, { text: `Quay ${number}\nquay 1, quay 2, quay 3, quay 4.` });
      for (const place of [1, 2, 3, 4]) {
        await tag(manager, story, `quay ${place}`, place === 4 ? "claim" : "quote");
        await comment(manager, story.id, `quay ${place}`);
      }
    }
    const searcher = searcherFor({ id: manager, roles: ["managing-editor"] }, home.id);
    const usual = SearchAsked.parse({});
    const archived = new Set<ArticleId>();
    const meanwhile = async ([hit]: readonly Hit[]) => {
      if (!hit || archived.has(hit.article.id)) return;
      await change(manager, hit.article.id, { type: "archiveArticle" });
      archived.add(hit.article.id);
    };
    const paged = async (asked: Partial<SearchAsked>, limit: number) => {
      const seen: Hit[] = [];
      let after: SearchCursor | null = null;
      do {
        const looking = {
          asked: { ...usual, ...asked },
          after: after,
          limit,
          budget: 5,
        };
        const page = await searchArticles(db, searcher, looking);
        expect(page.hits.length).toBeLessThanOrEqual(limit);
        seen.push(...page.hits);
        after = page.next;
        await meanwhile(seen);
      } while (after !== null);
      return seen;
    };
    for (const [asked, count] of [
      [{ words: "quay" }, 4 * 9],
      [{ type: "claim" }, 4],
      [{ type: "quote", words: "quay" }, 12],
      [{ words: ". quay" }, 4],
      [{ words: ", ," }, 4],
    ] as const) {
      for (const limit of [1, 3, 50]) {
        const seen = await paged(asked, limit);
        expect(new Set(seen.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(seen.length);
        expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort((a, b) => b - a));
        expect([asked, limit, seen.length]).toEqual([asked, limit, count]);
      }
    }
  });
});
