import type { UserId } from "./ids";
import type { Whereabouts } from "./shapes/presence";

/** Who is in an article just now, and where. It is told to those who are there too, and never stored. */

export type { Whereabouts, Saying } from "./shapes/presence";

/** Of a name so much is told; it is there to be recognised by. In UTF-16 code units. */
export const MAX_NAME_TOLD = 60;

/** Somebody who is in an article, in one of their tabs. */
export interface Present extends Readonly<Whereabouts> {
  readonly tab: string;
  readonly person: UserId;
  readonly name: string;
}
