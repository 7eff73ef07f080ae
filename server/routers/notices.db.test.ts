import { v7 } from "uuid";
import { expect, it, vi } from "vitest";

import type { UserId } from "~/core/ids";
import { USUAL_NOTICES } from "~/core/preferences";
import { ArticleId, CommandId, CommentId, SessionId, ThreadId } from "~/core/shapes/ids";
import type { Database } from "~/db/client";
import { hearNudges } from "~/db/nudge";
import { openSession, viewerOf } from "~/db/queries/sessions";
import { memberships } from "~/db/schema/newsrooms";
import { testDatabase } from "~/db/testing";
import { testNewsroom } from "~/db/testing-newsroom";
import { execute } from "~/server/execute";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

const createCaller = createCallerFactory(appRouter);

async function signIn(db: Database, person: UserId) {
  const id = SessionId.parse(v7());
  await openSession(db, { id, person, userAgent: "Firefox", now: new Date() });
  return createCaller({ db, viewer: await viewerOf(db, id, new Date()), now: Date.now });
}

/** A reporter's article, in which the checker asked and mentioned them. */
async function newsroomWithTwoNotices(db: Database) {
  const newsroom = await testNewsroom(db, ["reporter", "checker"]);
  const [reporter, checker] = [newsroom.people.get("reporter")!, newsroom.people.get("checker")!];
  const article = ArticleId.parse(v7());
  const does = (person: UserId, command: Parameters<typeof execute>[3]) =>
    execute({ db, person, now: Date.now }, article, CommandId.parse(v7()), command, { into: newsroom.id });
  const details = { title: "Wall", language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
  await does(reporter, { type: "createArticle", details, text: "The wall is long.", file: null });
  const opens = () => ({
    type: "openThread" as const,
    thread: ThreadId.parse(v7()),
    comment: CommentId.parse(v7()),
    about: { on: "article" as const },
    blocking: false,
    due: null,
  });
  await does(checker, { ...opens(), kind: "query", words: "How long?", addressee: { person: reporter } });
  await does(checker, {
    ...opens(),
    kind: "comment",
    words: `[@A reporter](person:${reporter})`,
    addressee: null,
  });
  return { reporter, checker };
}

it("the bell has only the topics that one chose, and one's pages hear of the choice", async () => {
  const db = await testDatabase();
  const { reporter } = await newsroomWithTwoNotices(db);
  const api = await signIn(db, reporter);
  expect(await api.notices.unread()).toBe(2);

  const nudged: UserId[] = [];
  let isListening = false;
  const stop = await hearNudges(db, {
    heard: (people) => nudged.push(...people),
    listening: () => (isListening = true),
  });
  await vi.waitUntil(() => isListening);
  await api.account.setPreferences({ theme: "dark" });
  await api.account.setPreferences({ notices: { ...USUAL_NOTICES, noBell: ["mention"] } });
  await vi.waitUntil(() => nudged.length > 0);
  expect(nudged).toEqual([reporter]);
  await stop();

  expect(await api.notices.unread()).toBe(1);
  const { notices } = await api.notices.list({});
  expect(notices.map(({ topic, quote }) => [topic, quote])).toEqual([["query", "How long?"]]);
});

it("notices name their newsroom to whoever belongs to several", async () => {
  const db = await testDatabase();
  const { reporter } = await newsroomWithTwoNotices(db);
  const api = await signIn(db, reporter);
  expect((await api.notices.list({})).isInSeveral).toBe(false);
  const { id } = await testNewsroom(db, []);
  await db.insert(memberships).values({ newsroomId: id, userId: reporter, roles: ["counsel"] });
  expect((await api.notices.list({})).isInSeveral).toBe(true);
});
