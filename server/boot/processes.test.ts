import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";

const SERVER = path.join(import.meta.dirname, "testing-process.ts");
const Line = z.object({ port: z.number() });
const Ended = z.object({ done: z.literal("close") });

/** A program that serves by three processes and does what it is told over its channel. */
async function program(count: number): Promise<{ child: ChildProcess; port: number }> {
  const script = `
    import { startProcesses } from "~/server/boot/processes";
    import { freePort } from "~/server/boot/serve";
    const port = await freePort({ host: "127.0.0.1", port: 0, furtherPorts: 0 });
    process.env.PORT = String(port);
    const processes = await startProcesses(${JSON.stringify(SERVER)}, ${count});
    process.on("message", async (told) => {
      await processes[told]();
      if (process.connected) process.send({ done: told });
      if (told === "close") process.disconnect();
    });
    process.send({ port });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const { port } = Line.parse(await said(child));
  return { child, port };
}

const said = (child: ChildProcess) => new Promise<unknown>((resolve) => child.once("message", resolve));

/** Whether a promise is kept by now. */
function watched(promise: Promise<unknown>): () => boolean {
  let isKept = false;
  void promise.then(() => (isKept = true));
  return () => isKept;
}

/** The process that answers a request of its own connection. */
async function answering(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { connection: "close" },
    signal: AbortSignal.timeout(5_000),
  });
  expect(answer.status).toBe(200);
  return Number(await answer.text());
}

async function allOf(port: number, count: number): Promise<Set<number>> {
  const pids = new Set<number>();
  while (pids.size < count) pids.add(await answering(port));
  return pids;
}

it("serves one port by several processes, and replaces one that is killed", { timeout: 30_000 }, async () => {
  const { port } = await program(3);
  const before = await allOf(port, 3);
  const [killed = 0] = before;
  process.kill(killed, "SIGKILL");
  const after = new Set(before);
  while (after.size < 4) {
    const pid = await answering(port).catch(() => null);
    if (pid !== null) after.add(pid);
  }
  expect(await allOf(port, 3)).not.toContain(killed);
});

it(
  "restarts them in turn without refusing a request, then ends in good order",
  { timeout: 30_000 },
  async () => {
    const { child, port } = await program(2);
    const before = await allOf(port, 2);
    const restarted = said(child);
    child.send("restart");
    const isOver = watched(restarted);
    const answered: number[] = [];
    const ask = async (): Promise<void> => {
      answered.push(await answering(port));
      if (!isOver()) await ask();
    };
    await ask();
    expect(new Set(answered).size).toBeGreaterThan(2);
    const after = await allOf(port, 2);
    // A restart that is still under way does not keep it from ending.
    child.send("restart");
    expect([...after].filter((pid) => before.has(pid))).toEqual([]);
    const closed = new Promise((resolve) => {
      child.on("message", (message) => Ended.safeParse(message).success && resolve(null));
    });
    const exit = new Promise((resolve) => child.once("exit", resolve));
    child.send("close");
    await closed;
    expect(await exit).toBe(0);
  },
);
