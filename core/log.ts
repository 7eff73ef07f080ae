import { z } from "zod";

import { CommandId, LogId, UserId } from "./ids";
import { type Actor, Role } from "./policy";

/**
 * What every entry of every log keeps, whatever happened. An article has a log, and so has a newsroom.
 */

/** Every event body is of this version; a later one comes with a conversion from it. */
export const EVENT_VERSION = 1;

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

/** Who gives a command, when, and which it is. */
export interface Asking {
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly command: CommandId;
}

/** What is kept of a fact that the role let happen, at its place in the log. */
export function envelope(
  place: Pick<Envelope, "log" | "seq" | "revision">,
  role: Role,
  undoes: number | undefined,
  { actor, now, command }: Asking,
): Envelope {
  return {
    ...place,
    version: EVENT_VERSION,
    at: now,
    actor: actor.id,
    role,
    command,
    undoes: undoes ?? null,
  };
}

/** A fact as `decide` gives it: what happened, and what it takes back. */
export type Decided<Fact> = Fact & { undoes?: number };

/** The schema of one kind of event: its name and its body. */
export function fact<const Type extends string, Shape extends z.ZodRawShape>(type: Type, body: Shape) {
  return z.strictObject({ type: z.literal(type), body: z.strictObject(body) });
}
