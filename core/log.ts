import type { CommandId } from "./ids";
import type { Actor, Role } from "./policy";
import type { Envelope } from "./shapes/log";

/**
 * What every entry of every log keeps, whatever happened. An article has a log, and so has a newsroom.
 */

export type { Envelope } from "./shapes/log";

/** Every event body is of this version; a later one comes with a conversion from it. */
export const EVENT_VERSION = 1;

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
