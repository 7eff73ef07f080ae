import { fork } from "node:child_process";
import path from "node:path";

import type { Env } from "~/server/env";
import { startWorker, type Worker, workerSettings } from "~/server/jobs/worker";
import { log } from "~/server/log";
import { RETRY_AFTER, stopProcess } from "./processes";

const FILE = path.join(import.meta.dirname, "worker-process.ts");
/** One that ends over and over is started again no later than so long after, in milliseconds. */
const RETRY_WITHIN = 60_000;

/**
 * Starts the worker as the settings say: in a process of its own, inline, or not at all.
 * @param env as the start has completed it
 */
export async function startWorkerAs(env: Env): Promise<Worker | null> {
  if (env.WORKER === "none") return null;
  return env.WORKER === "inline" ? startWorker(workerSettings(env)) : keepProcess(FILE);
}

/**
 * Runs a file in a process, again whenever it ends: soon after the first time, then later each time, until one has run for
 * a minute.
 * @param file ends when it hears `STOP`
 */
export function keepProcess(file: string): Worker {
  let isStopping = false;
  let wait = RETRY_AFTER;
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    const startedAt = performance.now();
    const child = fork(file, [], { execArgv: ["--import", "tsx"] });
    const ended = () => {
      if (isStopping) return;
      if (performance.now() - startedAt > RETRY_WITHIN) wait = RETRY_AFTER;
      timer = setTimeout(() => (running = begin()), wait);
      wait = Math.min(2 * wait, RETRY_WITHIN);
    };
    // A process that could not even be made says so, and has no end.
    child.once("error", (error) => {
      log.error({ err: error }, "the worker's process");
      if (child.pid === undefined) ended();
    });
    child.once("exit", ended);
    return child;
  };
  let running = begin();
  return {
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      if (running.pid !== undefined) await stopProcess(running);
    },
  };
}
