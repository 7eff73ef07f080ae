/** A kept process that tells its number and waits to be stopped, for tests. Not for use outside of tests. */
import { appendFileSync } from "node:fs";

import { endWithFirst, STOP } from "./processes";

const tell = (line: string) => appendFileSync(process.env.KEPT_FILE ?? "", `${line}\n`);
endWithFirst();
// As the worker has.
setInterval(() => undefined, 60_000);
process.on("message", (message) => {
  if (message !== STOP) return;
  tell("stopped");
  process.exit();
});
tell(String(process.pid));
