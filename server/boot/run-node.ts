import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** A program that has ended is read for so long at most, in milliseconds. */
const READ_ON = 10_000;

interface Running {
  readonly env?: Record<string, string>;
  /** Of the output, after the end; in milliseconds. */
  readonly readOn?: number;
}

/**
 * Runs a Node program to its end. Whatever it started and left running has its output open: that is not waited for, and
 * a bad end.
 * @returns its exit code, 1 where something of it still runs; and everything that was printed
 */
export async function runNode(
  args: readonly string[],
  { env = {}, readOn = READ_ON }: Running = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const stop = () => child.kill();
  process.once("exit", stop);
  const closed = once(child, "close").then(() => true);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("exit", resolve),
  );
  process.off("exit", stop);
  if (await Promise.race([closed, pause(readOn, false, { ref: false })])) return { code: code ?? 1, output };
  child.stdout.destroy();
  child.stderr.destroy();
  return { code: 1, output: `${output}\nIt ended, and something that it started still runs.\n` };
}
