import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // A server knows the address at which it is reached.
    env: { NEXTAUTH_URL: "http://127.0.0.1:3000" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{core,db,server,app}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/*.walls.test.ts"],
          // Properties run a hundred times: on a busy machine that takes longer than a test usually may.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: "walls", include: ["server/boot/*.walls.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["{db,server}/**/*.db.test.ts"],
          globalSetup: ["db/testing-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
