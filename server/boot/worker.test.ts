import { fork } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";

import { readEnv } from "~/server/env";
import { keepProcess, startWorkerAs } from "./worker";

const LONG = { timeout: 20_000, interval: 50 };

it("keeps a process: another one when it is killed, none any more when it is stopped", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "galley-kept-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, "told");
  vi.stubEnv("KEPT_FILE", file);
  onTestFinished(() => void vi.unstubAllEnvs());
  const told = async () => (await readFile(file, "utf8").catch(() => "")).split("\n").filter(Boolean);
  const kept = keepProcess(path.join(import.meta.dirname, "testing-kept.ts"));
  await vi.waitFor(async () => expect(await told()).toHaveLength(1), LONG);
  const [first] = await told();
  process.kill(Number(first), "SIGKILL");
  await vi.waitFor(async () => expect(await told()).toHaveLength(2), LONG);
  const [, second] = await told();
  expect(second).not.toBe(first);
  await kept.stop();
  expect(await told()).toEqual([first, second, "stopped"]);
  expect(() => process.kill(Number(second), 0)).toThrow("ESRCH");
}, 60_000);

it("ends a process with the one that started it, also where that was gone before it could hear of it", async () => {
  const child = fork(path.join(import.meta.dirname, "testing-kept.ts"), [], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, KEPT_FILE: "/dev/null" },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  child.disconnect();
  await vi.waitFor(() => expect(child.exitCode).toBe(0), LONG);
}, 60_000);

it("starts no worker where there shall be none", async () => {
  expect(await startWorkerAs(readEnv({ WORKER: "none" }))).toBeNull();
});
