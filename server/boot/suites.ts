import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { buildIfNeeded } from "./build";
import { ensureChromium } from "./chromium";
import { runNode } from "./run-node";

/** What a suite came to. A suite that is one command counts as one test. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Everything the suite printed, shown when something failed. */
  readonly output: string;
}

export interface Suite {
  readonly name: string;
  /** Whether `npm run check` runs it too. */
  readonly fast: boolean;
  run(): Promise<Outcome>;
}

const cache = path.join("node_modules", ".cache", "galley");
const bin = (pkg: string, ...file: string[]) => path.join("node_modules", pkg, ...file);

/** Every suite, in the order of their cost. */
export const suites: readonly Suite[] = [
  {
    name: "types",
    fast: true,
    run: () =>
      commands(
        [bin("next", "dist", "bin", "next"), "typegen"],
        [bin("typescript", "bin", "tsc"), "--noEmit"],
      ),
  },
  {
    name: "lint",
    fast: true,
    run: () =>
      commands([
        bin("eslint", "bin", "eslint.js"),
        ".",
        "--max-warnings=0",
        "--cache",
        "--cache-location",
        `${cache}/eslint`,
      ]),
  },
  {
    name: "formatting",
    fast: true,
    run: () =>
      commands([
        bin("prettier", "bin", "prettier.cjs"),
        ".",
        "--check",
        "--cache",
        "--cache-location",
        `${cache}/prettier`,
      ]),
  },
  { name: "walls", fast: true, run: () => vitest("walls") },
  { name: "unit and property", fast: true, run: () => vitest("unit") },
  { name: "database", fast: false, run: () => vitest("database") },
  {
    name: "build",
    fast: false,
    async run() {
      await buildIfNeeded();
      return { passed: 1, failed: 0, skipped: 0, output: "" };
    },
  },
  {
    name: "faults",
    fast: false,
    run: () => commands(["--import", "tsx", "bench/faults.ts", "--kills=4", "--writers=6", "--followers=3"]),
  },
  { name: "browser", fast: false, run: browser },
];

/** Node programs one after the other, as one test: passed when all of them end with 0. */
async function commands(...all: string[][]): Promise<Outcome> {
  let output = "";
  for (const command of all) {
    const result = await runNode(command);
    output += result.output;
    if (result.code !== 0) return { passed: 0, failed: 1, skipped: 0, output };
  }
  return { passed: 1, failed: 0, skipped: 0, output };
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

async function vitest(project: string): Promise<Outcome> {
  const file = path.join(cache, `${project}.json`);
  await forget(file);
  const { code, output } = await runNode([
    bin("vitest", "vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = VitestReport.safeParse(await readJson(file));
  if (!report.success) return { passed: 0, failed: 1, skipped: 0, output };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data;
  // A file that could not even be loaded has no tests to count.
  const broken = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return honest(code, {
    passed: numPassedTests,
    failed: numFailedTests + broken,
    skipped: numPendingTests + numTodoTests,
    output,
  });
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** The production build, served by the real start on data of its own, driven by Chromium. */
async function browser(): Promise<Outcome> {
  const file = path.resolve(cache, "browser.json");
  const dataDir = await mkdtemp(path.join(tmpdir(), "galley-e2e-"));
  try {
    await forget(file);
    const env = {
      CHROMIUM_PATH: ensureChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      GALLEY_DATA: dataDir,
      PORT: String(await freePort()),
    };
    const args = [bin("@playwright/test", "cli.js"), "test", "--reporter=list,json"];
    const { code, output } = await runNode(args, { env });
    const report = PlaywrightReport.safeParse(await readJson(file));
    if (!report.success) return { passed: 0, failed: 1, skipped: 0, output };
    const { stats, errors } = report.data;
    return honest(code, {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
      output,
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** No tests at all, or a bad end without a failed test, is a failure too. */
function honest(code: number, outcome: Outcome): Outcome {
  if (outcome.failed > 0) return outcome;
  return code !== 0 || outcome.passed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/** Removes the report of an earlier run, so that it cannot be taken for this one's. */
async function forget(report: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await rm(report, { force: true });
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "null");
  return JSON.parse(text);
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
