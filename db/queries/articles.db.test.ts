import { type SQL, sql } from "drizzle-orm";
import { PgSelectBase } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import type { UserId } from "~/core/ids";
import { ArticleId } from "~/core/shapes/ids";
import { QCU_1 } from "~/core/qcu";
import { connect } from "~/db/client";
import * as schema from "~/db/schema/index";
import { testDatabaseUrl } from "~/db/testing";
import { type NewsroomWithDesks, newsroomWithDesks } from "~/db/testing-members";
import { listArticles } from "./articles";

const { db, close } = connect(await testDatabaseUrl());
afterAll(() => close());
let home: NewsroomWithDesks;
let editor: UserId;

const TITLES = [
  "Harbour wall to cost 412-million",
  "O’Brien’s “quay” re-opens at 3.5 metres",
  "港の壁、見積もりの二倍に",
  "الميناء يعود إلى العمل",
  "Write to desk@example.org or see example.org/quay",
  "100 % of C++ & R&D: a | b",
];

beforeAll(async () => {
  home = await newsroomWithDesks(db, "searched");
  editor = await home.member("Edda", ["managing-editor"]);
  await db.insert(schema.articles).values(
    TITLES.map((title, number) => ({
      newsroomId: home.id,
      id: ArticleId.parse(randomUUID()),
      title,
      titleRef: "1/title",
      language: "en",
      direction: "ltr" as const,
      authorId: editor,
      state: "draft" as const,
      schemeId: QCU_1.id,
      schemeVersion: QCU_1.version,
      revision: 1,
      createdAt: new Date(0),
      updatedAt: new Date(1_000 * number),
      headSeq: 2,
      headHash: "",
    })),
  );
});

async function found(search: string, state: "current" | "archived" = "current"): Promise<(string | null)[]> {
  const asked = { filter: { state, search }, after: null, limit: 30 };
  return (await listArticles(db, editor, home.id, asked)).articles.map(({ title }) => title.words);
}

describe("searching titles", () => {
  it.each([
    ["harb", 0],
    ["HARBOUR cost", 0],
    ["412", 0],
    ["412-million", 0],
    ["million", 0],
    ["o’brien", 1],
    ["“quay”", 1],
    ["3.5", 1],
    ["re-open", 1],
    ["見積もり", 2],
    ["港 二倍", 2],
    ["المينا", 3],
    ["desk@example.org", 4],
    ["example.org/quay", 4],
    ["C++", 5],
    ["r&d", 5],
    ["| %", 5],
  ])("finds %s", async (search, which) => {
    expect(await found(search)).toContain(TITLES[which]);
  });

  it.each(["arbour", "harbour zebra", "築港", "413", "quay港"])("does not find %s", async (search) => {
    expect(await found(search)).toEqual([]);
  });

  it("finds every title by any of its words, and takes whatever is typed", async () => {
    const typed = fc.oneof(
      fc.constantFrom(...TITLES).chain((title) => fc.constantFrom(...title.split(" "))),
      fc
        .string({ unit: "binary", maxLength: 12 })
        .filter((text) => !text.includes("\0") && text.isWellFormed()),
      fc.stringMatching(/^[a'"\\:*&|!()<> -]{0,12}$/),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (search) => {
        const titles = await found(search);
        for (const title of TITLES) if (title.split(" ").includes(search)) expect(titles).toContain(title);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a page of the list", () => {
  it.each(["archived", "current"] as const)(
    "is read along an index, without sorting the newsroom: %s",
    async (state) => {
      // The last that is said of the query before it runs.
      const limit = vi.spyOn(PgSelectBase.prototype, "limit");
      await found("", state);
      const [asked] = limit.mock.contexts as { getSQL(): SQL }[];
      limit.mockRestore();
      const plan = await db.transaction(async (tx) => {
        // Of six rows Postgres would read all; so large tables are pretended.
        await tx.execute(sql`set local enable_seqscan = off`);
        await tx.execute(sql`set local enable_bitmapscan = off`);
        const rows = await tx.execute(sql`explain ${asked!.getSQL()}`);
        return rows.map((row) => String(row["QUERY PLAN"])).join("\n");
      });
      expect(plan).toContain(state === "current" ? "articles_current_idx" : "articles_recent_idx");
      expect(plan).not.toContain("Sort");
    },
  );
});
