import { words } from "~/app/_lib/words";
import { focusedTag } from "~/app/articles/[id]/_lib/tagging";
import type { Workbench } from "./workbench";

/** For actions on the tag that is looked at. */
export const onTag = {
  needs: words.keys.needsTag,
  when: ({ store }: Workbench) => focusedTag(store) !== null,
} as const;
