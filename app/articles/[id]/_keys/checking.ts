import type { Action } from "~/app/_keys/action";
import * as words from "~/app/_lib/words";
import { approve, ask, take } from "~/app/articles/[id]/_lib/changing";
import { type Finding, FINDINGS } from "~/core/tag";
import { onTag } from "./on-tag";
import type { Workbench } from "./workbench";

const say = words.keys;
const group = "checking";

/** The second key after `v`, for each finding. */
export const VERDICT_KEY: Record<Finding, string> = {
  confirmed: "c",
  "confirmed-with-change": "h",
  wrong: "w",
  disputed: "d",
  unverifiable: "u",
};

/** The id of the action that sets a verdict, for the button that does the same. */
export function verdictAction(finding: Finding): string {
  return `verdict ${finding}`;
}

/** What a checker and an approver do with the focused tag. */
export const checkingActions: readonly Action<Workbench>[] = [
  ...FINDINGS.map((finding): Action<Workbench> => ({
    id: verdictAction(finding),
    keys: [`v ${VERDICT_KEY[finding]}`],
    label: say.verdict(say.findings[finding]),
    group,
    ...onTag,
    run: (bench) => ask(bench, { kind: "verdict", finding }),
  })),
  { id: "approve", keys: ["a"], label: say.approve, group, ...onTag, run: approve },
  { id: "take", keys: ["i"], label: say.take, group, ...onTag, run: take },
  {
    id: "dismiss",
    keys: ["x"],
    label: say.dismiss,
    group,
    ...onTag,
    opensField: true,
    run: (bench) => ask(bench, { kind: "dismiss" }),
  },
];
