import { expect, it } from "vitest";

import { QCU_1 } from "~/core/qcu";
import { testDatabase } from "~/db/testing";
import { testNewsroom } from "~/db/testing-newsroom";
import { keepScheme, keepSchemeEverywhere, schemeOf } from "./standing";

it("a new version of the scheme comes to every newsroom without it, and replaces none", async () => {
  const db = await testDatabase();
  const next = { ...QCU_1, version: QCU_1.version + 1 };
  const own = { ...next, types: QCU_1.types.slice(0, 1) };
  const [lacking, having] = [await testNewsroom(db, []), await testNewsroom(db, [])];
  await keepScheme(db, having.id, own);

  for (let start = 0; start < 2; start += 1) {
    await keepSchemeEverywhere(db, next);
    expect(await schemeOf(db, lacking.id, next)).toEqual(next);
    expect(await schemeOf(db, lacking.id, QCU_1)).toEqual(QCU_1);
    expect(await schemeOf(db, having.id, next)).toEqual(own);
  }
});
