import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import { isLost } from "~/core/tag";
import type { AnyArticleCommand } from "~/core/shapes/command";
import { ArticleId, CommandId, TagId } from "~/core/shapes/ids";
import { addClaim, spanOf, TEXT } from "~/core/testing";
import { opening } from "~/core/testing-threads";
import type { Database } from "~/db/client";
import { verifyLog } from "~/db/log";
import { articleWithText } from "~/db/queries/articles";
import { headOf } from "~/db/queries/heads";
import { historyOf } from "~/db/queries/history";
import { wholeArticle } from "~/db/queries/slices";
import { proveSoundness } from "~/db/queries/soundness";
import { testDatabase } from "~/db/testing";
import { tracesOf } from "~/db/testing-traces";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute, parseArticleEvent } from "./execute";
import { reviseArticle } from "./ingest/revise-article";

let db: Database;
let newsroom: TestNewsroom;
beforeAll(async () => {
  db = await testDatabase();
  newsroom = await testNewsroom(db, ["copy-editor", "standards"]);
});

const as = (role: "copy-editor" | "standards") => ({
  db,
  person: newsroom.people.get(role)!,
  now: Date.now,
});
const newId = () => CommandId.parse(v7());

async function newArticle(text: string): Promise<ArticleId> {
  const id = ArticleId.parse(v7());
  const details = { title: "Wall", language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
  const command: AnyArticleCommand = { type: "createArticle", details, text, file: null };
  await execute(as("copy-editor"), id, newId(), command, { into: newsroom.id });
  return id;
}

async function tag(article: ArticleId, words: string, text: string): Promise<TagId> {
  const id = TagId.parse(v7());
  const command = { ...addClaim(id), span: spanOf(words, text), revision: 1 };
  await execute(as("copy-editor"), article, newId(), command);
  return id;
}

const read = async (article: ArticleId) => (await wholeArticle(db, as("copy-editor").person, article))!;

async function revise(article: ArticleId, raw: string) {
  const sees = (await read(article)).revision!.digest;
  return reviseArticle(as("copy-editor"), { article, commandId: newId() }, { raw, sees });
}

describe("a new text", () => {
  const SECOND = TEXT.replace("2 kilometres", "3 kilometres").replace(" It was built in 1902.", "");

  it("takes the tags along, and says how many went where", async () => {
    const article = await newArticle(TEXT);
    const kept = await tag(article, "412 million", TEXT);
    const altered = await tag(article, "The wall is 2 kilometres long", TEXT);
    const lost = await tag(article, "It was built in 1902", TEXT);
    expect(await revise(article, SECOND.replaceAll("\n", "\r\n"))).toEqual({
      status: "revised",
      revision: 2,
      fates: { kept: 1, moved: 0, altered: 1, lost: 1 },
    });
    const { tags, revision } = await read(article);
    expect(revision).toMatchObject({ number: 2, text: SECOND });
    expect(tags.get(kept)).toMatchObject({ placement: null, anchor: { revision: 2 } });
    expect(tags.get(altered)).toMatchObject({
      placement: { fate: "altered", exact: "The wall is 2 kilometres long" },
      anchor: { exact: "The wall is 3 kilometres long" },
    });
    expect(isLost(tags.get(lost)!)).toBe(true);
    expect((await proveSoundness(db)).flaws).toEqual([]);
    const history = (await historyOf(db, article, { tag: lost, limit: 10 })).map(parseArticleEvent);
    expect(history.map(({ type }) => type)).toEqual(["TagsCarried", "TagAdded"]);
    const other = (await historyOf(db, article, { tag: kept, limit: 10 })).map(parseArticleEvent);
    expect(other.map(({ type }) => type)).toEqual(["TagsCarried", "TagAdded"]);
  });

  it("comes once, however often it is sent", async () => {
    const article = await newArticle(TEXT);
    const sees = (await read(article)).revision!.digest;
    const at = { article, commandId: newId() };
    const first = await reviseArticle(as("copy-editor"), at, { raw: SECOND, sees });
    expect(await reviseArticle(as("copy-editor"), at, { raw: SECOND, sees })).toEqual(first);
    expect((await read(article)).revision!.number).toBe(2);
  });

  it("is refused with the places of what cannot be stored, and taken with those replaced", async () => {
    const article = await newArticle(TEXT);
    const raw = `${TEXT}\nA \0.`;
    expect(await revise(article, raw)).toMatchObject({
      status: "refused",
      problems: [{ line: 5, column: 3 }],
      offer: "replace",
    });
    const sees = (await read(article)).revision!.digest;
    const at = { article, commandId: newId() };
    await reviseArticle(as("copy-editor"), at, { raw, sees, replace: true });
    expect((await read(article)).revision!.text).toBe(`${TEXT}\nA \u{FFFD}.`);
  });

  it("is the one that is looked for: the text before is no article's any more", async () => {
    const first = `${TEXT}\nOnce ${v7()}.`;
    const article = await newArticle(first);
    const look = (text: string) =>
      articleWithText(db, as("copy-editor").person, {
        newsroom: newsroom.id,
        text,
        except: ArticleId.parse(v7()),
      });
    expect(await look(first)).toMatchObject({ id: article });
    await revise(article, `${first}\nMore.`);
    expect(await look(first)).toBeNull();
  });
});

it("a removed passage leaves no trace: not in earlier texts, nor where tags and threads quote them", async () => {
  const name = "Zacharias Underhill";
  const text = `${TEXT}\n“It leaks,” said ${name}, an engineer. Others asked ${name} in May.`;
  const article = await newArticle(text);
  const lost = await tag(article, `Others asked ${name} in May`, text);
  const altered = await tag(article, `said ${name}, an engineer`, text);
  const about = { on: "passage", span: spanOf(`${name} in May`, text) } as const;
  await execute(as("copy-editor"), article, newId(), opening({ about }));
  await revise(
    article,
    text.replace(` Others asked ${name} in May.`, "").replace("an engineer", "a plumber"),
  );
  expect((await read(article)).tags.get(altered)!.placement).toMatchObject({ fate: "altered" });
  expect(isLost((await read(article)).tags.get(lost)!)).toBe(true);
  await revise(article, `${(await read(article)).revision!.text}\nMore.`);

  const { ref, text: present } = (await read(article)).revision!;
  expect(await tracesOf(db, name)).not.toEqual([]);
  const passage = spanOf(name, present);
  const redact = { type: "redact", ref, passage, reason: "A court order." } as const;
  await execute(as("standards"), article, newId(), redact);
  expect(await tracesOf(db, name)).toEqual([]);
  expect(await tracesOf(db, "Zacharias")).toEqual([]);
  expect(await verifyLog(db, article, (await headOf(db, article))!)).toBeNull();
  expect((await proveSoundness(db)).flaws).toEqual([]);
});
