import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { access, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { compressFiles } from "./compress";
import { refuseWhileServing } from "./serving";

/** What the production build is made of; a folder here is read through. */
export const sources = [
  "app",
  "core",
  "db",
  "public",
  "server",
  "instrumentation-client.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
];
/** Where the build lies; a server reads from it as long as it runs. */
export const buildDir = ".next";
const stampFile = path.join(buildDir, "galley-sources");

/** Whether the folder holds a finished build of the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  const [stamp, now] = await Promise.all([readFile(stampFile, "utf8").catch(() => ""), fingerprint(".")]);
  if (stamp !== now) return false;
  return access(path.join(buildDir, "BUILD_ID")).then(
    () => true,
    () => false,
  );
}

/**
 * Builds if the sources are not those of the build.
 *
 * @returns what was done, in a few words
 * @throws while a server runs from the former build; with the whole output of the build when it fails
 */
export async function buildIfNeeded(): Promise<string> {
  if (await isBuilt()) return "up to date";
  await refuseWhileServing(buildDir);
  await build();
  return "built";
}

/** Builds for production. */
async function build(): Promise<void> {
  const before = await fingerprint(".");
  const next = path.join("node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const stop = () => child.kill();
  process.once("exit", stop);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  process.off("exit", stop);
  if (code !== 0) throw new Error(`The build failed; its output:\n\n${output}`);
  await compressFiles(path.join(buildDir, "static"));
  await writeFile(stampFile, before);
}

/**
 * One hash over the names and contents of everything the build reads: unlike times of change it is the
 * same after a clone, a checkout and a touch. Tests are left out.
 *
 * @param root the project's folder
 */
export async function fingerprint(root: string): Promise<string> {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  for (const source of sources) {
    for (const file of await filesIn(root, source)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(path.join(root, file)))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

async function filesIn(root: string, source: string): Promise<string[]> {
  const entries = await readdir(path.join(root, source), { withFileTypes: true }).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return undefined;
    if (code === "ENOTDIR") return "file" as const;
    throw error;
  });
  if (entries === undefined) return [];
  if (entries === "file") return [source];
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.posix.join(source, entry.name);
    if (entry.isDirectory()) files.push(...(await filesIn(root, name)));
    else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) files.push(name);
  }
  return files;
}
