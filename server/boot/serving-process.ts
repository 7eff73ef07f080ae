/**
 * One of several serving processes. The one that started it has prepared everything and owns the terminal's signals;
 * they share the port.
 */
import { env } from "~/server/env";
import { leave, STOP, type Told } from "./processes";
import { serve } from "./serve";

const tell = (told: Told) => process.send?.(told);
// Ctrl-C reaches every process of the terminal; this one is told by the first when its time has come.
process.on("SIGINT", () => undefined);
let stop = leave;
process.on("message", (message) => {
  if (message === STOP) stop();
});

try {
  const { HOST, PORT, TRUST_PROXY } = env();
  const options = { development: false, host: HOST, port: PORT, trustedProxies: TRUST_PROXY };
  const serving = await serve({ ...options, furtherPorts: 0, onPort: () => undefined });
  stop = () => void serving.close().finally(leave);
  tell({ kind: "serving" });
} catch (error) {
  tell({ kind: "failed", sentence: error instanceof Error ? error.message : String(error) });
}
