import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import type { UserId } from "~/core/ids";
import { ArticleId, CommandId, EvidenceId, TagId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import { addClaim, TEXT } from "~/core/testing";
import { connect, type Database } from "~/db/client";
import { readLog } from "~/db/log";
import { wholeArticle } from "~/db/queries/slices";
import { testDatabaseUrl } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute } from "./execute";
import { executeInNewsroom } from "./execute-newsroom";
import { startWorker } from "./jobs/worker";
import { finishWithdrawals, withdrawEvidence } from "./withdrawal";

const ROLES = ["copy-editor", "checker", "standards"] as const satisfies Role[];

let url: string;
let db: Database;
let newsroom: TestNewsroom;
beforeAll(async () => {
  url = await testDatabaseUrl();
  const connection = connect(url);
  afterAll(() => connection.close());
  db = connection.db;
  newsroom = await testNewsroom(db, ROLES);
});

const now = Date.now;
const newCommand = () => CommandId.parse(v7());
const as = (role: (typeof ROLES)[number]) => ({ db, person: newsroom.people.get(role)!, now });
const viewer = (): UserId => newsroom.people.get("standards")!;

const CLAIMS = ["The wall is 2 kilometres long", "The wall"] as const;

/** An article with two claims that the checker confirmed on the evidence; gives the first. */
async function checkedOn(evidence: EvidenceId): Promise<{ article: ArticleId; tag: TagId }> {
  const article = ArticleId.parse(v7());
  const details = { title: "Wall", language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
  const create = { type: "createArticle", details, text: TEXT, file: null } as const;
  await execute(as("copy-editor"), article, newCommand(), create, { into: newsroom.id });
  const [tag, other] = CLAIMS.map(() => TagId.parse(v7()));
  const steps: [(typeof ROLES)[number], ArticleCommand][] = [tag!, other!].flatMap((id, n) => [
    ["copy-editor", addClaim(id, CLAIMS[n])],
    ["checker", { type: "attachEvidence", tag: id, evidence }],
    ["checker", { type: "setVerdict", tag: id, sees: null, finding: "confirmed", note: null }],
  ]);
  for (const [role, command] of steps) await execute(as(role), article, newCommand(), command);
  return { article, tag: tag! };
}

async function addEvidence(): Promise<EvidenceId> {
  const evidence = EvidenceId.parse(v7());
  await executeInNewsroom(as("checker"), newsroom.id, newCommand(), {
    type: "addEvidence",
    evidence,
    kind: "document",
    reference: "Minutes",
    locator: null,
    retrievedAt: null,
    note: null,
  });
  return evidence;
}

const stateOf = async ({ article, tag }: { article: ArticleId; tag: TagId }) =>
  (await wholeArticle(db, viewer(), article))!.tags.get(tag)!.review.state;

const withdrawal = (evidence: EvidenceId) => ({
  newsroomId: newsroom.id,
  commandId: newCommand(),
  command: { type: "withdrawEvidence", evidence, reason: "The minutes were forged" } as const,
});

it("withdrawn evidence takes the ground from every verdict on it, in archived articles too, and from no other", async () => {
  const [evidence, sound] = [await addEvidence(), await addEvidence()];
  const places = [await checkedOn(evidence), await checkedOn(evidence)];
  const other = await checkedOn(sound);
  await execute(as("copy-editor"), places[0]!.article, newCommand(), { type: "archiveArticle" });
  await withdrawEvidence(as("checker"), withdrawal(evidence));
  for (const place of places) expect(await stateOf(place)).toBe("stale");
  expect(await stateOf(other)).toBe("checked");
});

it("asked again, it finishes what was broken off and does nothing twice", async () => {
  const evidence = await addEvidence();
  const places = [await checkedOn(evidence), await checkedOn(evidence)];
  const asked = withdrawal(evidence);
  // As if the server had died right after the commit.
  await executeInNewsroom(as("checker"), newsroom.id, asked.commandId, asked.command);
  expect(await stateOf(places[0]!)).toBe("checked");
  expect(await finishWithdrawals(db, now)).toBe(2);
  const before = await readLog(db, places[0]!.article);
  await withdrawEvidence(as("checker"), asked);
  await withdrawEvidence(as("standards"), withdrawal(evidence));
  expect(await finishWithdrawals(db, now)).toBe(0);
  expect(await readLog(db, places[0]!.article)).toEqual(before);
});

it("the worker finishes what a crash left", async () => {
  const evidence = await addEvidence();
  const place = await checkedOn(evidence);
  const { newsroomId, commandId, command } = withdrawal(evidence);
  await executeInNewsroom(as("checker"), newsroomId, commandId, command);
  const settings = { DATABASE_URL: url, NEXTAUTH_URL: "http://127.0.0.1:3000", mail: null };
  const worker = await startWorker(settings);
  await vi.waitFor(async () => expect(await stateOf(place)).toBe("stale"), { timeout: 10_000 });
  await worker.stop();
});

it("a tag checked again since then stands", async () => {
  const evidence = await addEvidence();
  const place = await checkedOn(evidence);
  await withdrawEvidence(as("checker"), withdrawal(evidence));
  const { verdict } = (await wholeArticle(db, viewer(), place.article))!.tags.get(place.tag)!.review;
  const again: ArticleCommand[] = [
    { type: "attachEvidence", tag: place.tag, evidence: await addEvidence() },
    { type: "setVerdict", tag: place.tag, sees: verdict, finding: "confirmed", note: null },
  ];
  for (const command of again) await execute(as("checker"), place.article, newCommand(), command);
  await withdrawEvidence(as("checker"), withdrawal(evidence));
  expect(await stateOf(place)).toBe("checked");
});

it("what the history says of it holds no words of the person’s", async () => {
  const evidence = await addEvidence();
  const place = await checkedOn(evidence);
  await withdrawEvidence(as("checker"), withdrawal(evidence));
  expect(JSON.stringify(await readLog(db, place.article))).not.toContain("forged");
});
