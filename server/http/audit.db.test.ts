import canonicalize from "canonicalize";
import { parse } from "csv-parse/sync";
import { createHash, randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

import type { Role } from "~/core/policy";
import { SessionId } from "~/core/shapes/ids";
import { testDatabase } from "~/db/testing";
import { type Target, testWorld, type World } from "~/server/routers/testing-world";
import { answerAudit } from "./audit";

let world: World;
beforeAll(async () => {
  world = await testWorld(await testDatabase());
  const { article, tag } = world.first;
  const execute = (command: Parameters<ReturnType<World["as"]>["articles"]["execute"]>[0]["command"]) =>
    world.as("managing-editor").articles.execute({ article, commandId: v7(), command });
  await execute({ type: "setNote", tag, from: null, to: { words: "=SUM(A1)" } });
  const { events } = await execute({
    type: "setNote",
    tag,
    from: { words: "=SUM(A1)" },
    to: { words: "A name." },
  });
  await execute({ type: "redact", ref: `${events[0]!.seq}/to`, passage: null, reason: "It was a source." });
});

/** The file that somebody gets. */
async function fileFor(
  role: Role | null,
  query: Record<string, string>,
  of: Target = world.first,
): Promise<string> {
  const viewer = role && {
    person: (await world.as(role).account.me()).person,
    session: SessionId.parse(randomUUID()),
    name: "",
    email: "",
  };
  const url = `http://localhost/api/audit?${new URLSearchParams({ newsroom: of.newsroom, ...query })}`;
  const context = { db: world.db, viewer, now: Date.now };
  const answer = await answerAudit(url, context, () => ({ event }) => ({ says: event.type, details: [] }));
  return answer.ok ? answer.text() : `refused: ${answer.status}`;
}

const Line = z.strictObject({
  seq: z.number(),
  at: z.iso.datetime(),
  actor: z.string().min(1),
  role: z.string(),
  article: z.object({ id: z.string(), title: z.string().nullable() }).nullable(),
  sentence: z.string(),
  details: z.array(z.unknown()),
  event: z.looseObject({ log: z.string(), seq: z.number(), type: z.string(), body: z.unknown() }),
  words: z.record(z.string(), z.object({ words: z.string().nullable(), salt: z.string().optional() })),
  previous: z.string(),
  hash: z.string(),
});
type Line = z.infer<typeof Line>;

async function linesFor(role: Role, query: Record<string, string> = {}): Promise<Line[]> {
  const text = await fileFor(role, { format: "jsonl", ...query });
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => Line.parse(JSON.parse(line)));
}

/** What docs/audit.md says to do with the lines of one log; the first that does not hold. */
function flawIn(lines: readonly Line[]): number | null {
  const sha256 = (...parts: string[]) =>
    parts.reduce((hash, part) => hash.update(part, "utf8"), createHash("sha256")).digest("hex");
  let previous = "";
  for (const [index, { event, words, ...line }] of lines.entries()) {
    const holds =
      event.seq === index + 1 &&
      line.previous === previous &&
      line.hash === sha256(previous, canonicalize(event) ?? "") &&
      Object.values(words).every(
        ({ words: text, salt }) =>
          salt === undefined || JSON.stringify(event.body).includes(sha256(salt, text ?? "")),
      );
    if (!holds) return event.seq;
    previous = line.hash;
  }
  return null;
}

describe("an article's log, exported", () => {
  const ofArticle = () => ({ article: world.first.article });

  it("is verified by the documented steps, also after words were removed", async () => {
    const lines = await linesFor("managing-editor", ofArticle());
    expect(lines.map(({ event }) => event.type)).toEqual([
      "ArticleCreated",
      "RevisionAdded",
      "TagAdded",
      "ThreadOpened",
      "NoteSet",
      "NoteSet",
      "TextRedacted",
    ]);
    expect(flawIn(lines)).toBeNull();
    expect(lines.filter(({ words }) => Object.values(words).some(({ salt }) => salt)).length).toBeGreaterThan(
      2,
    );
    expect(JSON.stringify(lines)).not.toContain("A name.");
  });

  it("shows where somebody changed, left out or moved an event", async () => {
    const lines = await linesFor("managing-editor", ofArticle());
    const forged = structuredClone(lines);
    forged[2]!.event.type = "TagDismissed";
    expect(flawIn(forged)).toBe(3);
    expect(flawIn(lines.toSpliced(3, 1))).toBe(5);
    const reworded = structuredClone(lines);
    reworded[3]!.words["said"]!.words = "Nobody says so.";
    expect(flawIn(reworded)).toBe(4);
  });

  it("verifies for an administrator too, who gets none of the words", async () => {
    const lines = await linesFor("admin", ofArticle());
    expect(flawIn(lines)).toBeNull();
    expect(lines.every(({ words }) => Object.keys(words).length === 0)).toBe(true);
    expect(JSON.stringify(lines)).not.toContain("Who says so?");
  });
});

describe("the audit, exported", () => {
  it("holds what the filters show, and nothing of what is not for the reader", async () => {
    expect((await linesFor("counsel")).length).toBe(0);
    const types = (await linesFor("checker", { kind: "newsroom" })).map(({ event }) => event.type);
    expect(types).toEqual(["EvidenceAdded", "FileAttached"]);
    const until = await linesFor("standards", { until: "1" });
    expect(until).toEqual([]);
    const logs = new Set((await linesFor("standards")).map(({ event }) => event.log));
    expect(logs.size).toBe(2);
    expect(logs.has(world.second.article)).toBe(false);
  });

  it("is a table whose cells no spreadsheet runs", async () => {
    const csv = await fileFor("managing-editor", { format: "csv", article: world.first.article });
    const rows = z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }));
    expect(rows.map(({ seq }) => seq)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    expect(rows[1]!.previous_hash).toBe(rows[0]!.hash);
    expect(rows[0]).toMatchObject({
      actor: "A reporter",
      role: "reporter",
      at: expect.stringMatching(/Z$/) as string,
    });
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m);
  });

  const refusals: [string, Role | null, (at: World) => [Record<string, string>, Target?], unknown][] = [
    ["a newsroom of others", "checker", (at) => [{}, at.second], { kind: "not-found" }],
    [
      "an article of another newsroom",
      "checker",
      (at) => [{ article: at.second.article }],
      { kind: "not-found" },
    ],
    [
      "an article that one does not see",
      "counsel",
      (at) => [{ article: at.first.article }],
      { kind: "not-found" },
    ],
    ["a kind that there is not", "checker", () => [{ kind: "gossip" }], { kind: "bad-input" }],
  ];
  it.each(refusals)("refuses %s", async (_, role, asked, refusal) => {
    const [query, of] = asked(world);
    await expect(fileFor(role, { format: "jsonl", ...query }, of)).rejects.toMatchObject(refusal as object);
  });

  it("refuses whoever is signed out", async () => {
    expect(await fileFor(null, { format: "csv" })).toBe("refused: 401");
  });
});
