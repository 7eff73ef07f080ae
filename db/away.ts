/**
 * How it shows that the database does not answer, as opposed to a query that is wrong: codes of the system,
 * of the driver, and SQLSTATE classes 08 (connection), 57P (shutting down, starting), 53300 (too many clients).
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const AWAY =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|ENOENT|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|CONNECTION_(?:CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|08...|57P0.|53300)$/;

/** The code by which the error, or one that caused it, says that the database is away and may come back; else null. */
export function awayCode(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if ("code" in at && typeof at.code === "string" && AWAY.test(at.code)) return at.code;
    const among = at instanceof AggregateError ? at.errors.map(awayCode).find((code) => code !== null) : null;
    if (among) return among;
  }
  return null;
}
