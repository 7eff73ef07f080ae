import type { Action } from "~/app/_keys/action";
import * as words from "~/app/_lib/words";
import { leadsOn, STEP_CHOICES, type StepChoice, takeStep } from "~/app/articles/[id]/_life/steps";
import { mayRevise } from "~/app/articles/[id]/_revise/may-revise";
import type { Workbench } from "./workbench";

const group = "life";

/** Steps that are taken often have a key; the rest are found by name. */
const KEYS: Partial<Record<StepChoice, string>> = {
  sendToReview: "p r",
  sendBack: "p b",
  signOff: "p s",
  publish: "p p",
  publishCorrection: "p c",
};

/** The steps of the article's life, and the gate. */
export const lifeActions: readonly Action<Workbench>[] = [
  {
    id: "gate",
    keys: ["p g"],
    label: words.gate.title,
    group,
    run: ({ store }) => store.look({ gating: !store.viewing.gating, discussing: false }),
  },
  {
    id: "revise",
    keys: ["p n"],
    label: words.revisions.action,
    group,
    now: ({ store }) => (mayRevise(store) ? words.revisions.action : null),
    run: ({ store }) => {
      if (mayRevise(store)) store.intend({ kind: "revise" });
    },
  },
  ...STEP_CHOICES.map((step): Action<Workbench> => ({
    id: `step ${step}`,
    keys: KEYS[step] === undefined ? [] : [KEYS[step]],
    label: words.life.step[step],
    group,
    now: ({ store }) => (leadsOn(step, store) ? words.life.step[step] : null),
    run: ({ store }) => takeStep(step, store),
  })),
];
