"use client";

import { useKnown } from "~/app/articles/[id]/_history/use-history";
import { Late, useLate } from "~/app/_lib/on-demand";
import type { Step } from "~/core/undo-stack";

const NO_NAMES: ReadonlyMap<string, string> = new Map();

const sentences = new Late(() => import("~/app/_history/sentences"));

/** Gives what a step did as a sentence of its own; null until the page has the words for it. */
export function useStepWords(steps: readonly Step[]): (step: Step) => string | null {
  const code = useLate(sentences);
  const known = useKnown(
    steps.map(({ deed }) => deed.first),
    NO_NAMES,
  );
  return ({ deed }) => {
    if (!code) return null;
    const says = code.tellDeed(deed, known);
    return says.charAt(0).toUpperCase() + says.slice(1);
  };
}
