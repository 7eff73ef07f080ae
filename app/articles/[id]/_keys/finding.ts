import type { Action } from "~/app/_keys/action";
import * as words from "~/app/_lib/words";
import { closeFind, openFind, stepFind } from "~/app/articles/[id]/_find/finding";
import type { Workbench } from "./workbench";

const say = words.keys;
const group = "page";
const whileFinding = {
  needs: say.needsFinding,
  when: ({ finder }: Workbench) => finder.shown.isOpen,
} as const;

/** Finding in the article. Ctrl+F stays the browser's own, which finds the same words. */
export const findingActions: readonly Action<Workbench>[] = [
  { id: "find", keys: ["/"], label: say.find, group, opensField: true, run: openFind },
  {
    id: "find next",
    keys: ["F3"],
    label: say.findNext,
    group,
    whileTyping: true,
    ...whileFinding,
    run: (bench) => stepFind(bench, 1),
  },
  {
    id: "find previous",
    keys: ["Shift+F3"],
    label: say.findPrevious,
    group,
    whileTyping: true,
    ...whileFinding,
    run: (bench) => stepFind(bench, -1),
  },
  {
    id: "find close",
    keys: [],
    label: say.findClose,
    group,
    when: whileFinding.when,
    run: closeFind,
  },
];
