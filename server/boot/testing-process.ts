/** A serving process that answers with its number, for tests of several. Not for use outside of tests. */
import { createServer } from "node:http";

import { leave, STOP, type Told } from "./processes";

const server = createServer((_, response) => response.end(String(process.pid)));
server.listen({ host: "127.0.0.1", port: Number(process.env.PORT) }, () => {
  process.send?.({ kind: "serving" } satisfies Told);
});
process.on("message", (message) => {
  if (message === STOP) server.close(leave);
});
