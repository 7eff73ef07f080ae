import { useMemo } from "react";

import type { Action } from "~/app/_keys/action";
import type { KeysProviderProps } from "~/app/_keys/keys-context";
import { withOwnKeys } from "~/app/_keys/own-keys";
import { useToldKeys } from "~/app/_keys/page-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { usePreferences } from "~/app/_lib/preferences";
import * as words from "~/app/_lib/words";
import { verdictAction, VERDICT_KEY } from "~/app/articles/[id]/_keys/checking";
import { choosingActions, type KeyedList, steppingActions } from "~/app/n/[newsroom]/_articles/list-keys";
import { type Finding, FINDINGS } from "~/core/tag";

const say = words.keys;
const group = "checking";

/** What the queue gives its actions to work with: what is done is done to the chosen rows, or to the present one. */
export interface QueueBench extends KeyedList {
  readonly verdict: (finding: Finding) => void;
  readonly approve: () => void;
  /** Takes them, or gives back what one has. */
  readonly take: () => void;
  readonly give: () => void;
  readonly ask: () => void;
  /** Whether there is a row to do it to. */
  readonly hasRow: boolean;
}

const onRow = { group, when: ({ hasRow }: QueueBench) => hasRow } as const;

export const queueActions: readonly Action<QueueBench>[] = [
  ...steppingActions,
  ...choosingActions,
  {
    id: "choose none",
    keys: ["Escape"],
    label: say.chooseNone,
    group: "moving",
    run: (rows) => rows.clear(),
  },
  ...FINDINGS.map((finding): Action<QueueBench> => ({
    id: verdictAction(finding),
    keys: [`v ${VERDICT_KEY[finding]}`],
    label: say.verdict(say.findings[finding]),
    ...onRow,
    run: (bench) => bench.verdict(finding),
  })),
  { id: "approve", keys: ["a"], label: words.queue.approve, ...onRow, run: (bench) => bench.approve() },
  { id: "take", keys: ["i"], label: say.take, ...onRow, run: (bench) => bench.take() },
  { id: "assign", keys: ["Shift+I"], label: say.assign, ...onRow, run: (bench) => bench.give() },
  {
    id: "ask",
    keys: ["w"],
    label: say.ask,
    ...onRow,
    group: "discussing",
    opensField: true,
    run: (bench) => bench.ask(),
  },
  { id: "undo", keys: ["Mod+z"], label: say.undo, group: "moving", run: (rows) => rows.takeBack() },
];

/** Answers the queue's keys, inert while somebody types. @returns what the buttons' hints are made of */
export function useQueueKeys(bench: QueueBench): Pick<KeysProviderProps, "actions" | "singleKeys"> {
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(queueActions, keys), [keys]);
  useKeys(actions, { bench, singleKeys });
  useToldKeys(actions);
  return { actions, singleKeys };
}
