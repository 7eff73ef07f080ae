import { expect, it } from "vitest";

import { QCU_1 } from "~/core/qcu";
import { testDatabase } from "~/db/testing";
import { testNewsroom } from "~/db/testing-newsroom";
import { keepScheme, keepSchemeEverywhere, schemeFor } from "./standing";

/** The scheme from before there were links. */
const BEFORE = { ...QCU_1, version: 1, types: QCU_1.types.map((type) => ({ ...type, links: [] })) };

it("a new version of the scheme comes to every newsroom without it, and replaces none", async () => {
  const db = await testDatabase();
  const next = { ...QCU_1, version: QCU_1.version + 1 };
  const own = { ...next, types: QCU_1.types.slice(0, 1) };
  const [lacking, having] = [await testNewsroom(db, []), await testNewsroom(db, [])];
  await keepScheme(db, having.id, own);

  for (let start = 0; start < 2; start += 1) {
    await keepSchemeEverywhere(db, next);
    expect(await schemeFor(db, lacking.id, next)).toEqual(next);
    expect(await schemeFor(db, having.id, next)).toEqual(own);
  }
});

it("an article is tagged by the newest version that only adds to the one that it was begun under", async () => {
  const db = await testDatabase();
  const { id } = await testNewsroom(db, []);
  await keepScheme(db, id, BEFORE);
  expect(await schemeFor(db, id, BEFORE)).toEqual(QCU_1);
  expect(await schemeFor(db, id, QCU_1)).toEqual(QCU_1);

  const fewer = { ...QCU_1, version: 3, types: QCU_1.types.slice(1) };
  const more = { ...QCU_1, version: 4, types: QCU_1.types.map((type) => ({ ...type, guideline: "Newer." })) };
  await keepScheme(db, id, fewer);
  expect(await schemeFor(db, id, BEFORE)).toEqual(QCU_1);
  await keepScheme(db, id, more);
  expect(await schemeFor(db, id, BEFORE)).toEqual(more);
  expect(await schemeFor(db, id, fewer)).toEqual(more);
});
