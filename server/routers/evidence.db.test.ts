import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import type { UserId } from "~/core/ids";
import { ArticleId, EvidenceId, SessionId, TagId } from "~/core/shapes/ids";
import type { Evidence } from "~/core/newsroom";
import type { Database } from "~/db/client";
import { testDatabase } from "~/db/testing";
import { type NewsroomWithDesks, newsroomWithDesks } from "~/db/testing-members";
import { attachTestFile } from "~/server/evidence-files/testing";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

let db: Database;
let home: NewsroomWithDesks;
let nora: UserId;
let cara: UserId;
let stella: UserId;
beforeAll(async () => {
  db = await testDatabase();
  home = await newsroomWithDesks(db, "pages");
  nora = await home.member("Nora", ["reporter"]);
  cara = await home.member("Cara", ["checker"]);
  stella = await home.member("Stella", ["standards"]);
});

const as = (person: UserId) => {
  const viewer = { person, session: SessionId.parse(v7()), name: "", email: "" };
  return createCallerFactory(appRouter)({ db, viewer, now: Date.now });
};
const asked = () => ({ newsroom: home.slug, commandId: v7() });

async function newItem(person: UserId, reference: string, kind: Evidence["kind"] = "document") {
  const evidence = EvidenceId.parse(v7());
  const more = { locator: null, retrievedAt: null, note: null };
  const command = { type: "addEvidence", evidence, kind, reference, ...more } as const;
  await as(person).evidence.add({ ...asked(), command });
  return evidence;
}

/** An article of the person's with two tags that rest on the item. */
async function usedBy(person: UserId, evidence: EvidenceId): Promise<{ article: ArticleId; tags: TagId[] }> {
  const article = ArticleId.parse(v7());
  const text = `The quay was closed at noon, ${article}.\n`;
  await as(person).articles.create({ ...asked(), articleId: article, text });
  const tags = [TagId.parse(v7()), TagId.parse(v7())];
  const spans = [
    { start: 0, end: 8 },
    { start: 9, end: 19 },
  ] as const;
  for (const [n, tag] of tags.entries()) {
    const span = spans[n]!;
    const steps = [
      { type: "addTag", tag, as: "claim", span, attributes: {} },
      { type: "attachEvidence", tag, evidence },
    ] as const;
    for (const command of steps) await as(person).articles.execute({ article, commandId: v7(), command });
  }
  return { article, tags };
}

describe("what rests on an item", () => {
  it("is counted and told only where it lies in articles that whoever looks sees", async () => {
    const evidence = await newItem(nora, "Shared");
    const hers = await usedBy(nora, evidence);
    const theirs = await usedBy(await home.member("Ned", ["reporter"]), evidence);
    const usesFor = async (person: UserId) => {
      const api = as(person);
      const { item } = await api.evidence.item({ newsroom: home.slug, evidence });
      const { items } = await api.evidence.list({ newsroom: home.slug, search: "Shared" });
      const { uses } = await api.evidence.uses({ newsroom: home.slug, evidence });
      expect(items).toEqual([item]);
      return { uses: item.uses, articles: item.articles, tags: uses.map(({ tag }) => tag).toSorted() };
    };
    expect(await usesFor(nora)).toEqual({ uses: 2, articles: 1, tags: hers.tags });
    expect(await usesFor(cara)).toEqual({ uses: 4, articles: 2, tags: [...hers.tags, ...theirs.tags] });
  });

  it("comes page by page, an article’s tags together", async () => {
    const evidence = await newItem(cara, "Paged");
    const places = [await usedBy(nora, evidence), await usedBy(nora, evidence)];
    const about = { newsroom: home.slug, evidence, limit: 3 };
    const first = await as(cara).evidence.uses(about);
    const second = await as(cara).evidence.uses({ ...about, cursor: first.next });
    expect(second.next).toBeNull();
    expect([...first.uses, ...second.uses].map(({ article }) => article.id)).toEqual(
      places.flatMap(({ article }) => [article, article]).toReversed(),
    );
    expect(first.uses[0]).toMatchObject({ exact: "was closed", type: "claim", state: "open" });
  });
});

describe("the list", () => {
  it("is narrowed by kind, by who added, by standing, and found by a file’s name", async () => {
    const tape = await newItem(cara, "Narrow tape", "recording");
    const paper = await newItem(stella, "Narrow paper");
    const gone = await newItem(stella, "Narrow gone");
    await attachTestFile(db, home, { person: stella, evidence: paper, name: "harbour plan.txt" });
    const command = { type: "withdrawEvidence", evidence: gone, reason: "A draft" } as const;
    await as(stella).evidence.withdraw({ ...asked(), command });
    const list = async (wanted: object) => {
      const page = await as(nora).evidence.list({ newsroom: home.slug, search: "narrow", ...wanted });
      return page.items.map(({ id }) => id);
    };
    expect(await list({})).toEqual([paper, tape]);
    expect(await list({ kind: "recording" })).toEqual([tape]);
    expect(await list({ addedBy: stella })).toEqual([paper]);
    expect(await list({ standing: "withdrawn" })).toEqual([gone]);
    expect(await list({ standing: "all" })).toEqual([gone, paper, tape]);
    expect(await list({ search: "HARBOUR PLAN" })).toEqual([paper]);
  });

  it("names those who added something, and says what whoever looks may do", async () => {
    await newItem(cara, "Named");
    const seen = await as(nora).evidence.surroundings({ newsroom: home.slug });
    expect(seen).toMatchObject({ mayAdd: true, mayWithdraw: false, mayRedact: false });
    expect(seen.people.map(({ name }) => name)).toContain("Cara");
    expect(seen.people.map(({ name }) => name)).not.toContain("Ned");
    expect(await as(stella).evidence.surroundings({ newsroom: home.slug })).toMatchObject({
      mayWithdraw: true,
      mayRedact: true,
    });
  });
});

it("words and file that were removed are gone from every answer", async () => {
  const evidence = await newItem(nora, "Letter of Anna Pohl");
  await attachTestFile(db, home, { person: nora, evidence, name: "pohl.txt" });
  const look = () => as(nora).evidence.item({ newsroom: home.slug, evidence });
  const { ref = "" } = (await look()).item.reference;
  const removal = { type: "redactNewsroomText", ref, reason: "A source" } as const;
  await as(stella).evidence.redact({ ...asked(), command: removal });
  const fileRemoval = { type: "removeFile", evidence, reason: "A source" } as const;
  await as(stella).evidence.removeFile({ ...asked(), command: fileRemoval });
  const seen = await look();
  expect(seen.item).toMatchObject({ reference: { words: null }, file: { name: { words: null } } });
  expect(seen.people.map(({ name }) => name).toSorted()).toEqual(["Nora", "Stella"]);
  expect(JSON.stringify([seen, await as(nora).evidence.list({ newsroom: home.slug })])).not.toMatch(/pohl/i);
});
