"use client";

import { ChevronDown } from "lucide-react";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Menu, MenuItem } from "~/app/_ui/menu";
import { useArticle, useStore, useTags } from "~/app/articles/[id]/_store/hooks";
import { stepsOffered, takeStep } from "./steps";

const say = words.life;

/** In the header: how far the article has come, and the steps on from there. */
export function StateMenu() {
  const { state } = useArticle();
  return (
    <Menu
      trigger={
        <Button small aria-label={say.stateButton(say.state[state])} className="whitespace-nowrap">
          {say.state[state]}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <StepItems />
    </Menu>
  );
}

/** The steps that lead on from here, each a row of a menu. */
export function StepItems() {
  const store = useStore();
  const keyOf = useKeyOf();
  useArticle();
  useTags();
  const steps = stepsOffered(store);
  if (steps.length === 0) return <p className="max-w-56 px-2 py-1.5 text-muted">{say.noSteps}</p>;
  return steps.map((step) => (
    <MenuItem
      key={step}
      keys={keyOf(`step ${step}`)}
      danger={step === "withdrawArticle" || step === "spikeArticle"}
      onSelect={() => takeStep(step, store)}
    >
      {say.step[step]}
    </MenuItem>
  ));
}
