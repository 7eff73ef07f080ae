import type { Action } from "~/app/_keys/action";
import * as words from "~/app/_lib/words";
import { mainInWords, moveTagEdge, redo, setMain, undo, withdraw } from "~/app/articles/[id]/_lib/changing";
import { tagAs, tagEverywhere } from "~/app/articles/[id]/_lib/tagging";
import { startLinking } from "~/app/articles/[id]/_links/linking";
import type { Scheme } from "~/core/scheme";
import { onTag } from "./on-tag";
import type { Workbench } from "./workbench";

const say = words.keys;
const group = "tagging";

/** The keys of a scheme's types, and so many digits as its longest list of choices has. */
export function taggingActions(scheme: Scheme): Action<Workbench>[] {
  const most = Math.max(...scheme.types.map(mainChoices));
  return [
    ...scheme.types.flatMap((type): Action<Workbench>[] => [
      {
        id: `tag ${type.name}`,
        keys: [type.key],
        label: say.tagAs(type.label),
        group,
        run: (bench) => tagAs(type, bench),
      },
      {
        id: `tag exactly ${type.name}`,
        keys: [`Alt+${type.key}`],
        label: say.tagExactly(type.label),
        group,
        run: (bench) => tagAs(type, bench, { exactly: true }),
      },
    ]),
    ...Array.from({ length: Math.min(most, 9) }, (_, place): Action<Workbench> => {
      const digit = place + 1;
      return {
        id: `main ${digit}`,
        keys: [String(digit)],
        label: say.main(digit),
        now: (bench) => mainInWords(bench, digit),
        group,
        series: say.mains,
        ...onTag,
        run: (bench) => setMain(bench, digit),
      };
    }),
    ...EDGES,
    { id: "everywhere", keys: ["o"], label: say.everywhere, group, run: tagEverywhere },
    { id: LINK_ACTION, keys: ["Shift+L"], label: say.linkTo, group, ...onTag, run: linkFocused },
    { id: "withdraw", keys: ["Delete"], label: say.withdraw, group, ...onTag, run: withdraw },
    { id: "undo", keys: ["Mod+z"], label: say.undo, group, run: undo },
    { id: "redo", keys: ["Mod+Shift+Z", "Mod+y"], label: say.redo, group, run: redo },
    {
      id: "undoing",
      keys: ["z"],
      label: say.undoing,
      group,
      run: ({ store }) => store.intend({ kind: "undoing" }),
    },
  ];
}

/** The id of the action that links the focused tag, for the button that does the same. */
export const LINK_ACTION = "link to";

function linkFocused({ store }: Workbench): void {
  const { focused } = store.viewing;
  if (focused !== null) startLinking(store, focused);
}

function mainChoices({ main, attributes }: Scheme["types"][number]): number {
  const attribute = attributes.find(({ name }) => name === main);
  return attribute?.kind === "choice" ? attribute.choices.length : 0;
}

const EDGE_KEYS = [
  { key: ",", edge: "end", by: -1, label: say.endBack },
  { key: ".", edge: "end", by: 1, label: say.endOn },
  { key: "<", edge: "start", by: -1, label: say.startBack },
  { key: ">", edge: "start", by: 1, label: say.startOn },
] as const;

/** The id of the action that moves an edge, for the button that does the same. */
export function edgeAction(edge: "start" | "end", by: 1 | -1, unit: "word" | "character"): string {
  return `${edge} ${by} ${unit}`;
}

const EDGES: Action<Workbench>[] = EDGE_KEYS.flatMap(({ key, edge, by, label }): Action<Workbench>[] => [
  {
    id: edgeAction(edge, by, "word"),
    keys: [key],
    label,
    group,
    ...onTag,
    run: (bench) => moveTagEdge(bench, { edge, by, unit: "word" }),
  },
  {
    id: edgeAction(edge, by, "character"),
    keys: [`Alt+${key}`],
    label: say.byCharacter(label),
    group,
    ...onTag,
    run: (bench) => moveTagEdge(bench, { edge, by, unit: "character" }),
  },
]);
