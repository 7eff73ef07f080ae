"use client";

import { useKnown } from "~/app/articles/[id]/_history/use-history";
import { tellDeed } from "~/app/_history/sentences";
import type { Step } from "~/core/undo-stack";

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** Gives what a step did as a sentence of its own. */
export function useStepWords(steps: readonly Step[]): (step: Step) => string {
  const known = useKnown(
    steps.map(({ deed }) => deed.first),
    NO_NAMES,
  );
  return ({ deed }) => {
    const says = tellDeed(deed, known);
    return says.charAt(0).toUpperCase() + says.slice(1);
  };
}
