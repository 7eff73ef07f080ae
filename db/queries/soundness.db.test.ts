import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, it } from "vitest";

import type { NewsroomId, UserId } from "~/core/ids";
import { ArticleId, TagId } from "~/core/shapes/ids";
import { QCU_1 } from "~/core/qcu";
import type { Database } from "~/db/client";
import { articles, links, revisions, tags } from "~/db/schema/articles";
import { testDatabase } from "~/db/testing";
import { testNewsroom } from "~/db/testing-newsroom";
import { proveSoundness } from "./soundness";

const text = "The bridge 🌉 opens on Monday.\n";

/** An article whose log is empty, with one tag on these code units. */
async function place(db: Database, newsroomId: NewsroomId, authorId: UserId, [start, end]: [number, number]) {
  const id = ArticleId.parse(v7());
  const tag = TagId.parse(v7());
  const now = new Date();
  await db.insert(articles).values({
    newsroomId,
    id,
    title: "The bridge",
    titleRef: "1:title",
    language: "en",
    direction: "ltr",
    authorId,
    state: "draft",
    schemeId: QCU_1.id,
    schemeVersion: QCU_1.version,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    headSeq: 0,
    headHash: "",
  });
  await db
    .insert(revisions)
    .values({ newsroomId, articleId: id, number: 1, text, textRef: "1:text", blocks: [], createdAt: now });
  await db.insert(tags).values({
    newsroomId,
    id: tag,
    articleId: id,
    type: "claim",
    attributes: {},
    revision: 1,
    startOffset: start,
    endOffset: end,
    exact: text.slice(start, end),
    prefix: "",
    suffix: "",
    state: "open",
    authorId,
    createdAt: now,
    schemeVersion: QCU_1.version,
    answered: false,
    touched: 1,
  });
  return { article: id, tag };
}

it("finds nothing where all is well, and names what does not hold", async () => {
  const db = await testDatabase();
  const { id: newsroom, people } = await testNewsroom(db, ["reporter"]);
  const reporter = people.get("reporter")!;
  const moved = await place(db, newsroom, reporter, [4, 10]);
  expect(await proveSoundness(db)).toEqual({ articles: 1, anchors: 1, flaws: [] });

  const cut = await place(db, newsroom, reporter, [4, 12]);
  const headless = await place(db, newsroom, reporter, [14, 19]);
  const link = { newsroomId: newsroom, tagId: headless.tag, targetId: cut.tag, position: 0 };
  await db.insert(links).values({ ...link, kind: "supports" });
  await db.update(tags).set({ startOffset: 5 }).where(eq(tags.id, moved.tag));
  await db.update(articles).set({ headSeq: 3 }).where(eq(articles.id, headless.article));
  expect(await proveSoundness(db)).toEqual({
    articles: 3,
    anchors: 3,
    flaws: [
      `article ${moved.article}: tag ${moved.tag} does not select its words`,
      `article ${cut.article}: tag ${cut.tag} does not select its words`,
      `article ${headless.article}: the log does not hold at event 0 (its end differs)`,
      `article ${headless.article}: tag ${headless.tag} is linked to one elsewhere`,
    ],
  });
});
