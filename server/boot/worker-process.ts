/** The worker in a process of its own. The one that started it owns the terminal's signals and says when to end. */
import { env } from "~/server/env";
import { startWorker, workerSettings } from "~/server/jobs/worker";
import { log } from "~/server/log";
import { endWithFirst, STOP } from "./processes";

const starting = startWorker(workerSettings(env()));
starting.catch((error: unknown) => {
  log.error({ err: error }, "the worker did not start; it is started again");
  process.exit(1);
});

const stop = () => void starting.then((worker) => worker.stop()).finally(() => process.exit());
process.on("message", (message) => {
  if (message === STOP) stop();
});
// Where all processes of a service are told to end at once, it ends as well as by the first one's word.
process.once("SIGTERM", stop);
process.on("SIGINT", () => undefined);
endWithFirst();
