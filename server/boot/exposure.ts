import type { Database } from "~/db/client";
import { demoAccountsExist } from "~/db/queries/users";
import { type Env, isLoopback } from "~/server/env";

/** Whether this server may have accounts whose password everybody knows: only if nobody else can reach it. */
export function mayHaveDemo(env: Env): boolean {
  return env.DATABASE_URL === undefined && isLoopback(env.HOST);
}

/**
 * SECURITY 26.
 *
 * @throws in words for the person at the terminal when demo accounts would be within others' reach
 */
export async function refuseDemoInReach(db: Database, env: Env): Promise<void> {
  if (mayHaveDemo(env) || !(await demoAccountsExist(db))) return;
  const why =
    env.DATABASE_URL === undefined ? `HOST is ${env.HOST}, which others can reach` : "DATABASE_URL is set";
  throw new Error(
    `Galley does not start: ${why}, and this database has the demo accounts, whose passwords everybody knows. ` +
      "Nothing was changed. Use a database without the demo newsroom (npm run db:reset empties the embedded one), " +
      "or leave both unset to try Galley on this machine alone.",
  );
}
