import { v7 } from "uuid";
import { expect, it } from "vitest";

import { UserId } from "~/core/shapes/ids";
import { users } from "~/db/schema/people";
import { testDatabase } from "~/db/testing";
import { readEnv } from "~/server/env";
import { refuseDemoInReach } from "./exposure";

const open = {
  NEXTAUTH_URL: "https://galley.example.org",
  NEXTAUTH_SECRET: "q3Zt7vB1yW9rK5mN0pL8sD2fG6hJ4xCa",
};
const cases: [string, Record<string, string>, boolean][] = [
  ["on the embedded database, on this machine alone", {}, true],
  ["on the embedded database, by another name of this machine", { HOST: "localhost" }, true],
  ["where others reach the port", { ...open, HOST: "0.0.0.0" }, false],
  ["on a server of one's own", { ...open, DATABASE_URL: "postgres://db/galley" }, false],
];

it.each(cases)("demo accounts %s", async (_, settings, fine) => {
  const db = await testDatabase();
  const env = readEnv(settings);
  await expect(refuseDemoInReach(db, env)).resolves.toBeUndefined();
  const id = UserId.parse(v7());
  await db
    .insert(users)
    .values({ id, name: "Nora", email: "nora@courier.example", isDemo: true, createdAt: new Date() });
  const start = refuseDemoInReach(db, env);
  if (fine) await expect(start).resolves.toBeUndefined();
  else await expect(start).rejects.toThrow("demo accounts");
});
