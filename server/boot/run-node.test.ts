import { expect, it, onTestFinished } from "vitest";

import { runNode } from "./run-node";

it("gives a program's exit code and all that it printed, to either side", async () => {
  const script = `console.log("out".repeat(100_000)); console.error("err"); process.exitCode = 3;`;
  const { code, output } = await runNode(["-e", script]);
  expect(code).toBe(3);
  expect(output).toHaveLength(300_005);
  expect(output).toContain("err");
});

it("does not wait for what a program left running, and calls that a bad end", async () => {
  const script = `
    const { spawn } = require("node:child_process");
    const left = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"], { stdio: "inherit", detached: true });
    console.log("left", left.pid);
    left.unref();`;
  const { code, output } = await runNode(["-e", script], { readOn: 200 });
  const left = Number(/left (\d+)/.exec(output)?.[1]);
  onTestFinished(() => void process.kill(left, "SIGKILL"));
  expect([code, output]).toEqual([1, expect.stringContaining("still runs")]);
});
