/**
 * One of several serving processes. The one that started it has prepared everything and owns the terminal's signals;
 * they share the port.
 */
import { env } from "~/server/env";
import type { Told } from "./processes";
import { serve } from "./serve";

const tell = (told: Told) => process.send?.(told);
// Ctrl-C reaches every process of the terminal; this one is told by the first when its time has come.
process.on("SIGINT", () => undefined);

try {
  const { HOST, PORT, TRUST_PROXY } = env();
  const options = { development: false, host: HOST, port: PORT, trustedProxies: TRUST_PROXY };
  const serving = await serve({ ...options, furtherPorts: 0, onPort: () => undefined });
  const leave = () => void serving.close().finally(() => process.exit());
  process.once("disconnect", leave);
  tell({ kind: "serving" });
} catch (error) {
  tell({ kind: "failed", sentence: error instanceof Error ? error.message : String(error) });
}
