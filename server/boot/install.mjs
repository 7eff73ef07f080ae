/** What must hold before anything of the project can run: a Node new enough, and the packages of the lock. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { say, step } from "./progress.mjs";

const oldestNode = [20, 19];

/**
 * @param {string} version as process.versions.node
 * @returns {string | undefined} what is wrong with it, as a sentence
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Galley needs Node ${oldestNode.join(".")} or newer; this is ${version}. Get it from https://nodejs.org and start again.`;
}

/**
 * Compares what npm says it installed (its hidden lock in node_modules) with package-lock.json.
 *
 * @param {string} lock text of package-lock.json
 * @param {string | undefined} hidden text of node_modules/.package-lock.json
 * @returns {string | undefined} the first difference, as a sentence
 */
export function installProblem(lock, hidden) {
  if (hidden === undefined) return "The packages are not installed.";
  const wanted = JSON.parse(lock).packages;
  const installed = JSON.parse(hidden).packages;
  for (const [place, { version }] of Object.entries(installed)) {
    if (wanted[place]?.version !== version) return `${place} is installed, and the lock has another or none.`;
  }
  for (const [place, entry] of Object.entries(wanted)) {
    const needed = place !== "" && !entry.optional && !entry.devOptional && !entry.peer;
    if (needed && !installed[place]) return `${place} is in the lock and not installed.`;
  }
  return undefined;
}

/** The present state of this project's folder, by `installProblem`. */
export function presentInstallProblem() {
  return installProblem(
    readFileSync("package-lock.json", "utf8"),
    readIfThere("node_modules/.package-lock.json"),
  );
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Runs `npm ci` when the installed packages are not those of the lock. */
export async function ensureInstalled() {
  const problem = presentInstallProblem();
  if (problem === undefined) return;
  say(`  ${problem} Installing; the first time this takes a minute.`);
  await step("Packages (npm ci)", () => {
    // With NODE_ENV=production npm would leave out what the build needs.
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
    const { status, signal, stdout, stderr, error } = spawnSync(npm, args, {
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (error) throw error;
    if (signal) process.exit(130);
    if (status !== 0) throw new Error(`npm ci failed; its output:\n\n${stdout}${stderr}`);
  });
}
