import { expect, it } from "vitest";

import { verifyLog } from "~/db/log";
import { articleIds, headOf } from "~/db/queries/heads";
import { wholeArticle } from "~/db/queries/slices";
import { demoAccounts } from "~/db/queries/demo";
import { stories } from "~/db/seed/stories";
import { testDatabase } from "~/db/testing";
import { seedDemo } from "./demo";

it("lives the demo newsroom through without a refusal, in logs that verify", async () => {
  const db = await testDatabase();
  await seedDemo(db, new Date("2026-11-20T09:00:00Z"));
  const ids = await articleIds(db, null, 100);
  expect(ids).toHaveLength(stories.length);
  const accounts = await demoAccounts(db);
  expect(accounts.map(({ roles }) => roles.join())).toEqual(
    expect.arrayContaining(["reporter", "copy-editor", "checker", "managing-editor", "admin"]),
  );
  const chief = accounts.find(({ roles }) => roles.includes("managing-editor"))!.person;
  let [tags, links] = [0, 0];
  for (const id of ids) {
    expect(await verifyLog(db, id, (await headOf(db, id))!)).toBeNull();
    const made = [...((await wholeArticle(db, chief, id))?.tags.values() ?? [])];
    tags += made.length;
    links += made.reduce((sum, tag) => sum + tag.links.length, 0);
  }
  const told = stories.flatMap((story) => story.tags);
  expect(tags).toBe(told.length);
  expect(links).toBe(told.reduce((sum, tag) => sum + (tag.links?.length ?? 0), 0));
}, 120_000);
