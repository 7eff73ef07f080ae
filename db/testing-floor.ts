import { sql } from "drizzle-orm";

import { connect, listenTo } from "./client";

/** Of about the size of an event. */
const BODY = "x".repeat(600);
const CHANNEL = "galley_floor";

/**
 * What no live feed on Postgres can be faster than: a row is inserted, somebody is notified of it and hears it. For the
 * benchmarks.
 */
export interface Floor {
  /** Writes once. @returns when it was heard */
  readonly write: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openFloor(url: string): Promise<Floor> {
  const { db, close } = connect(url, { max: 1 });
  await db.execute(
    sql`create table if not exists bench_floor (id bigserial primary key, body text not null)`,
  );
  const waiting = new Map<string, () => void>();
  const unlisten = await listenTo(db, CHANNEL, { heard: (payload) => waiting.get(payload)?.() });
  let count = 0;
  return {
    async write() {
      const n = String((count += 1));
      const heard = new Promise<void>((resolve) => waiting.set(n, resolve));
      await db.execute(sql`insert into bench_floor (body) values (${BODY})`);
      await db.execute(sql`select pg_notify(${CHANNEL}, ${n})`);
      await heard;
      waiting.delete(n);
    },
    async close() {
      await unlisten();
      await close();
    },
  };
}
