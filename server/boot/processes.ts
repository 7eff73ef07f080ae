import type { ChildProcess } from "node:child_process";
import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { z } from "zod";

/** What a serving process tells the one that started it. */
export const Told = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("serving") }),
  z.object({ kind: z.literal("failed"), sentence: z.string() }),
]);
export type Told = z.infer<typeof Told>;

/** What the one that started it says to a serving process: take nothing new, end what runs, then `leave`. */
export const STOP = "stop";

/**
 * Ends a serving process that takes nothing new any more. Not before the first one knows: a connection that it is just
 * handing over would be lost.
 */
export function leave(): void {
  process.once("disconnect", () => process.exit());
  cluster.worker?.disconnect();
}

/** Ends this process with the one that started it, also where that was killed before anybody here could hear of it. */
export function endWithFirst(): void {
  if (!process.connected) process.exit();
  process.once("disconnect", () => process.exit());
}

/** A process that has not ended so long after it was told to is ended, in milliseconds. */
const STOPS_WITHIN = 15_000;
/** One that ends is replaced, but no sooner than so long after it was started, in milliseconds. */
export const RETRY_AFTER = 2_000;

export interface Processes {
  /** Replaces one process after the other; each ends only once its successor serves. Calls meanwhile join the first. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Runs a file in so many processes that share a port: whoever connects is given to one of them. A process that ends
 * by itself is replaced.
 * @param file says `Told` when it serves, and ends by `leave` when it hears `STOP`
 * @throws Error when a process cannot serve, in words for the person at the terminal
 */
export async function startProcesses(file: string, count: number): Promise<Processes> {
  cluster.setupPrimary({ exec: file, args: [], execArgv: ["--import", "tsx"] });
  const serving = new Set<Worker>();
  let isClosing = false;
  let restarting: Promise<void> | null = null;

  const begin = async (): Promise<Worker> => {
    const startedAt = performance.now();
    const worker = cluster.fork();
    const sentence = await answerOf(worker);
    if (sentence !== null) throw new Error(sentence);
    serving.add(worker);
    worker.once("exit", () => {
      if (!serving.delete(worker) || isClosing) return;
      const wait = Math.max(0, RETRY_AFTER - (performance.now() - startedAt));
      setTimeout(() => void replace(), wait);
    });
    return worker;
  };
  const replace = async (): Promise<void> => {
    if (isClosing) return;
    try {
      await begin();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      setTimeout(() => void replace(), RETRY_AFTER);
    }
  };
  const restart = async () => {
    for (const old of [...serving]) {
      if (isClosing) return;
      await begin().catch((error: unknown) => {
        // One that was told to end before it served.
        if (!isClosing) throw error;
      });
      serving.delete(old);
      await stopProcess(old.process);
    }
  };
  const close = async () => {
    isClosing = true;
    const all = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(all.map(({ process: child }) => stopProcess(child)));
  };
  try {
    // The first one alone: what is wrong with all of them is said once.
    await begin();
    await Promise.all(Array.from({ length: count - 1 }, begin));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    restart: () => (restarting ??= restart().finally(() => (restarting = null))),
    close,
  };
}

/** Waits until a process serves. @returns null, or why it cannot */
async function answerOf(worker: Worker): Promise<string | null> {
  return new Promise((resolve) => {
    worker.once("message", (message: unknown) => {
      const told = Told.parse(message);
      resolve(told.kind === "failed" ? told.sentence : null);
    });
    worker.once("exit", (code) => resolve(`A serving process ended with code ${code} before it served.`));
  });
}

const stopping = new WeakMap<ChildProcess, Promise<void>>();

/** Has a process that listens for `STOP` end in good order; asked again, it waits for the same end. */
export function stopProcess(child: ChildProcess): Promise<void> {
  const known = stopping.get(child);
  if (known) return known;
  const ended = endOf(child);
  stopping.set(child, ended);
  return ended;
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  if (child.connected) child.send(STOP);
  const late = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN);
  await ended;
  clearTimeout(late);
}
