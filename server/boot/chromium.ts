import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that starts: the one that CHROMIUM_PATH names, else the system's, else Playwright's own. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  // Playwright takes a whole path, not the name of a command.
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const commands = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const candidates = given ? [given] : [...commands, ...places, chromium.executablePath()].filter(existsSync);
  return candidates.find((command) => succeeds(command, ["--version"]));
}

/**
 * The same, installed if there is none: by apt for root on Debian and its kin, else by Playwright.
 *
 * @throws in words for the person at the terminal when that fails
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH)
    throw new Error(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and that does not start.`);
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    succeeds("apt-get", ["update"]);
    succeeds("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  } else {
    succeeds(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    "The browser tests need Chromium, and installing it failed. " +
      "Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.",
  );
}

function succeeds(command: string, args: string[]): boolean {
  return (
    spawnSync(command, args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
      .status === 0
  );
}
