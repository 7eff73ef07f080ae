import { customType, timestamp } from "drizzle-orm/pg-core";

/** A moment in UTC. Galley writes whole milliseconds, so that a log's hash can be made again from it. */
export const moment = () => timestamp({ withTimezone: true, mode: "date" });

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
