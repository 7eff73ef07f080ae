import { z } from "zod";

import { VIEW_PAGES } from "~/core/saved-view";
import { line } from "./words";

/** Saved views as they come in. */

export const ViewPage = z.enum(VIEW_PAGES);

export const ViewName = line(80, 1).refine((name) => name.trim() === name && name !== "", {
  message: "A name has no blanks at its ends.",
});

/** What an address has after its question mark, without the mark. */
export const ViewQuery = line(2_000).refine((query) => !/[?#\s]/u.test(query), {
  message: "This is no address’s query.",
});
