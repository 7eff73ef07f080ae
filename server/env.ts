import { z } from "zod";

/**
 * Every variable that Galley reads, in one schema; `.env.example` explains them for people. On the
 * embedded database none is needed. Empty counts as unset, as compose files write it.
 */

/** Values that stand in examples and tutorials; a secret that is published is none. */
const knownSecrets =
  /change.?me|replace.?me|your.?secret|example|secret.?secret|^(.)\1+$|^(0123456789|abcdefgh|password)/i;

const Secret = z
  .string()
  .min(32, "must have 32 characters or more; `openssl rand -base64 48` makes a good one")
  .refine(
    (value) => !knownSecrets.test(value),
    "is a known example; make one with `openssl rand -base64 48`",
  );

const Origin = z
  .url({ protocol: /^https?$/, error: "must be an address like https://galley.example.org" })
  .refine((value) => new URL(value).pathname === "/", "must be an address without a path")
  .transform((value) => new URL(value).origin);

const postgresAddress = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be an address like postgres://user:password@host:5432/database",
});

const number = (least: number, most: number) =>
  z.string().regex(/^\d+$/, "must be a whole number").transform(Number).pipe(z.number().min(least).max(most));

const Variables = z.object({
  DATABASE_URL: postgresAddress.optional(),
  /** PgBouncer in transaction mode, for the queries; what needs a session goes to DATABASE_URL. */
  DATABASE_POOLER_URL: postgresAddress.optional(),
  NEXTAUTH_SECRET: Secret.optional(),
  NEXTAUTH_URL: Origin.optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: number(0, 65_535).default(3000),
  /** How many processes serve, on the one port. */
  PROCESSES: number(1, 64).default(1),
  /** Where the work is done that nobody waits for: in a process of its own, in the one that starts Galley, or elsewhere. */
  WORKER: z.enum(["process", "inline", "none"]).default("process"),
  /** Takes the letters with what people have not read; without it none are written. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an address like smtps://user:password@mail.example.org" })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      "must be like Galley <galley@example.org>",
    )
    .optional(),
  GALLEY_DATA: z.string().default(".galley"),
  INIT_ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  INIT_ADMIN_PASSWORD: z.string().min(12, "must have 12 characters or more").max(200).optional(),
  /** How many proxies stand before the server: that many entries of X-Forwarded-For are believed. */
  TRUST_PROXY: number(0, 10).default(0),
  /** The most that a file attached to evidence may have, in megabytes. */
  EVIDENCE_FILE_MB: number(1, 1_000).default(25),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Names the cookies of this server among others on the same host name; set by the start. */
  GALLEY_INSTANCE: z
    .string()
    .regex(/^[0-9a-f]{8}$/, "is set by the start, not by hand")
    .default("00000000"),
  /** For the tests only. */
  TEST_DATABASE_URL: postgresAddress.optional(),
  CHROMIUM_PATH: z.string().optional(),
});

const Rules = Variables.superRefine((env, context) => {
  const need = (name: keyof typeof env, why: string) => {
    if (env[name] === undefined)
      context.addIssue({ code: "custom", path: [name], message: `is needed ${why}` });
  };
  if (env.DATABASE_URL !== undefined) {
    need("NEXTAUTH_SECRET", "with DATABASE_URL: the same secret in every process, kept across restarts");
    need("NEXTAUTH_URL", "with DATABASE_URL: the address at which people open Galley");
  } else if (!isLoopback(env.HOST)) {
    need("NEXTAUTH_URL", "with a HOST that others can reach: the address at which they open Galley");
  }
  if (env.DATABASE_POOLER_URL !== undefined)
    need("DATABASE_URL", "with DATABASE_POOLER_URL: the same database without the pooler");
  if (env.SMTP_URL !== undefined) need("MAIL_FROM", "with SMTP_URL: whom letters are from");
  if (env.MAIL_FROM !== undefined) need("SMTP_URL", "with MAIL_FROM: the server that takes the letters");
  if (env.INIT_ADMIN_EMAIL !== undefined) need("INIT_ADMIN_PASSWORD", "with INIT_ADMIN_EMAIL");
  if (env.INIT_ADMIN_PASSWORD !== undefined) need("INIT_ADMIN_EMAIL", "with INIT_ADMIN_PASSWORD");
});

export type Env = z.infer<typeof Variables>;

/** The names of all variables, for the tests that hold the documentation to them. */
export const variableNames: readonly string[] = Object.keys(Variables.shape);

/**
 * @param source usually process.env
 * @throws an Error whose message names each wrong variable and says how to mend it, without its value
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Rules.safeParse(set);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join(".")} ${message}`);
  throw new Error(`The settings (environment or .env) need mending:\n${lines.join("\n")}`);
}

let known: Env | undefined;

/** The settings of this process, read once at first use. */
export function env(): Env {
  return (known ??= readEnv(process.env));
}

/** Whether only this machine can reach a server that is bound to `host`. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
