import { randomBytes } from "node:crypto";
import pino from "pino";

/** The server's own log: who did what and what went wrong; never passwords, tokens or articles' words. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  formatters: { level: (label) => ({ level: label }) },
  timestamp: pino.stdTimeFunctions.isoTime,
});

/** Logs a bug with its cause. @returns the code under which it is found, for people to quote */
export function reportBug(error: unknown, where: Record<string, unknown> = {}): string {
  const code = randomBytes(4).toString("hex");
  log.error({ code, err: error, ...where }, "bug");
  return code;
}
