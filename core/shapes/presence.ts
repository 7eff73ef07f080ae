import { z } from "zod";

import { ArticleId, TagId, UserId } from "./ids";
import { Span } from "./tag";
import { MAX_NAME_TOLD } from "~/core/presence";
import { MAX_TEXT } from "~/core/text";

/** Who is where, as it comes in. */

/** Where in an article somebody is. The place and the span count UTF-16 code units of its text. */
export const Whereabouts = z.strictObject({
  /** Where the part of the text begins that is in view. */
  place: z.number().int().nonnegative().max(MAX_TEXT),
  selection: Span.nullable(),
  /** The tag in whose card they are writing. */
  writing: TagId.nullable(),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

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
