import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import { QCU_1 } from "~/core/qcu";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const { packages } = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const installed = Object.entries(packages).filter(([place]) => place !== "");
const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** Whether a version is at least another; both as major.minor.patch. */
function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((each) => each.split(/[.-]/).slice(0, 3).map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (have?.[place] ?? 0) - (want?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe("the lock", () => {
  /** Below these, published faults are open (SECURITY 28). */
  it.each([
    ["next", "16.3.8"],
    ["next-auth", "4.24.15"],
    ["@trpc/server", "11.8.0"],
    ["superjson", "2.2.0"],
    ["drizzle-orm", "0.45.2"],
    ["mammoth", "1.11.0"],
    ["@xmldom/xmldom", "0.8.15"],
    ["nodemailer", "9.0.1"],
  ])("holds %s at %s or newer, wherever it is used", (name, floor) => {
    const versions = installed
      .filter(([place]) => nameOf(place) === name)
      .map(([, { version = "0" }]) => version);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it("has the hash of every package, and no registry's address", () => {
    expect(installed.filter(([, entry]) => !entry.integrity && !entry.link).map(([place]) => place)).toEqual(
      [],
    );
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
  });

  it("has an entry for every optional package, so that npm ci works on every platform", () => {
    const known = new Set(installed.map(([place]) => nameOf(place)));
    const named = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("package.json", () => {
  it("pins every dependency exactly", () => {
    const Dependencies = z.record(z.string(), z.string()).default({});
    const manifest = z
      .object({
        dependencies: Dependencies,
        devDependencies: Dependencies,
        optionalDependencies: Dependencies,
      })
      .parse(JSON.parse(readFileSync("package.json", "utf8")));
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });
});

describe("the tree", () => {
  const rooms = ["app", "bench", "core", "db", "deploy", "e2e", "scripts", "server"].filter((room) =>
    existsSync(room),
  );
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .map((entry) => path.posix.join(entry.parentPath, entry.name))
      .filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !file.includes("/fixtures/")),
  );
  // This file and its neighbour name what they look for.
  const holding = (pattern: RegExp) =>
    files.filter((file) => !file.endsWith(".walls.test.ts") && pattern.test(readFileSync(file, "utf8")));

  const isProduct = (file: string) => !/test(ing)?\b/.test(path.basename(file));

  it("has no file over 400 lines", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => readFileSync(file, "utf8").split("\n").length > 401)).toEqual([]);
  });

  it("switches no rule off", () => {
    expect(holding(/eslint-disable|@ts-(ignore|expect-error|nocheck)|dangerouslySetInnerHTML/)).toEqual([]);
  });

  it("writes no SQL from loose strings", () => {
    // The queue of jobs brings SQL of its own, as text with parameters; nobody else may.
    expect(holding(/\bsql\.raw\b|\.unsafe\(/)).toEqual(["db/jobs.ts"]);
  });

  it("changes articles in one way: rows.ts alone writes their tables, execute.ts alone calls it", () => {
    const product = (pattern: RegExp) => holding(pattern).filter(isProduct);
    const writes = /\.(insert|update|delete)\((articles|tags|revisions|shares|evidenceUses)\)/;
    expect(product(writes)).toEqual(["db/rows.ts"]);
    expect(product(/\bsaveChanges\b/).sort()).toEqual(["db/rows.ts", "server/execute.ts"]);
  });

  it("lets the scheme drive the screens: none knows a tag type or a grade by name", () => {
    const names = [...QCU_1.types, ...QCU_1.grades].map(({ name }) => name).join("|");
    const named = holding(new RegExp(`["'\`](${names})["'\`]`));
    expect(named).toContain("core/qcu.ts");
    expect(named.filter((file) => file.startsWith("app/") && isProduct(file))).toEqual([]);
  });

  it("says of every request whose page it comes from: none makes the page's headers by itself", () => {
    const made = holding(/["'\`]x-galley["'\`]|\bPAGE_OF\b/).filter((file) => file.startsWith("app/"));
    expect(made).toEqual(["app/_lib/own-headers.ts"]);
  });

  it("skips no test, and waits for no clock in the browser", () => {
    expect(holding(/\b(it|test|describe)\.(skip|only|todo|fixme)\b|waitForTimeout/)).toEqual([]);
  });

  it("has file names in kebab-case", () => {
    const names = files.map((file) => path.basename(file));
    expect(names.filter((name) => !/^[a-z0-9[\].-]+$/.test(name))).toEqual([]);
  });
});
