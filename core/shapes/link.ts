import { z } from "zod";

import { TagId } from "./ids";

/** Links as they come in and are stored. */

/** A link as the tag holds it from which it goes out. */
export const Link = z.strictObject({
  /** The name of one of the link kinds that the tag's type has in the scheme. */
  kind: z.string().max(60),
  target: TagId,
});
export type Link = z.infer<typeof Link>;
