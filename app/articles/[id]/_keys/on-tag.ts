import * as words from "~/app/_lib/words";
import { focusedTag } from "~/app/articles/[id]/_lib/tagging";
import type { Workbench } from "./workbench";

/** For actions on the tag that is looked at: none while it is but proposed as the other end of a link. */
export const onTag = {
  needs: words.keys.needsTag,
  when: ({ store }: Workbench) => focusedTag(store) !== null && store.viewing.linking === null,
} as const;
