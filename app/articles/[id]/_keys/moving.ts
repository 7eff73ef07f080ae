import type { Action } from "~/app/_keys/action";
import * as words from "~/app/_lib/words";
import { ask } from "~/app/articles/[id]/_lib/changing";
import { focusedTag } from "~/app/articles/[id]/_lib/tagging";
import { moveOn, stepBack } from "~/app/articles/[id]/_lib/moving";
import { stepThroughStack } from "~/app/articles/[id]/_lib/stepping";
import { linkTo } from "~/app/articles/[id]/_links/linking";
import { onTag } from "./on-tag";
import type { Workbench } from "./workbench";

const say = words.keys;
const group = "moving";

/** Opens the focused tag's card; while a link is made, takes the tag as its other end. */
function openOrLink(bench: Workbench): void {
  const { focused } = bench.store.viewing;
  if (focused === null || !linkTo(bench.store, focused)) ask(bench, { kind: "open" });
}

/** From tag to tag, into a tag's card and back. */
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
    when: ({ store }) => focusedTag(store) !== null,
    run: openOrLink,
  },
  { id: "back", keys: ["Escape"], label: say.back, group, run: stepBack },
];
