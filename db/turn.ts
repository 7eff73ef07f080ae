import postgres from "postgres";

const turnLock = 7_411_004;

/**
 * Waits until no other start of Galley on this database is under way, and holds that place. Postgres
 * keeps it, so a start that is killed holds up nobody.
 *
 * @param onWait called once if another start has the turn
 * @returns gives the turn to the next
 */
export async function takeTurn(url: string, onWait: () => void): Promise<() => Promise<void>> {
  const sql = postgres(url, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => undefined });
  try {
    const [answer] = await sql<{ free: boolean }[]>`select pg_try_advisory_lock(${turnLock}) as free`;
    if (!answer?.free) {
      onWait();
      await sql`select pg_advisory_lock(${turnLock})`;
    }
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  return () => sql.end({ timeout: 1 });
}
