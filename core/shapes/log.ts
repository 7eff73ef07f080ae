import { z } from "zod";

import { CommandId, LogId, UserId } from "./ids";
import { Role } from "./policy";
import { EVENT_VERSION } from "~/core/log";

/** What every entry of every log keeps, as it is stored. */

export const Envelope = z.strictObject({
  log: LogId,
  /** 1, 2, 3 … without a gap, in the order of commits. */
  seq: z.number().int().positive(),
  version: z.literal(EVENT_VERSION),
  /** Milliseconds since 1970. */
  at: z.number().int(),
  actor: UserId,
  /** The role by which the actor could do it. */
  role: Role,
  /** SHA-256 of the revision that stood when it happened; null before the first, and in a newsroom's log. */
  revision: z.string().nullable(),
  command: CommandId,
  /** The number of the event that this one takes back. */
  undoes: z.number().int().positive().nullable(),
});
export type Envelope = z.infer<typeof Envelope>;

/** The schema of one kind of event: its name and its body. */
export function fact<const Type extends string, Shape extends z.ZodRawShape>(type: Type, body: Shape) {
  return z.strictObject({ type: z.literal(type), body: z.strictObject(body) });
}
