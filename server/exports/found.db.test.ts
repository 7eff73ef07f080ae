import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";

import type { DomainError } from "~/core/errors";
import type { UserId } from "~/core/ids";
import { ArticleId, CommandId, SessionId } from "~/core/shapes/ids";
import { SearchAsked } from "~/core/shapes/search";
import { articlesFound } from "~/db/queries/search/articles";
import { testDatabase } from "~/db/testing";
import { newsroomWithDesks, type NewsroomWithDesks } from "~/db/testing-members";
import { execute } from "~/server/execute";
import { answerExport } from "~/server/http/export";
import { appRouter } from "~/server/routers";
import { searcherFor } from "~/server/searcher";
import { createCallerFactory } from "~/server/trpc";

const db = await testDatabase();
const callerOf = createCallerFactory(appRouter);
let home: NewsroomWithDesks;
let people: Record<"mara" | "nora" | "pia", UserId>;

const viewerOf = (person: UserId) => ({
  person,
  session: SessionId.parse(randomUUID()),
  name: "",
  email: "",
});
const contextOf = (person: UserId) => ({ db, viewer: viewerOf(person), now: Date.now });
const quay = SearchAsked.parse({ words: "quay" });

async function add(by: UserId, title: string, text: string, desk = home.city): Promise<ArticleId> {
  const id = ArticleId.parse(v7());
  const details = { title, language: "en", direction: "ltr", sourceUrl: null, desk } as const;
  const create = { type: "createArticle", details, text: `${title}\n${text}`, file: null } as const;
  const performer = { db, person: by, now: Date.now };
  await execute(performer, id, CommandId.parse(v7()), create, { into: home.id });
  return id;
}

beforeAll(async () => {
  home = await newsroomWithDesks(db, "exporting");
  people = {
    mara: await home.member("Mara", ["managing-editor"]),
    nora: await home.member("Nora", ["reporter"]),
    pia: await home.member("Pia", ["checker"], [home.politics]),
  };
  await add(people.nora, "First", "The quay is long.");
  await add(people.mara, "Second", "The quay is short. The quay is old.");
  await add(people.mara, "Third", "The wall.");
  await add(people.mara, "Fourth", "A quay.", home.politics);
});

const preview = (person: UserId, found = quay) =>
  callerOf(contextOf(person)).exports.preview({
    ...{ newsroom: home.slug, article: null, found, format: "csv", states: ["open"], types: [] },
  });
async function exported(person: UserId, found: string, more: Record<string, string> = {}): Promise<string> {
  const query = new URLSearchParams({ newsroom: home.slug, format: "galley-json", found, ...more });
  return (await answerExport(`http://localhost/api/export?${query}`, contextOf(person))).text();
}
const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => (error as DomainError).kind,
  );

it.each<[keyof typeof people, string[]]>([
  ["mara", ["First", "Second", "Fourth"]],
  ["nora", ["First"]],
  ["pia", ["Fourth"]],
])("%s takes out the found articles that they may export, and no others", async (who, titles) => {
  const file = await exported(people[who], JSON.stringify(quay));
  for (const title of ["First", "Second", "Third", "Fourth"])
    expect([title, file.includes(JSON.stringify(`${title}\n`).slice(1, -1))]).toEqual([
      title,
      titles.includes(title),
    ]);
  expect(await preview(people[who])).toMatchObject({ articles: titles.length, isAll: true });
});

it("of a search that finds nothing goes out nothing", async () => {
  expect(await preview(people.mara, { ...quay, words: "zebra" })).toMatchObject({ articles: 0, isAll: true });
});

it("where there are more than one file takes, it is told", async () => {
  const searcher = searcherFor({ id: people.mara, roles: ["managing-editor"] }, home.id);
  const some = await articlesFound(db, searcher, quay, 2);
  expect([some.articles.length, some.isAll]).toEqual([2, false]);
  expect((await articlesFound(db, searcher, quay, 3)).isAll).toBe(true);
});

it.each(["", "{", "[]", JSON.stringify({ ...quay, words: 1 }), JSON.stringify({ ...quay, more: 1 })])(
  "%s is no search",
  async (found) => {
    expect(await refusalOf(exported(people.mara, found))).toBe("bad-input");
  },
);
