/**
 * What the database's errors tell, and what of them may be told on. Their messages hold what was being
 * written: Drizzle's the SQL with its parameters, Postgres's the row that failed.
 */

/**
 * How it shows that the database does not answer, as opposed to a query that is wrong: codes of the system,
 * of the driver, and SQLSTATE classes 08 (connection), 57P (shutting down, starting), 53300 (too many clients).
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const AWAY =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOTFOUND|ENOENT|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|CONNECTION_(?:CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT|08...|57P0.|53300)$/;

/** The code by which the error, or one that caused it, says that the database is away and may come back; else null. */
export function awayCode(error: unknown): string | null {
  for (const at of chainOf(error)) {
    if ("code" in at && typeof at.code === "string" && AWAY.test(at.code)) return at.code;
    const among = at instanceof AggregateError ? at.errors.map(awayCode).find((code) => code !== null) : null;
    if (among) return among;
  }
  return null;
}

/** An error as the log may hold it. Of a failed query, what failed and where, without any message or value. */
export interface LoggableError {
  readonly type: string;
  readonly message?: string;
  /** The lines of the stack below the message. */
  readonly at: string;
  readonly code?: string;
  /** What of the database it is about, by names from the schema. */
  readonly about?: Readonly<Record<string, string>>;
  /** The SQL with placeholders, cut to 500 characters. */
  readonly query?: string;
  readonly cause?: LoggableError;
}

/** Makes any error fit for the log: no parameters, no rows, no articles' words, no passwords. */
export function loggableError(error: unknown): LoggableError {
  const chain = chainOf(error);
  // A wrapper repeats the message of what it wraps, so that one failed query silences all of them.
  const silent = chain.some(isOfDatabase);
  return (
    chain.reduceRight<LoggableError | undefined>(
      (cause, each) => describe(each, silent, cause),
      undefined,
    ) ?? {
      type: typeof error,
      at: "",
    }
  );
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < 8; at = at.cause) chain.push(at);
  return chain;
}

function isOfDatabase(error: Error): boolean {
  return ("query" in error && "params" in error) || "severity" in error;
}

function describe(error: Error, silent: boolean, cause: LoggableError | undefined): LoggableError {
  const about = ["constraint_name", "table_name", "column_name", "routine"].flatMap((name) => {
    const value = property(error, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const code = property(error, "code");
  const query = property(error, "query");
  return {
    type: error.name,
    ...(silent ? {} : { message: error.message }),
    at: framesOf(error),
    ...(code !== undefined && { code }),
    ...(about.length > 0 && { about: Object.fromEntries(about) }),
    ...(query !== undefined && { query: query.slice(0, 500) }),
    ...(cause && { cause }),
  };
}

function property(error: Error, name: string): string | undefined {
  const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}

/** The stack without the message before it; nothing where the two cannot be told apart. */
function framesOf({ stack = "", message }: Error): string {
  const start = stack.indexOf(message);
  return start < 0 ? "" : stack.slice(start + message.length).trim();
}
