import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { USUAL_RULES } from "~/core/gate";
import { SYSTEM } from "~/core/ids";
import type { DeskRules } from "~/core/life";
import { ArticleId, CommandId, TagId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import type { ArticleCommand } from "~/core/shapes/command";
import { addClaim, TEXT } from "~/core/testing";
import { connect, type Database } from "~/db/client";
import { readLog } from "~/db/log";
import { wholeArticle } from "~/db/queries/slices";
import { testDatabaseUrl } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute } from "./execute";
import { executeInNewsroom } from "./execute-newsroom";
import { startWorker } from "./jobs/worker";
import { finishRechecks, recheckGates } from "./recheck";

const ROLES = ["copy-editor", "managing-editor", "admin"] as const satisfies Role[];
const LENIENT: DeskRules = { ...USUAL_RULES, gate: { G2: "off" } };

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

const newCommand = () => CommandId.parse(v7());
const as = (role: (typeof ROLES)[number]) => ({ db, person: newsroom.people.get(role)!, now: Date.now });

async function change(from: DeskRules, to: DeskRules): Promise<CommandId> {
  const id = newCommand();
  const command = { type: "changeRules", desk: null, from, to, reason: "A test." } as const;
  await executeInNewsroom(as("admin"), newsroom.id, id, command);
  return id;
}

/** An article whose one claim nobody has checked. */
async function unchecked(): Promise<ArticleId> {
  const article = ArticleId.parse(v7());
  const details = { title: "Wall", language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
  const create = { type: "createArticle", details, text: TEXT, file: null } as const;
  await execute(as("copy-editor"), article, newCommand(), create, { into: newsroom.id });
  for (const command of [addClaim(TagId.parse(v7())), { type: "sendToReview" } as const])
    await execute(as("copy-editor"), article, newCommand(), command);
  return article;
}

const standing = async (article: ArticleId) =>
  (await wholeArticle(db, newsroom.people.get("managing-editor")!, article))!;

async function give(article: ArticleId, command: ArticleCommand): Promise<void> {
  await execute(as("managing-editor"), article, newCommand(), command);
}

it("a rule that is asked again takes back the sign-offs that do not stand under it, once", async () => {
  const cause = await change(USUAL_RULES, LENIENT);
  await recheckGates(as("admin"), newsroom.id, cause);
  const article = await unchecked();
  const sees = (await standing(article)).revision!.digest;
  await give(article, { type: "signOff", sees });
  expect((await standing(article)).article!.state).toBe("ready");

  const again = await change(LENIENT, USUAL_RULES);
  await recheckGates(as("admin"), newsroom.id, again);
  await recheckGates(as("admin"), newsroom.id, again);
  expect((await standing(article)).article!.state).toBe("in-review");
  const voided = (await readLog(db, article)).filter(({ type }) => type === "SignOffVoided");
  expect(voided).toMatchObject([{ actor: SYSTEM, role: "system", body: { reason: null, rules: ["G2"] } }]);
});

it("a rule that is asked no more settles what was published past it", async () => {
  const article = await unchecked();
  const { revision } = await standing(article);
  const overrides = [{ rule: "G2" as const, reason: "Breaking.", due: Date.now() + 3_600_000 }];
  await give(article, { type: "publish", sees: revision!.digest, overrides });
  const cause = await change(USUAL_RULES, LENIENT);
  await recheckGates(as("admin"), newsroom.id, cause);
  expect((await standing(article)).article!.life.debts).toMatchObject([
    { rule: "G2", settledAt: expect.any(Number) as number },
  ]);
  await change(LENIENT, USUAL_RULES);
});

it("what a crash left unasked after a change of rules is asked by the worker, once", async () => {
  await recheckGates(as("admin"), newsroom.id, await change(USUAL_RULES, LENIENT));
  const [first, second] = [await unchecked(), await unchecked()];
  for (const article of [first, second])
    await give(article, { type: "signOff", sees: (await standing(article)).revision!.digest });
  // As if the server had died right after the commit.
  await change(LENIENT, USUAL_RULES);
  expect((await standing(first)).article!.state).toBe("ready");

  const worker = await startWorker({
    DATABASE_URL: url,
    NEXTAUTH_URL: "http://127.0.0.1:3000",
    mail: null,
  });
  for (const article of [first, second])
    await vi.waitFor(async () => expect((await standing(article)).article!.state).toBe("in-review"), {
      timeout: 10_000,
    });
  await worker.stop();
  expect(await finishRechecks({ db, now: Date.now })).toBe(0);
});
