import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import { type Dossier } from "~/core/shapes/dossier";
import { dossierOf, originalOf } from "~/core/dossier-of";
import type { UserId } from "~/core/ids";
import { ArticleId, CommandId, EvidenceId, SessionId, TagId } from "~/core/shapes/ids";

import { wordsOf } from "~/core/words";
import { dossierMaterial } from "~/db/queries/dossiers";
import { wholeNewsroom } from "~/db/queries/newsroom-slices";
import { testDatabase } from "~/db/testing";
import { newsroomWithDesks, type NewsroomWithDesks } from "~/db/testing-members";
import type { Context } from "~/server/context";
import { attachTestFile } from "~/server/evidence-files/testing";
import { execute } from "~/server/execute";
import { executeInNewsroom } from "~/server/execute-newsroom";
import { answerExport } from "~/server/http/export";
import { importRequest } from "~/server/http/import";
import { type ImportedArticle } from "./import-file";
import { talkAbout } from "./testing-talk";

const db = await testDatabase();
let clock = Date.UTC(2026, 10, 22, 9);
const now = () => (clock += 1_000);
const newId = <T>(schema: { parse: (id: string) => T }): T => schema.parse(randomUUID());

const TEXT =
  "Wall 🙂 will cost 412 million\n\n“We told everyone,” said Mara Quill.\nTwo people said 漢字 so 👩‍👩‍👧.\n";

let home: NewsroomWithDesks;
let away: NewsroomWithDesks;
let people: Record<"nora" | "cid" | "mara" | "otto" | "ada" | "stan" | "rae", UserId>;
let story: ArticleId;

const contextOf = (person: UserId | null): Context => ({
  db,
  viewer: person && { person, session: newId(SessionId), name: "", email: "" },
  now,
});
const performerOf = (person: UserId) => ({ db, person, now });
const act = (person: UserId, command: ArticleCommand) =>
  execute(performerOf(person), story, newId(CommandId), command);

async function tag(words: string, as: string, attributes = {}): Promise<TagId> {
  const id = newId(TagId);
  const start = TEXT.indexOf(words);
  const span = { start, end: start + words.length };
  await act(people.nora, { type: "addTag", tag: id, as, span, attributes });
  return id;
}

beforeAll(async () => {
  home = await newsroomWithDesks(db, "harbour");
  away = await newsroomWithDesks(db, "elsewhere");
  people = {
    nora: await home.member("Nora", ["reporter"]),
    cid: await home.member("Cid", ["checker"]),
    mara: await home.member("Mara", ["managing-editor"]),
    otto: await home.member("Otto", ["reporter"]),
    ada: await home.member("Ada", ["admin"]),
    stan: await away.member("Stan", ["managing-editor"]),
    rae: await away.member("Rae", ["reporter"]),
  };
  story = newId(ArticleId);
  const details = {
    title: "Wall / “costs” 🙂",
    language: "en",
    direction: "ltr",
    sourceUrl: null,
    desk: home.city,
  } as const;
  const command = { type: "createArticle", details, text: TEXT, file: null } as const;
  await execute(performerOf(people.nora), story, newId(CommandId), command, { into: home.id });

  const evidence = newId(EvidenceId);
  await executeInNewsroom(performerOf(people.nora), home.id, newId(CommandId), {
    type: "addEvidence",
    evidence,
    kind: "document",
    reference: "=Budget 2026",
    locator: "p. 4",
    retrievedAt: null,
    note: "from the council",
  });
  await attachTestFile(db, home, { person: people.nora, evidence, name: "budget.txt" });
  const claim = await tag("412 million", "claim");
  const quote = await tag("“We told everyone,”", "quote", { speaker: wordsOf("Mara Quill") });
  const gone = await tag("Two people", "uncertainty");
  const family = await tag("漢字 so 👩‍👩‍👧", "claim");
  for (const id of [claim, quote]) await act(people.nora, { type: "attachEvidence", tag: id, evidence });
  for (const command of [
    { tag: claim, kind: "supports", target: quote },
    { tag: family, kind: "contradicts", target: claim },
    { tag: gone, kind: "about", target: claim },
  ])
    await act(people.nora, { type: "linkTag", ...command });
  const passage = { start: 0, end: TEXT.indexOf(" will") };
  for (const { by, command } of talkAbout(claim, passage, { asks: people.mara, answers: people.cid }))
    await act(by, command);
  await act(people.nora, { type: "setNote", tag: claim, from: null, to: wordsOf("see page 4") });
  await act(people.nora, { type: "dismissTag", tag: gone, reason: "not needed" });
  const finding = { finding: "confirmed", note: "matches the record" } as const;
  await act(people.cid, { type: "setVerdict", tag: claim, sees: null, ...finding });
  const at = (await dossierMaterial(db, people.cid, story))!.standing.tags.get(claim)!.review.verdict!.at;
  await act(people.mara, { type: "approveTag", tag: claim, sees: { finding: "confirmed", at } });
});

const ALL = "suggested,open,checked,approved,stale,dismissed,withdrawn";
const addressOf = (query: Record<string, string>) =>
  `http://localhost/api/export?${new URLSearchParams(query)}`;

async function exported(person: UserId, article: ArticleId): Promise<string> {
  const query = { article, format: "galley-json", states: ALL };
  return (await answerExport(addressOf(query), contextOf(person))).text();
}

async function imported(
  person: UserId | null,
  newsroom: string,
  file: string | Uint8Array<ArrayBuffer>,
  name = "a.json",
) {
  const form = new FormData();
  form.append("file", new File([file], name));
  const request = new Request(`http://localhost/api/import?newsroom=${newsroom}`, {
    method: "POST",
    body: form,
  });
  return importRequest(request, contextOf(person));
}

async function importedArticles(person: UserId, newsroom: string, file: string): Promise<ImportedArticle[]> {
  const answer = (await (await imported(person, newsroom, file)).json()) as { articles: ImportedArticle[] };
  return answer.articles;
}

async function dossierSeen(person: UserId, id: ArticleId): Promise<Dossier> {
  const { standing, around } = (await dossierMaterial(db, person, id))!;
  return dossierOf(standing, around);
}

describe("a file of Galley’s own, brought into another newsroom", () => {
  test("is the same dossier in its former home, approves nothing, and adds nothing twice", async () => {
    const file = await exported(people.nora, story);
    const [added] = await importedArticles(people.rae, "elsewhere", file);
    const notes = [
      "The file of the evidence “=Budget 2026” is not in the export. Attach it here again.",
      "A query to Cid is put to you here. Pass it on, or answer it.",
    ];
    expect(added).toMatchObject({ status: "added", tags: 4, problems: [], notes });

    const before = await dossierSeen(people.nora, story);
    const after = await dossierSeen(people.rae, added!.article!);
    expect(originalOf(after)).toEqual(originalOf(before));
    expect(before.tags.map(({ state }) => state)).toContain("approved");
    expect(before.tags.map(({ links }) => links.map(({ kind }) => kind))).toEqual([
      ["supports"],
      [],
      ["about"],
      ["contradicts"],
    ]);
    expect(after.tags.map(({ state }) => state).sort()).toEqual(["dismissed", "open", "open", "open"]);
    expect(after.tags.every(({ verdict, approval }) => !verdict && !approval)).toBe(true);
    expect(after.article.author).toBe("Rae");
    expect(before.threads.map(({ comments }) => comments[0]?.words)).toContain("Which council, @Cid?");
    expect(after.threads).toHaveLength(3);
    expect(before.evidence[0]?.file).toMatchObject({ name: "budget.txt", bytes: 18 });
    expect(after.evidence).toMatchObject([{ file: null }]);

    const [again] = await importedArticles(people.rae, "elsewhere", file);
    expect(again).toMatchObject({ status: "here", article: added!.article });
    expect(await dossierSeen(people.rae, added!.article!)).toEqual(after);

    // A third newsroom's copy, by way of the second: still the first one's dossier.
    const [back] = await importedArticles(
      people.nora,
      "harbour",
      await exported(people.rae, added!.article!),
    );
    expect(originalOf(await dossierSeen(people.nora, back!.article!))).toEqual(originalOf(before));
  });

  test("tells of tags that do not fit, and of attributes unknown here, and takes the rest", async () => {
    const file = JSON.parse(await exported(people.nora, story)) as { dossiers: Dossier[] };
    const [dossier] = file.dossiers;
    const [first, second, third, fourth] = dossier!.tags;
    dossier!.article.id = randomUUID();
    dossier!.tags = [
      { ...first!, exact: "other words" },
      { ...second!, attributes: { ...second!.attributes, mood: "glad", form: "sung" } },
      { ...third!, type: "rumour" },
      {
        ...fourth!,
        attributes: { ...fourth!.attributes, speaker: { removed: true, at: null } },
        links: [
          ...fourth!.links,
          { kind: "about", target: second!.id },
          { kind: "supports", target: second!.id },
          { kind: "supports", target: second!.id },
        ],
      },
      { ...fourth!, id: randomUUID() },
    ];
    const [added] = await importedArticles(people.rae, "elsewhere", JSON.stringify(file));
    expect(added).toMatchObject({ status: "added", tags: 2 });
    expect(added!.problems.map(({ kept, sentence }) => [kept, sentence])).toEqual([
      [false, expect.stringContaining("other words stand there") as string],
      [true, expect.stringContaining("form “sung” was left out") as string],
      [true, expect.stringContaining("mood “glad” was left out") as string],
      [false, expect.stringContaining("no tag type “rumour”") as string],
      [true, expect.stringContaining("speaker had been removed") as string],
      [false, expect.stringContaining("twice") as string],
      [true, expect.stringContaining("“contradicts” was left out: the tag that it leads to") as string],
      [true, expect.stringContaining("“about” was left out: there is no such link") as string],
      [true, expect.stringContaining("“supports” was left out: the file has it twice") as string],
    ]);
    const { tags } = await dossierSeen(people.rae, added!.article!);
    expect(tags.map(({ links }) => links)).toEqual([[], [{ kind: "supports", target: tags[0]!.id }]]);
  });

  test("of a restricted article that stays out, no evidence comes in", async () => {
    const file = JSON.parse(await exported(people.nora, story)) as { dossiers: Dossier[] };
    const [dossier] = file.dossiers;
    Object.assign(dossier!.article, { id: randomUUID(), restricted: true });
    dossier!.evidence[0]!.reference = "The minister’s diary";
    const before = (await wholeNewsroom(db, away.id))!.evidence;
    expect(await importedArticles(people.rae, "elsewhere", JSON.stringify(file))).toMatchObject([
      { status: "refused" },
    ]);
    expect((await wholeNewsroom(db, away.id))!.evidence).toEqual(before);
  });

  test("a restricted article stays restricted, or out", async () => {
    const file = JSON.parse(await exported(people.nora, story)) as { dossiers: Dossier[] };
    Object.assign(file.dossiers[0]!.article, { id: randomUUID(), restricted: true });
    const text = JSON.stringify(file);
    expect(await importedArticles(people.rae, "elsewhere", text)).toMatchObject([
      { status: "refused", notes: [expect.stringContaining("Restricting") as string] },
    ]);
    const [added] = await importedArticles(people.stan, "elsewhere", text);
    expect((await dossierSeen(people.stan, added!.article!)).article.restricted).toBe(true);
    // Who may not see it is not told that it worked, nor given it a second time.
    expect(await importedArticles(people.rae, "elsewhere", text)).toMatchObject([
      { status: "refused", article: null },
    ]);
  });
});

describe("files of other formats, brought into another newsroom", () => {
  const named = {
    "label-studio": "a.zip",
    brat: "a.zip",
    "webanno-tsv": "a.tsv",
    "cas-json": "a.json",
    prodigy: "a.jsonl",
  };

  test.each(Object.entries(named))(
    "%s: passages and types are the same, nothing counts, and nothing comes twice",
    async (format, name) => {
      const place = await newsroomWithDesks(db, `from-${format}`);
      const rae = await place.member(`Rae of ${format}`, ["reporter"]);
      const answer = await answerExport(
        addressOf({ article: story, format, states: ALL }),
        contextOf(people.nora),
      );
      const file = new Uint8Array(await answer.arrayBuffer());
      const send = async () => {
        const response = await imported(rae, `from-${format}`, file, name);
        return ((await response.json()) as { articles: ImportedArticle[] }).articles;
      };
      const [added] = await send();
      expect(added).toMatchObject({ status: "added", tags: 4 });
      const before = await dossierSeen(people.nora, story);
      const after = await dossierSeen(rae, added!.article!);
      expect(after.text).toBe(before.text);
      const places = ({ tags }: Dossier) =>
        tags.map(({ type, start, end }) => `${start} ${end} ${type}`).sort();
      expect(places(after)).toEqual(places(before));
      expect(after.tags.every(({ verdict, approval }) => verdict === null && approval === null)).toBe(true);
      expect(await send()).toMatchObject([{ status: "here", article: added!.article }]);
    },
  );
});

describe("what an import refuses", () => {
  const bytes = (length: number) => new Uint8Array(length).fill(32);
  test.each([
    ["nobody", null, "elsewhere", "{}", "a.json", 401],
    ["a stranger", "nora", "elsewhere", "{}", "a.json", "There is no such newsroom"],
    ["an administrator", "ada", "harbour", "{}", "a.json", "Adding an article takes"],
    ["another ending", "rae", "elsewhere", "{}", "a.docx", 415],
    [
      "a file cut off",
      "rae",
      "elsewhere",
      '{"format":"galley-json","dossiers":[',
      "a.json",
      "not valid JSON",
    ],
    ["deep nesting", "rae", "elsewhere", "[".repeat(1_000_000), "a.json", "not valid JSON"],
    [
      "huge numbers",
      "rae",
      "elsewhere",
      '{"format":"galley-json","version":1e999}',
      "a.json",
      "later Galley",
    ],
    ["bytes that are no text", "rae", "elsewhere", new Uint8Array([0xff, 0xfe, 0]), "a.json", "not UTF-8"],
    ["more than 15 MB", "rae", "elsewhere", bytes(15_000_001), "a.json", 413],
  ] as const)("%s", async (_, person, newsroom, file, name, expected) => {
    const answer = imported(person && people[person], newsroom, file, name);
    if (typeof expected === "number") expect((await answer).status).toBe(expected);
    else await expect(answer).rejects.toThrow(expected);
  });
});

describe("who gets an export", () => {
  test("whoever sees the article and may; a foreign id answers as a missing one", async () => {
    const ask = (person: UserId, article: string) =>
      answerExport(addressOf({ article, format: "csv" }), contextOf(person));
    expect((await ask(people.nora, story)).status).toBe(200);
    await expect(ask(people.ada, story)).rejects.toThrow("Exporting this article takes");
    const missing = await ask(people.stan, randomUUID()).catch((error: unknown) => error);
    expect(missing).toMatchObject({ kind: "not-found" });
    expect(await ask(people.stan, story).catch((error: unknown) => error)).toEqual(missing);
    expect(await ask(people.otto, story).catch((error: unknown) => error)).toEqual(missing);
    expect((await answerExport(addressOf({ article: story, format: "csv" }), contextOf(null))).status).toBe(
      401,
    );
  });

  test("of a newsroom, each what they see: a reporter their own, an administrator nothing", async () => {
    const ask = async (person: UserId, slug = "harbour") => {
      const answer = await answerExport(
        addressOf({ newsroom: slug, format: "galley-json" }),
        contextOf(person),
      );
      const file = JSON.parse(await answer.text()) as { dossiers: Dossier[] };
      return file.dossiers.map(({ article }) => article.id);
    };
    expect(await ask(people.nora)).toContain(story);
    expect(await ask(people.mara)).toContain(story);
    expect(await ask(people.otto)).toEqual([]);
    await expect(ask(people.ada)).rejects.toThrow("takes");
    await expect(ask(people.stan)).rejects.toThrow("no such newsroom");
  });

  test("is a file by a safe name, kept nowhere, with the usual states", async () => {
    const answer = await answerExport(addressOf({ article: story, format: "csv" }), contextOf(people.nora));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-disposition": `attachment; filename="Wall costs.csv"; filename*=UTF-8''Wall%20%E2%80%9Ccosts%E2%80%9D%20%F0%9F%99%82.csv`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-type": "text/csv; charset=utf-8; header=present",
    });
    const file = await answer.text();
    expect(file).not.toContain("dismissed");
    expect(file).toContain("document: =Budget 2026; p. 4; from the council; added by Nora");
  });

  test.each<Record<string, string>>([
    {},
    { format: "csv" },
    { format: "nope", article: "x" },
    { format: "csv", newsroom: "harbour", extra: "1" },
  ])("refuses the address %j", async (query) => {
    await expect(answerExport(addressOf(query), contextOf(people.nora))).rejects.toMatchObject({
      kind: "bad-input",
    });
  });
});
