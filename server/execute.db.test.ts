import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";

import { EMPTY_SLICE } from "~/core/article";
import type { AnyArticleCommand, CreateArticle } from "~/core/shapes/command";
import { DomainError } from "~/core/errors";
import { fold } from "~/core/evolve";
import { SYSTEM, type UserId } from "~/core/ids";
import { ArticleId, CommandId, TagId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import { addClaim, spanOf, TEXT } from "~/core/testing";
import type { Imported } from "~/core/tag";
import { wordsOf } from "~/core/words";
import type { Database } from "~/db/client";
import { readLog, verifyLog } from "~/db/log";
import { headOf } from "~/db/queries/heads";
import { ownUndoableEvents } from "~/db/queries/history";
import { wholeArticle } from "~/db/queries/slices";
import { testDatabase } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute, parseArticleEvent } from "./execute";

const ROLES = [
  "reporter",
  "copy-editor",
  "checker",
  "standards",
  "managing-editor",
  "admin",
] as const satisfies Role[];

let db: Database;
let newsroom: TestNewsroom;
beforeAll(async () => {
  db = await testDatabase();
  newsroom = await testNewsroom(db, ROLES);
});

const person = (role: (typeof ROLES)[number]): UserId => newsroom.people.get(role)!;
const as = (who: UserId) => ({ db, person: who, now: Date.now });
const newTag = () => TagId.parse(v7());
const newCommand = () => CommandId.parse(v7());

/** An article by the copy editor, so that everybody but the reporter may tag it. */
async function article(text = TEXT, file: CreateArticle["file"] = null): Promise<ArticleId> {
  const id = ArticleId.parse(v7());
  const details = {
    title: "Harbour wall",
    language: "en",
    direction: "ltr",
    sourceUrl: null,
    desk: null,
  } as const;
  await execute(
    as(person("copy-editor")),
    id,
    newCommand(),
    { type: "createArticle", details, text, file },
    { into: newsroom.id },
  );
  return id;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.kind;
    throw error;
  }
}

it("undo reaches back over whole commands: the last always, those before while there is room", async () => {
  const id = await article();
  const who = person("copy-editor");
  const words = ["wall", "412 million", "council", "vote", "Tuesday"];
  const added = words.map((word) => ({ ...addClaim(newTag(), word) }));
  const [first, ...rest] = added;
  if (!first) throw new Error("There is nothing to tag.");
  await execute(as(who), id, newCommand(), first);
  await execute(as(who), id, newCommand(), { type: "archiveArticle" });
  await execute(as(who), id, newCommand(), { type: "restoreArticle" });
  await execute(as(who), id, newCommand(), { type: "several", items: rest });
  const reached = async (reach: { commands: number; events: number }) =>
    (await ownUndoableEvents(db, id, who, reach)).map(({ seq }) => seq);
  expect(await reached({ commands: 100, events: 1 })).toEqual([6, 7, 8, 9]);
  expect(await reached({ commands: 1, events: 100 })).toEqual([6, 7, 8, 9]);
  expect(await reached({ commands: 100, events: 100 })).toEqual([3, 6, 7, 8, 9]);
  expect(await ownUndoableEvents(db, id, person("checker"), { commands: 9, events: 9 })).toEqual([]);
});

it("undo does not reach back to the command that made the article, whatever it brought", async () => {
  const { tag, as: type, span, attributes } = addClaim(newTag(), "wall");
  const imported: Imported = {
    author: "N.",
    at: null,
    state: "open",
    verdict: null,
    approval: null,
    evidence: [],
  };
  const id = await article(TEXT, {
    ...{ format: "test", sha256: "0".repeat(64), exportedAt: null, origin: null, restricted: false },
    tags: [{ tag, as: type, span, attributes, note: null, evidence: [], links: [], imported }],
    threads: [],
  });
  const who = person("copy-editor");
  expect(await ownUndoableEvents(db, id, who, { commands: 9, events: 9 })).toEqual([]);
  await execute(as(who), id, newCommand(), addClaim(newTag(), "council"));
  expect(await ownUndoableEvents(db, id, who, { commands: 9, events: 9 })).toMatchObject([
    { type: "TagAdded" },
  ]);
});

/** Invariants 2 and 4: gapless, ordered, chained; the fold is the tables; every anchor selects its words. */
async function expectSound(id: ArticleId): Promise<void> {
  const events = (await readLog(db, id, { revisionTexts: true, limit: 100_000 })).map(parseArticleEvent);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(await verifyLog(db, id, (await headOf(db, id))!)).toBeNull();
  const folded = events.reduce(fold, EMPTY_SLICE);
  const stored = (await wholeArticle(db, person("copy-editor"), id))!;
  expect({ ...stored, tags: new Map([...stored.tags].sort()) }).toEqual({
    ...folded,
    article: {
      ...folded.article,
      shares: [...folded.article!.shares].sort((a, b) => (a.person < b.person ? -1 : 1)),
    },
    tags: new Map([...folded.tags].sort()),
  });
  for (const { anchor } of stored.tags.values()) {
    expect(stored.revision!.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
  }
}

describe("a command", () => {
  it("changes the tables as the log says", async () => {
    const id = await article();
    const tag = newTag();
    await execute(as(person("checker")), id, newCommand(), addClaim(tag));
    await execute(as(person("checker")), id, newCommand(), {
      type: "setNote",
      tag,
      from: null,
      to: wordsOf("See the survey of 2024."),
    });
    const stored = (await wholeArticle(db, person("copy-editor"), id))!;
    expect(stored.tags.get(tag)).toMatchObject({
      note: { words: "See the survey of 2024.", ref: "4/to" },
      touched: 4,
    });
    await expectSound(id);
  });

  it("keeps free text out of the log's bodies", async () => {
    const id = await article("Headline\nA body with a word nobody else has: zephyrine.");
    const { events } = await import("~/db/schema/log");
    const bodies = JSON.stringify(
      (await db.select({ body: events.body }).from(events)).map(({ body }) => body),
    );
    expect(bodies).not.toContain("zephyrine");
    await expectSound(id);
  });

  it("leaves nothing when it is refused", async () => {
    const id = await article();
    const refused = await refusalOf(execute(as(person("admin")), id, newCommand(), addClaim(newTag())));
    expect(refused).toBe("forbidden");
    expect((await readLog(db, id)).length).toBe(2);
  });

  const hidden: [string, () => Promise<[UserId, ArticleId]>][] = [
    ["a missing article", () => Promise.resolve([person("checker"), ArticleId.parse(v7())])],
    ["somebody else's article, to a reporter", async () => [person("reporter"), await article()]],
    [
      "an article of another newsroom",
      async () => [
        (await testNewsroom(db, ["managing-editor"])).people.get("managing-editor")!,
        await article(),
      ],
    ],
    [
      "a restricted article",
      async () => {
        const id = await article();
        await execute(as(person("standards")), id, newCommand(), {
          type: "restrictArticle",
          restricted: true,
        });
        return [person("checker"), id];
      },
    ],
  ];
  it.each(hidden)("on %s answers not-found", async (_name, make) => {
    const [who, id] = await make();
    expect(await refusalOf(execute(as(who), id, newCommand(), addClaim(newTag())))).toBe("not-found");
  });

  it("by Galley itself may do only what is Galley's", async () => {
    const id = await article();
    expect(await refusalOf(execute(as(SYSTEM), id, newCommand(), addClaim(newTag())))).toBe("forbidden");
  });
});

describe("a tag's id that another article has", () => {
  it("is refused, in this newsroom and in another, and leaves that tag alone", async () => {
    const [id, other, tag] = [await article(), await article(), newTag()];
    await execute(as(person("checker")), id, newCommand(), addClaim(tag));
    const elsewhere = addClaim(tag, "built in 1902");
    expect(await refusalOf(execute(as(person("checker")), other, newCommand(), elsewhere))).toBe("conflict");
    const away = await testNewsroom(db, ["managing-editor"]);
    const chief = away.people.get("managing-editor")!;
    const theirs = ArticleId.parse(v7());
    const details = { title: "Wall", language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
    const create = { type: "createArticle", details, text: TEXT, file: null } as const;
    await execute(as(chief), theirs, newCommand(), create, { into: away.id });
    expect(await refusalOf(execute(as(chief), theirs, newCommand(), elsewhere))).toBe("conflict");
    await expectSound(id);
    await expectSound(other);
  });
});

describe("the same command twice", () => {
  it("is carried out once, one after the other", async () => {
    const [id, command, tag] = [await article(), newCommand(), newTag()];
    const first = await execute(as(person("checker")), id, command, addClaim(tag));
    expect(await execute(as(person("checker")), id, command, addClaim(tag))).toEqual(first);
    await expectSound(id);
  });

  it("is carried out once, at the same moment", async () => {
    const [id, command, tag] = [await article(), newCommand(), newTag()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => execute(as(person("checker")), id, command, addClaim(tag))),
    );
    for (const answer of answers) expect(answer.events).toEqual(answers[0]!.events);
    expect((await readLog(db, id)).length).toBe(3);
  });

  it("makes one article, at the same moment", async () => {
    const [id, command] = [ArticleId.parse(v7()), newCommand()];
    const details = {
      title: "Twice",
      language: "en",
      direction: "ltr",
      sourceUrl: null,
      desk: null,
    } as const;
    const create: AnyArticleCommand = { type: "createArticle", details, text: TEXT, file: null };
    await Promise.all(
      [1, 2, 3, 4].map(() => execute(as(person("copy-editor")), id, command, create, { into: newsroom.id })),
    );
    expect((await readLog(db, id)).length).toBe(2);
  });

  it("with other content, or on another article, is a conflict and changes nothing", async () => {
    const [id, other, command] = [await article(), await article(), newCommand()];
    await execute(as(person("checker")), id, command, addClaim(newTag()));
    expect(await refusalOf(execute(as(person("checker")), id, command, addClaim(newTag())))).toBe("conflict");
    expect(await refusalOf(execute(as(person("checker")), other, command, addClaim(newTag())))).toBe(
      "conflict",
    );
    expect((await readLog(db, other)).length).toBe(2);
  });

  it("is two people's own when two people use one id", async () => {
    const [id, command] = [await article(), newCommand()];
    await execute(as(person("checker")), id, command, addClaim(newTag()));
    await execute(as(person("standards")), id, command, addClaim(newTag(), "built in 1902"));
    expect((await readLog(db, id)).length).toBe(4);
  });
});

describe("sixteen writers on one article", () => {
  it("get every number once, in the order of commits, without a deadlock", async () => {
    const text = Array.from({ length: 400 }, (_, n) => `Sentence number ${n} has words.`).join("\n");
    const id = await article(text);
    const writers = Array.from({ length: 16 }, (_, writer) => writer);
    await Promise.all(
      writers.map(async (writer) => {
        const role = (["copy-editor", "checker", "standards", "managing-editor"] as const)[writer % 4]!;
        for (let n = 0; n < 6; n += 1) {
          const command = {
            ...addClaim(newTag()),
            span: spanOf(`number ${writer * 6 + n} has words`, text),
          };
          await execute(as(person(role)), id, newCommand(), command);
        }
      }),
    );
    const times = (await readLog(db, id)).map(({ at }) => at);
    expect(times).toHaveLength(2 + 16 * 6);
    await expectSound(id);
  });
});

describe("redaction", () => {
  it("takes words and salt out of the database, and the chain still holds", async () => {
    const [id, tag] = [await article(), newTag()];
    await execute(as(person("checker")), id, newCommand(), addClaim(tag));
    await execute(as(person("checker")), id, newCommand(), {
      type: "setNote",
      tag,
      from: null,
      to: wordsOf("Her name is Zephyrine"),
    });
    await execute(as(person("standards")), id, newCommand(), {
      type: "redact",
      ref: "4/to",
      passage: null,
      reason: "The source asked.",
    });
    const { eventTexts } = await import("~/db/schema/log");
    const { tags } = await import("~/db/schema/articles");
    expect(JSON.stringify([await db.select().from(eventTexts), await db.select().from(tags)])).not.toContain(
      "Zephyrine",
    );
    await expectSound(id);
  });

  it("blots a passage out of text, tags and log, and the chain still holds", async () => {
    const [id, tag] = [await article(), newTag()];
    await execute(as(person("checker")), id, newCommand(), addClaim(tag));
    const passage = spanOf("2 kilometres");
    for (const part of [passage, spanOf("1902")]) {
      await execute(as(person("standards")), id, newCommand(), {
        type: "redact",
        ref: "2/text",
        passage: part,
        reason: "Court order.",
      });
    }
    const stored = (await wholeArticle(db, person("copy-editor"), id))!;
    expect(stored.tags.get(tag)!.anchor.exact).toBe("The wall is ████████████ long");
    await expectSound(id);
  });
});
