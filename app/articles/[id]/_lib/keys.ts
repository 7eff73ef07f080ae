import { words } from "~/app/_lib/words";
import type { Scheme } from "~/core/scheme";
import { FINDINGS } from "~/core/tag";
import { approve, ask, copyLink, moveTagEdge, redo, setMain, undo, withdraw } from "./changing";
import { moveOn, stepBack } from "./moving";
import { focusedTag, tagAs } from "./tagging";
import type { Workbench } from "./workbench";

/** Everything that a key does here: one list for the handler, the keys' sheet and `aria-keyshortcuts`. */

export interface Action {
  readonly id: string;
  /** Chords as chords.ts names them; the first is the one that is shown. */
  readonly keys: readonly [string, ...string[]];
  readonly label: string;
  /** The row of the sheet stands for several actions, whose keys these are. */
  readonly standsFor?: string;
  /** Told of by another row of the sheet. */
  readonly isToldElsewhere?: true;
  readonly group: keyof typeof words.reader.keys.groups;
  /** False leaves the key to the browser. Without it the action is always there. */
  readonly when?: (bench: Workbench) => boolean;
  readonly run: (bench: Workbench) => void;
}

const say = words.reader.keys;
const onTag = ({ store }: Workbench) => focusedTag(store) !== null;

/** The second key after `v`, for each finding. */
export const VERDICT_KEY: Record<(typeof FINDINGS)[number], string> = {
  confirmed: "c",
  "confirmed-with-change": "h",
  wrong: "w",
  disputed: "d",
  unverifiable: "u",
};

/** The actions on an article under a scheme, in the order in which the sheet lists them. */
export function actionsOf(scheme: Scheme): Action[] {
  return [...tagging(scheme), ...MOVING, ...CHECKING, ...PAGE];
}

/** The action of an id, for the key that a button names. */
export function keysOf(actions: readonly Action[], id: string): string | undefined {
  return actions.find((action) => action.id === id)?.keys[0];
}

function tagging(scheme: Scheme): Action[] {
  const group = "tagging";
  const most = Math.max(...scheme.types.map(mainChoices));
  return [
    ...scheme.types.flatMap((type): Action[] => [
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
    ...Array.from({ length: Math.min(most, 9) }, (_, place): Action => {
      const digit = place + 1;
      return {
        id: `main ${digit}`,
        keys: [String(digit)],
        label: say.main(digit),
        group,
        ...(place === 0 ? { standsFor: `1 – ${most}` } : { isToldElsewhere: true }),
        when: onTag,
        run: (bench) => setMain(bench, digit),
      };
    }),
    ...EDGES,
    { id: "withdraw", keys: ["Delete"], label: say.withdraw, group, when: onTag, run: withdraw },
    { id: "undo", keys: ["Mod+z"], label: say.undo, group, run: undo },
    { id: "redo", keys: ["Mod+Shift+Z", "Mod+y"], label: say.redo, group, run: redo },
  ];
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

const EDGES: Action[] = EDGE_KEYS.flatMap(({ key, edge, by, label }): Action[] => [
  {
    id: `${edge} ${by} word`,
    keys: [key],
    label,
    group: "tagging",
    when: onTag,
    run: (bench) => moveTagEdge(bench, { edge, by, unit: "word" }),
  },
  {
    id: `${edge} ${by} character`,
    keys: [`Alt+${key}`],
    label: say.byCharacter(label),
    group: "tagging",
    when: onTag,
    run: (bench) => moveTagEdge(bench, { edge, by, unit: "character" }),
  },
]);

const MOVING: Action[] = [
  { id: "next", keys: ["j"], label: say.next, group: "moving", run: (bench) => moveOn(bench, 1) },
  { id: "previous", keys: ["k"], label: say.previous, group: "moving", run: (bench) => moveOn(bench, -1) },
  {
    id: "next undecided",
    keys: ["Shift+J"],
    label: say.nextUndecided,
    group: "moving",
    run: (bench) => moveOn(bench, 1, { undecided: true }),
  },
  {
    id: "previous undecided",
    keys: ["Shift+K"],
    label: say.previousUndecided,
    group: "moving",
    run: (bench) => moveOn(bench, -1, { undecided: true }),
  },
  {
    id: "open",
    keys: ["Enter"],
    label: say.open,
    group: "moving",
    when: onTag,
    run: (bench) => ask(bench, { kind: "open" }),
  },
  { id: "back", keys: ["Escape"], label: say.back, group: "moving", run: stepBack },
  {
    id: "articles",
    keys: ["g a"],
    label: say.articles,
    group: "moving",
    run: ({ go, newsroomHref }) => go(newsroomHref),
  },
];

const CHECKING: Action[] = [
  ...FINDINGS.map((finding): Action => ({
    id: `verdict ${finding}`,
    keys: [`v ${VERDICT_KEY[finding]}`],
    label: say.verdict(say.findings[finding]),
    group: "checking",
    when: onTag,
    run: (bench) => ask(bench, { kind: "verdict", finding }),
  })),
  { id: "approve", keys: ["a"], label: say.approve, group: "checking", when: onTag, run: approve },
  {
    id: "dismiss",
    keys: ["x"],
    label: say.dismiss,
    group: "checking",
    when: onTag,
    run: (bench) => ask(bench, { kind: "dismiss" }),
  },
];

const PAGE: Action[] = [
  {
    id: "select",
    keys: ["s"],
    label: say.select,
    group: "page",
    run: (bench) => bench.setSelecting(!bench.isSelecting),
  },
  { id: "link", keys: ["l"], label: say.link, group: "page", when: onTag, run: copyLink },
  {
    id: "alone",
    keys: ["f"],
    label: say.alone,
    group: "page",
    run: ({ store }) => store.look({ alone: !store.viewing.alone }),
  },
  {
    id: "left",
    keys: ["["],
    label: say.left,
    group: "page",
    run: ({ store }) => store.look({ left: !store.viewing.left, alone: false }),
  },
  {
    id: "right",
    keys: ["]"],
    label: say.right,
    group: "page",
    run: ({ store }) => store.look({ right: !store.viewing.right, alone: false }),
  },
  { id: "sheet", keys: ["?"], label: say.sheet, group: "page", run: ({ openSheet }) => openSheet() },
];
