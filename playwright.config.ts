import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./server/boot/chromium";

// The workers load this file again and have to see the same values.
process.env.GALLEY_DATA ??= mkdtempSync(path.join(tmpdir(), "galley-e2e-"));
process.env.PORT ??= "3210";
process.env.CHROMIUM_PATH ??= findChromium();

const baseURL = `http://127.0.0.1:${process.env.PORT}`;

/** The browser tests run against the production build, served by the real start with the demo newsroom. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only at the second attempt is a failure.
  retries: 0,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL,
    ...devices["Desktop Chrome"],
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
  },
  webServer: {
    command: "node server/boot/start.mjs",
    url: `${baseURL}/api/health/ready`,
    // Two processes, behaving as one.
    env: { PROCESSES: "2", DATABASE_URL: "", NEXTAUTH_URL: "", NEXTAUTH_SECRET: "", HOST: "" },
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
