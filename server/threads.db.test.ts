import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import type { DomainError } from "~/core/errors";
import type { UserId } from "~/core/ids";
import { ArticleId, CommandId, CommentId, ThreadId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import { spanOf, TEXT } from "~/core/testing";
import type { Addressee } from "~/core/thread";
import type { Database } from "~/db/client";
import { readLog, verifyLog } from "~/db/log";
import { headOf } from "~/db/queries/heads";
import { wholeArticle } from "~/db/queries/slices";
import { countWaiting, waitingQueries } from "~/db/queries/waiting";
import { eventTexts } from "~/db/schema/log";
import { testDatabase } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute } from "./execute";

const ROLES = ["reporter", "copy-editor", "checker", "standards", "counsel"] as const;

let db: Database;
let newsroom: TestNewsroom;
let small: TestNewsroom;
beforeAll(async () => {
  db = await testDatabase();
  newsroom = await testNewsroom(db, ROLES);
  small = await testNewsroom(db, ["reporter", "editor"], { deskKind: "small" });
});

const person = (role: Role, of = newsroom): UserId => of.people.get(role)!;
const does = (who: UserId, article: ArticleId, command: ArticleCommand, id = CommandId.parse(v7())) =>
  execute({ db, person: who, now: Date.now }, article, id, command);

async function newArticle(by: UserId, of = newsroom): Promise<ArticleId> {
  const id = ArticleId.parse(v7());
  const details = { title: "Wall", language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
  const create = { type: "createArticle", details, text: TEXT, file: null } as const;
  await execute({ db, person: by, now: Date.now }, id, CommandId.parse(v7()), create, { into: of.id });
  return id;
}

function query(addressee: Addressee, due: number | null = null) {
  return {
    type: "openThread",
    thread: ThreadId.parse(v7()),
    comment: CommentId.parse(v7()),
    kind: "query",
    about: { on: "passage", span: spanOf("412 million") },
    words: "Who says so?",
    blocking: false,
    addressee,
    due,
  } as const satisfies ArticleCommand;
}

const refusalOf = async (act: Promise<unknown>) => {
  const settled = await Promise.allSettled([act]);
  return settled[0].status === "fulfilled" ? "done" : (settled[0].reason as DomainError).kind;
};

const waiting = async (role: Role, of = newsroom) => {
  const actor = { id: person(role, of), roles: [role] };
  const { queries } = await waitingQueries(db, actor, of.id, { after: null, limit: 50 });
  expect(await countWaiting(db, actor, of.id)).toBe(queries.length);
  return queries.map(({ thread }) => thread.id);
};

it("a query waits for whom it asks, by name or role, until it is answered or the article is put away", async () => {
  const article = await newArticle(person("reporter"));
  const [byName, byRole] = [query({ person: person("reporter") }), query({ role: "checker" })];
  await does(person("copy-editor"), article, byName);
  await does(person("copy-editor"), article, byRole);
  expect(await waiting("reporter")).toEqual([byName.thread]);
  expect(await waiting("checker")).toEqual([byRole.thread]);
  expect(await waiting("standards")).toEqual([]);

  const comment = CommentId.parse(v7());
  const answer = {
    type: "addComment",
    thread: byName.thread,
    comment,
    words: "Me.",
    resolves: true,
  } as const;
  await does(person("reporter"), article, answer);
  expect(await waiting("reporter")).toEqual([]);
  await does(person("copy-editor"), article, { type: "archiveArticle" });
  expect(await waiting("checker")).toEqual([]);
});

it("a query waits for nobody in an article that was withdrawn: no answer would be taken", async () => {
  const desk = await testNewsroom(db, [...ROLES, "managing-editor"]);
  const article = await newArticle(person("reporter", desk), desk);
  const asked = query({ role: "checker" });
  await does(person("copy-editor", desk), article, asked);
  await does(person("reporter", desk), article, { type: "sendToReview" });
  const sees = (await wholeArticle(db, person("reporter", desk), article))?.revision?.digest ?? null;
  const overrides = [
    { rule: "G7" as const, reason: "People have to leave now.", due: Date.now() + 3_600_000 },
  ];
  await does(person("managing-editor", desk), article, { type: "publish", sees, overrides });
  expect(await waiting("checker", desk)).toEqual([asked.thread]);
  const reason = "It was not so.";
  await does(person("managing-editor", desk), article, { type: "withdrawArticle", reason });
  expect(await waiting("checker", desk)).toEqual([]);
});

it("a query waits in whatever state its article is worked on", async () => {
  const article = await newArticle(person("reporter"));
  const asked = query({ role: "standards" });
  await does(person("copy-editor"), article, asked);
  await does(person("reporter"), article, { type: "sendToReview" });
  expect(await waiting("standards")).toEqual([asked.thread]);
  await does(person("copy-editor"), article, { type: "spikeArticle", reason: "Nobody would read it." });
  expect(await waiting("standards")).toEqual([]);
});

it("the editor of a small desk answers for each role that the bundle has", async () => {
  const article = await newArticle(person("reporter", small), small);
  const asked = query({ role: "checker" });
  await does(person("editor", small), article, asked);
  expect(await waiting("editor", small)).toEqual([asked.thread]);
  expect(await waiting("reporter", small)).toEqual([]);
});

it("the list goes on where a page ended: due first, then those of no certain time", async () => {
  const room = await testNewsroom(db, ROLES);
  const article = await newArticle(person("reporter", room), room);
  const dues = [null, 3_000, 1_000, null, 1_000, 2_000];
  const asked = dues.map((due) => query({ role: "checker" }, due));
  for (const command of asked) await does(person("copy-editor", room), article, command);
  const actor = { id: person("checker", room), roles: ["checker"] as const };
  const whole = await waitingQueries(db, actor, room.id, { after: null, limit: 50 });
  expect(whole.queries.map(({ thread }) => asked.findIndex((q) => q.thread === thread.id))).toEqual([
    2, 4, 5, 1, 0, 3,
  ]);
  const paged: string[] = [];
  let after: Parameters<typeof waitingQueries>[3]["after"] = null;
  do {
    const page = await waitingQueries(db, actor, room.id, { after, limit: 2 });
    paged.push(...page.queries.map(({ thread }) => thread.id));
    after = page.next;
  } while (after);
  expect(paged).toEqual(whole.queries.map(({ thread }) => thread.id));
});

it("nobody is asked, told or shown what they may not see", async () => {
  const article = await newArticle(person("reporter"));
  const toCounsel = query({ person: person("counsel") });
  expect(await refusalOf(does(person("checker"), article, toCounsel))).toBe("not-found");
  const words = `[@Lee](person:${person("counsel")})`;
  const mention = { ...query({ role: "checker" }), words };
  expect(await refusalOf(does(person("checker"), article, mention))).toBe("not-found");
  await does(person("standards"), article, {
    type: "shareArticle",
    share: { person: person("counsel"), as: "reader" },
  });
  await does(person("checker"), article, toCounsel);
  expect(await waiting("counsel")).toEqual([toCounsel.thread]);
  await does(person("standards"), article, {
    type: "unshareArticle",
    share: { person: person("counsel"), as: "reader" },
  });
  expect(await waiting("counsel")).toEqual([]);
});

it("a member who only reads an article cannot be asked there", async () => {
  const room = await testNewsroom(db, ["reporter", "copy-editor"]);
  const { people } = await testNewsroom(db, ["reporter"]);
  const article = await newArticle(person("copy-editor", room), room);
  const share = { person: person("reporter", room), as: "reader" } as const;
  await does(person("copy-editor", room), article, { type: "shareArticle", share });
  const asked = query({ person: share.person });
  expect(await refusalOf(does(person("copy-editor", room), article, asked))).toBe("not-found");
  const stranger = query({ person: people.get("reporter")! });
  expect(await refusalOf(does(person("copy-editor", room), article, stranger))).toBe("not-found");
});

it("a thread or comment of another article is left alone", async () => {
  const [one, other] = [await newArticle(person("reporter")), await newArticle(person("reporter"))];
  const asked = query({ role: "checker" });
  await does(person("checker"), one, asked);
  const taken = { ...query({ role: "standards" }), thread: asked.thread };
  expect(await refusalOf(does(person("checker"), other, taken))).toBe("conflict");
  const said = { ...query({ role: "standards" }), comment: asked.comment };
  expect(await refusalOf(does(person("checker"), other, said))).toBe("conflict");
  const resolve = { type: "resolveThread", thread: asked.thread } as const;
  expect(await refusalOf(does(person("checker"), other, resolve))).toBe("not-found");
  expect((await wholeArticle(db, person("checker"), one))?.threads.get(asked.thread)?.state).toBe("open");
});

it("the same command again changes nothing", async () => {
  const article = await newArticle(person("reporter"));
  const [asked, id] = [query({ role: "checker" }), CommandId.parse(v7())];
  const first = await does(person("checker"), article, asked, id);
  expect(await does(person("checker"), article, asked, id)).toEqual(first);
  expect((await wholeArticle(db, person("checker"), article))?.threads.size).toBe(1);
});

it("what was said is not in the log's body, can be removed, and the chain still holds", async () => {
  const article = await newArticle(person("reporter"));
  const asked = { ...query({ role: "checker" }), words: "Was it Quayle?" };
  await does(person("copy-editor"), article, asked);
  const [opened] = (await readLog(db, article)).filter(({ type }) => type === "ThreadOpened");
  const ref = `${opened!.seq}/said`;
  expect(opened?.body).toMatchObject({ said: { ref, words: "Was it Quayle?" } });
  await does(person("standards"), article, { type: "redact", ref, passage: null, reason: "A source." });
  const texts = await db.select({ words: eventTexts.words }).from(eventTexts);
  expect(texts.filter(({ words }) => words?.includes("Quayle"))).toEqual([]);
  const after = await wholeArticle(db, person("checker"), article);
  expect(after?.threads.get(asked.thread)?.comments[0]?.words).toMatchObject({ words: null });
  expect(await verifyLog(db, article, (await headOf(db, article))!)).toBeNull();
});

it("a query that was passed on waits for the other", async () => {
  const article = await newArticle(person("reporter"));
  const asked = query({ person: person("standards") });
  await does(person("copy-editor"), article, asked);
  const to = { role: "checker" } as const;
  await does(person("copy-editor"), article, {
    type: "readdressQuery",
    thread: asked.thread,
    from: asked.addressee,
    to,
  });
  expect(await waiting("standards")).toEqual([]);
});
