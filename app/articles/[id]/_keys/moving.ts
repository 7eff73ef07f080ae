import type { Action } from "~/app/_keys/action";
import { words } from "~/app/_lib/words";
import { ask } from "~/app/articles/[id]/_lib/changing";
import { moveOn, stepBack } from "~/app/articles/[id]/_lib/moving";
import { stepThroughStack } from "~/app/articles/[id]/_lib/stepping";
import { onTag } from "./on-tag";
import type { Workbench } from "./workbench";

const say = words.keys;
const group = "moving";

/** From tag to tag, into a tag's card and back, and to other pages. */
export const movingActions: readonly Action<Workbench>[] = [
  { id: "next", keys: ["j"], label: say.next, group, run: (bench) => moveOn(bench, 1) },
  { id: "previous", keys: ["k"], label: say.previous, group, run: (bench) => moveOn(bench, -1) },
  {
    id: "next undecided",
    keys: ["Shift+J"],
    label: say.nextUndecided,
    group,
    run: (bench) => moveOn(bench, 1, { undecided: true }),
  },
  {
    id: "previous undecided",
    keys: ["Shift+K"],
    label: say.previousUndecided,
    group,
    run: (bench) => moveOn(bench, -1, { undecided: true }),
  },
  {
    id: "further",
    keys: ["t"],
    label: say.further,
    group,
    ...onTag,
    run: (bench) => stepThroughStack(bench, 1),
  },
  {
    id: "nearer",
    keys: ["Shift+T"],
    label: say.nearer,
    group,
    ...onTag,
    run: (bench) => stepThroughStack(bench, -1),
  },
  {
    id: "open",
    keys: ["Enter"],
    label: say.open,
    group,
    ...onTag,
    run: (bench) => ask(bench, { kind: "open" }),
  },
  { id: "back", keys: ["Escape"], label: say.back, group, run: stepBack },
  {
    id: "articles",
    keys: ["g a"],
    label: say.articles,
    group,
    run: ({ go, newsroomHref }) => go(newsroomHref),
  },
];
