import { expect, it } from "vitest";

import type { Slice } from "~/core/article";
import { askGate, closedRules, USUAL_RULES } from "~/core/gate";
import { QCU_1 } from "~/core/qcu";
import { verifyLog } from "~/db/log";
import { articleIds, headOf } from "~/db/queries/heads";
import { wholeArticle } from "~/db/queries/slices";
import { demoAccounts } from "~/db/queries/demo";
import { newsrooms } from "~/db/seed/newsrooms";
import { testDatabase } from "~/db/testing";
import { seedDemo } from "./demo";

const SEEDED_AT = new Date("2026-11-20T09:00:00Z");
const HOUR = 3_600_000;

it("lives the demo newsrooms through without a refusal, in logs that verify", async () => {
  const db = await testDatabase();
  await seedDemo(db, SEEDED_AT);
  const stories = newsrooms.flatMap((newsroom) => newsroom.stories);
  const ids = await articleIds(db, null, 100);
  expect(ids).toHaveLength(stories.length);
  const accounts = await demoAccounts(db);
  expect(accounts.map(({ roles }) => roles.join())).toEqual(
    expect.arrayContaining([
      "reporter",
      "copy-editor",
      "checker",
      "managing-editor",
      "admin",
      "reporter",
      "editor,admin",
    ]),
  );
  const heads = accounts.filter(({ roles }) => roles.includes("managing-editor") || roles.includes("editor"));
  expect(heads).toHaveLength(2);
  const made = new Map<string, Slice>();
  for (const id of ids) {
    expect(await verifyLog(db, id, (await headOf(db, id))!)).toBeNull();
    const seen = (await Promise.all(heads.map(({ person }) => wholeArticle(db, person, id)))).filter(
      (slice) => slice !== null,
    );
    expect(seen).toHaveLength(1);
    made.set(seen[0]!.article!.title.words!, seen[0]!);
  }
  const tags = [...made.values()].flatMap((slice) => [...slice.tags.values()]);
  const told = stories.flatMap((story) => story.tags);
  expect(tags).toHaveLength(told.length);
  expect(tags.reduce((sum, tag) => sum + tag.links.length, 0)).toBe(
    told.reduce((sum, tag) => sum + (tag.links?.length ?? 0), 0),
  );

  const named = (slug: string) => made.get(stories.find((story) => story.slug === slug)!.title)!;
  const closed = (slice: Slice) =>
    closedRules(askGate(slice, QCU_1, USUAL_RULES)).map(({ rule, items }) => [
      rule,
      items.map(({ why }) => why).sort(),
    ]);
  for (const { title, life } of stories) if (!life) expect(made.get(title)!.article!.state).toBe("draft");

  const market = named("fish-market");
  expect(market.article).toMatchObject({
    state: "in-review",
    deadline: SEEDED_AT.getTime() + 7 * HOUR,
  });
  expect(closed(market)).toEqual([
    ["G1", ["unapproved", "unchecked", "unchecked"]],
    ["G2", ["unchecked", "unchecked"]],
    ["G7", ["query", "stale"]],
  ]);
  const checker = accounts.find(({ roles }) => roles.includes("checker"))!.person;
  expect([...market.tags.values()].filter(({ assignee }) => assignee === checker)).toHaveLength(1);

  const bath = named("harbour-bath");
  expect(bath.article).toMatchObject({ state: "published", revision: 2 });
  expect(closed(bath)).toEqual([]);
  const [first, corrected] = bath.article!.life.publications;
  expect([first?.class, corrected?.class, corrected?.tags.length]).toEqual(["first", "correction", 2]);
  expect(corrected?.note?.words).toContain("It was nine.");

  const leak = named("gas-leak");
  expect(leak.article!.state).toBe("published");
  expect(leak.article!.life.publications.map((one) => one.class)).toEqual(["breaking"]);
  expect(leak.article!.life.debts.map(({ rule, due, settledAt }) => [rule, due, settledAt !== null])).toEqual(
    [
      ["G1", SEEDED_AT.getTime() + 24 * HOUR, false],
      ["G2", SEEDED_AT.getTime() + 4 * HOUR, true],
    ],
  );
}, 120_000);
