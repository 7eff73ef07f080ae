import { randomBytes } from "node:crypto";
import pino from "pino";

import { loggableError } from "~/db/errors";

/** The server's own log: who did what and what went wrong; never passwords, tokens or articles' words. */
export const log = logTo();

/** @param destination standard output when left out */
export function logTo(destination?: pino.DestinationStream): pino.Logger {
  const options = {
    level: process.env.LOG_LEVEL ?? "info",
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: loggableError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Logs a bug with its cause. @returns the code under which it is found, for people to quote */
export function reportBug(error: unknown, where: Record<string, unknown> = {}): string {
  const code = randomBytes(4).toString("hex");
  log.error({ code, err: error, ...where }, "bug");
  return code;
}

/**
 * Stands in for a bug that was logged: it may be thrown on, since it holds nothing but the code. Next shows
 * `digest` on its error page.
 */
export class ReportedBug extends Error {
  override readonly name = "ReportedBug";

  constructor(readonly digest: string) {
    super(`Something went wrong here. Nothing was changed by it. Quote ${digest} if you ask for help.`);
  }
}
