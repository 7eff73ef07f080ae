import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import type { PublicCorrection } from "~/core/correction";
import type { ArticleCommand } from "~/core/shapes/command";
import { ArticleId, CommandId, TagId } from "~/core/shapes/ids";
import { addClaim, TEXT } from "~/core/testing";
import type { Database } from "~/db/client";
import { correctionsOf } from "~/db/queries/corrections";
import { wholeArticle } from "~/db/queries/slices";
import { testDatabase } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { pageOfCorrections } from "./corrections";
import { execute } from "./execute";
import { executeInNewsroom } from "./execute-newsroom";
import { reviseArticle } from "./ingest/revise-article";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});

const newId = () => CommandId.parse(v7());
/** Moments that go on by a second with each thing done, so that the order of corrections is told. */
let clock = Date.UTC(2026, 10, 1);
let step = 1_000;
const now = () => (clock += step);

interface Room extends TestNewsroom {
  readonly as: (role: "managing-editor" | "admin") => Parameters<typeof execute>[0];
  readonly show: (from: "on" | "off", to: "on" | "off") => Promise<void>;
}

async function newsroom(shows = true): Promise<Room> {
  const room = await testNewsroom(db, ["managing-editor", "admin"]);
  const as: Room["as"] = (role) => ({ db, person: room.people.get(role)!, now });
  const show: Room["show"] = async (from, to) => {
    const command = { type: "changeSetting", name: "publicCorrections", from, to } as const;
    await executeInNewsroom(as("admin"), room.id, newId(), command);
  };
  if (shows) await show("off", "on");
  return { ...room, as, show };
}

const read = async (room: Room, article: ArticleId) =>
  (await wholeArticle(db, room.people.get("managing-editor")!, article))!;

async function give(room: Room, article: ArticleId, command: ArticleCommand): Promise<void> {
  await execute(room.as("managing-editor"), article, newId(), command);
}

/** An article that went out, with one tag, which is withdrawn and so can be named as what failed. */
async function published(room: Room, title = "Wall", sourceUrl: string | null = null) {
  const article = ArticleId.parse(v7());
  const details = { title, language: "en", direction: "ltr", sourceUrl, desk: null } as const;
  const create = { type: "createArticle", details, text: TEXT, file: null } as const;
  await execute(room.as("managing-editor"), article, newId(), create, { into: room.id });
  const tag = TagId.parse(v7());
  const sees = (await read(room, article)).revision!.digest;
  const steps: ArticleCommand[] = [
    addClaim(tag),
    { type: "withdrawTag", tag },
    { type: "sendToReview" },
    { type: "signOff", sees },
    { type: "publish", sees, overrides: [] },
  ];
  for (const command of steps) await give(room, article, command);
  return { article, tag };
}

let texts = 0;
async function correct(
  room: Room,
  { article, tag }: { article: ArticleId; tag: TagId },
  note: string | null,
  kind: "correction" | "refile" = "correction",
): Promise<void> {
  await give(room, article, { type: "beginCorrection", class: kind });
  const { revision } = await read(room, article);
  const raw = `${TEXT}\nLine ${(texts += 1)}.`;
  const asked = { article, commandId: newId() };
  await reviseArticle(room.as("managing-editor"), asked, { raw, sees: revision!.digest });
  const sees = (await read(room, article)).revision!.digest;
  const tags = kind === "correction" ? [tag] : [];
  await give(room, article, { type: "publishCorrection", sees, note, tags, overrides: [] });
}

const shown = async ({ slug }: Room) => (await pageOfCorrections(db, slug, null)).corrections;
const notes = async (room: Room) => (await shown(room)).map(({ note }) => note);

describe("what the public reads of a newsroom's corrections", () => {
  it("is each correction and each refile with a note, the newest first, and nothing else of the article", async () => {
    const room = await newsroom();
    const wall = await published(room, "Wall", "https://courier.example/wall");
    const harbour = await published(room, "Harbour");
    await correct(room, wall, "It is 3 kilometres long.");
    await correct(room, harbour, null, "refile");
    await correct(room, harbour, "The mayor’s name was misspelt.", "refile");
    await correct(room, wall, "It was built in 1903.");
    const found = await shown(room);
    expect(found.map(({ title, note, source }) => [title, note, source])).toEqual([
      ["Wall", "It was built in 1903.", "https://courier.example/wall"],
      ["Harbour", "The mayor’s name was misspelt.", null],
      ["Wall", "It is 3 kilometres long.", "https://courier.example/wall"],
    ]);
    expect(Object.keys(found[0]!).sort()).toEqual(
      ["at", "direction", "hash", "language", "note", "removedAt", "source", "title", "withdrawn"].sort(),
    );
    expect(JSON.stringify(found)).not.toContain(wall.article);
    expect(JSON.stringify(found)).not.toContain(wall.tag);
  });

  it("is nothing before anything was corrected", async () => {
    const room = await newsroom();
    await published(room);
    expect(await pageOfCorrections(db, room.slug, null)).toEqual({
      newsroom: "Test newsroom",
      corrections: [],
      next: null,
    });
  });

  it("is nothing of another newsroom", async () => {
    const [room, other] = [await newsroom(), await newsroom()];
    await correct(other, await published(other), "Theirs.");
    await correct(room, await published(room), "Ours.");
    expect(await notes(room)).toEqual(["Ours."]);
  });

  it("stays while an article is corrected again, restricted, withdrawn and archived, and says that it was withdrawn", async () => {
    const room = await newsroom();
    const wall = await published(room);
    await correct(room, wall, "It is 3 kilometres long.");
    const steps: [ArticleCommand, boolean][] = [
      [{ type: "restrictArticle", restricted: true }, false],
      [{ type: "beginCorrection", class: "correction" }, false],
      [{ type: "dropCorrection" }, false],
      [{ type: "archiveArticle" }, false],
      [{ type: "restoreArticle" }, false],
      [{ type: "withdrawArticle", reason: "It was made up." }, true],
      [{ type: "archiveArticle" }, true],
      [{ type: "restoreArticle" }, true],
    ];
    for (const [command, withdrawn] of steps) {
      await give(room, wall.article, command);
      expect(await shown(room), command.type).toMatchObject([
        { title: "Wall", note: "It is 3 kilometres long.", withdrawn },
      ]);
    }
    expect(JSON.stringify(await shown(room))).not.toContain("made up");
  });

  it("loses the words that are removed from the record, and only those", async () => {
    const room = await newsroom();
    const wall = await published(room);
    await correct(room, wall, "Ms Whistle was not in the room.");
    await correct(room, wall, "It is 3 kilometres long.");
    const { article } = await read(room, wall.article);
    const redact = (ref: string): ArticleCommand => ({
      type: "redact",
      ref,
      passage: null,
      reason: "A source.",
    });
    await give(room, wall.article, redact(article!.life.publications[1]!.note!.ref!));
    expect(await shown(room)).toMatchObject([
      { title: "Wall", note: "It is 3 kilometres long.", removedAt: null },
      { title: "Wall", note: null, removedAt: clock },
    ]);
    await give(room, wall.article, redact(article!.title.ref!));
    expect((await shown(room)).map(({ title, note }) => [title, note])).toEqual([
      [null, "It is 3 kilometres long."],
      [null, null],
    ]);
  });

  it("is not found while it is off, just as where there is no such newsroom", async () => {
    const room = await newsroom(false);
    await correct(room, await published(room), "Ours.");
    const refusal = (slug: string) =>
      pageOfCorrections(db, slug, null).then(
        () => "shown",
        (error: unknown) => error,
      );
    const missing = await refusal("no-such-newsroom");
    expect(missing).toMatchObject({ kind: "not-found" });
    expect(await refusal(room.slug)).toEqual(missing);
    await room.show("off", "on");
    expect(await notes(room)).toEqual(["Ours."]);
    await room.show("on", "off");
    expect(await refusal(room.slug)).toEqual(missing);
  });
});

describe("page by page", () => {
  it("each correction comes once, also of those of one moment", async () => {
    const room = await newsroom();
    const articles = [await published(room), await published(room), await published(room)];
    step = 0;
    for (const [n, article] of articles.entries()) await correct(room, article, `First ${n}.`);
    step = 1_000;
    for (let n = 0; n < 26; n += 1) await correct(room, articles[n % 3]!, `Then ${n}.`);
    const first = await pageOfCorrections(db, room.slug, null);
    expect(first.corrections).toHaveLength(25);
    const rest = await pageOfCorrections(db, room.slug, first.next);
    expect(rest.next).toBeNull();
    const all = [...first.corrections, ...rest.corrections];
    expect(all.slice(0, 26).map(({ note }) => note)).toEqual(
      Array.from({ length: 26 }, (_, n) => `Then ${25 - n}.`),
    );
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(29);

    // One by one, every place lies between two corrections.
    const one: PublicCorrection[] = [];
    for (const place of [null, ...all])
      one.push(...(await correctionsOf(db, room.id, { before: place, limit: 1 })));
    expect(one).toEqual(all);
  }, 60_000);
});
