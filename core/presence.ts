import { z } from "zod";

import { ArticleId, TagId, UserId } from "./ids";
import { Span } from "./tag";
import { MAX_TEXT } from "./text";

/** Who is in an article just now, and where. It is told to those who are there too, and never stored. */

/** Where in an article somebody is. The place and the span count UTF-16 code units of its text. */
export const Whereabouts = z.strictObject({
  /** Where the part of the text begins that is in view. */
  place: z.number().int().nonnegative().max(MAX_TEXT),
  selection: Span.nullable(),
  /** The tag in whose card they are writing. */
  writing: TagId.nullable(),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

/** Of a name so much is told; it is there to be recognised by. In UTF-16 code units. */
export const MAX_NAME_TOLD = 60;

/** What is said of one of somebody's tabs: where it is now, or, where `at` is null, that it is not there any more. */
export const Saying = z.strictObject({
  article: ArticleId,
  /** A name that no other tab has. */
  tab: z.uuid(),
  person: UserId,
  name: z.string().max(MAX_NAME_TOLD),
  at: Whereabouts.nullable(),
});
export type Saying = Readonly<z.infer<typeof Saying>>;

/** Somebody who is in an article, in one of their tabs. */
export interface Present extends Readonly<Whereabouts> {
  readonly tab: string;
  readonly person: UserId;
  readonly name: string;
}
