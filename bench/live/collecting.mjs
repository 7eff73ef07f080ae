/**
 * Loaded into each process of a server that is measured. Whoever connects to its socket has its garbage collected, and
 * is told what memory it holds after that, in bytes.
 */
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

/** What is collected is given back to the system a little later, in milliseconds. */
const GIVEN_BACK_WITHIN = 200;

const folder = process.env.GALLEY_BENCH_SOCKETS;
if (isMainThread && folder) {
  setFlagsFromString("--expose-gc");
  // What is compiled is to stay, or each collection would slow down what is measured after it.
  setFlagsFromString("--no-flush-bytecode");
  const collect = runInNewContext("gc");
  const answer = async (socket) => {
    collect();
    await pause(GIVEN_BACK_WITHIN);
    // What the first left to be finalised.
    collect();
    await pause(GIVEN_BACK_WITHIN);
    socket.end(String(process.memoryUsage.rss()));
  };
  const file = path.join(folder, `${process.pid}.sock`);
  createServer((socket) => void answer(socket))
    .listen(file)
    .unref();
  process.once("exit", () => rmSync(file, { force: true }));
}
