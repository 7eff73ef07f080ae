"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";
import { Checkbox } from "~/app/_ui/checkbox";
import { ConfirmDialog } from "~/app/_ui/confirm-dialog";
import { showToast } from "~/app/_ui/toasts";
import { useCommand } from "~/app/articles/[id]/_details/use-command";
import { useArticle, useStore } from "~/app/articles/[id]/_store/hooks";
import { unreachable } from "~/core/errors";
import type { RuleId } from "~/core/gate";
import type { TagId } from "~/core/ids";
import type { ArticleCommand } from "~/core/shapes/command";
import { CorrectionDialog } from "./correction-dialog";
import type { Asking } from "./gate-drawer";
import { PassingDialog } from "./passing-dialog";
import { type StepChoice, stepCommand } from "./steps";

const say = words.life;

export interface StepDialogsProps {
  asking: Asking | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks what a step takes, and takes it once the server has said that it is done. */
export function StepDialogs({ asking, ...shown }: StepDialogsProps) {
  switch (asking?.kind) {
    case undefined:
      return null;
    case "step":
      if (asking.step === "publishPast") return <PassingDialog {...shown} />;
      if (asking.step === "publishCorrection") return <CorrectionDialog {...shown} />;
      return <StepQuestion key={asking.step} step={asking.step} {...shown} />;
    case "waive":
      return <WaiveQuestion key={asking.tag} tag={asking.tag} {...shown} />;
    case "vouch":
      return <VouchQuestion key={asking.tag} tag={asking.tag} {...shown} />;
    case "settle":
      return <SettleQuestion key={asking.rule} rule={asking.rule} {...shown} />;
    default:
      return unreachable(asking);
  }
}

type Shown = Pick<StepDialogsProps, "open" | "onOpenChange">;

/** Sends a command of the dialog; closes it and says so when it is done. */
export function useStep({ onOpenChange }: Shown, done: string) {
  const store = useStore();
  const { busy, trouble, send } = useCommand((command) => store.carryOut(command));
  const take = (command: ArticleCommand) =>
    void send(command).then((isDone) => {
      if (!isDone) return;
      onOpenChange(false);
      showToast({ title: done });
    });
  return { take, busy, ...(trouble !== undefined && { error: trouble }) };
}

function StepQuestion({ step, ...shown }: { step: StepChoice } & Shown) {
  const store = useStore();
  const { revision } = useArticle();
  const { take, ...state } = useStep(shown, say.done[step]);
  const asked = questionOf(step, revision);
  if (!asked) return null;
  return (
    <ConfirmDialog
      {...shown}
      {...state}
      title={asked.title}
      description={asked.what}
      confirm={asked.confirm}
      danger={step === "withdrawArticle" || step === "spikeArticle"}
      {...(asked.takesReason && { reason: { required: true } })}
      onConfirm={(reason) => take(stepCommand(step, store, reason))}
    />
  );
}

function questionOf(
  step: StepChoice,
  revision: number,
): { title: string; what: string; confirm: string; takesReason: boolean } | null {
  switch (step) {
    case "sendBack":
    case "recall":
    case "withdrawArticle":
    case "spikeArticle":
      return { ...say.ask[step], confirm: say.take[step], takesReason: true };
    case "dropCorrection":
      return { ...say.ask.dropCorrection, confirm: say.take.dropCorrection, takesReason: false };
    case "signOff":
    case "publish":
      return {
        title: say.ask[step].title,
        what: say.ask[step].what(revision),
        confirm: say.take[step],
        takesReason: false,
      };
    default:
      return null;
  }
}

function WaiveQuestion({ tag, ...shown }: { tag: TagId } & Shown) {
  const { take, ...state } = useStep(shown, words.life.ask.waive.confirm);
  return (
    <ConfirmDialog
      {...shown}
      {...state}
      title={say.ask.waive.title}
      description={say.ask.waive.what}
      confirm={say.ask.waive.confirm}
      reason={{ required: true }}
      onConfirm={(reason) => take({ type: "waiveTag", tag, reason })}
    />
  );
}

function VouchQuestion({ tag, ...shown }: { tag: TagId } & Shown) {
  const [secondSource, setSecond] = useState(false);
  const { take, ...state } = useStep(shown, words.life.ask.vouch.confirm);
  return (
    <ConfirmDialog
      {...shown}
      {...state}
      title={say.ask.vouch.title}
      description={
        <span className="flex flex-col gap-3">
          {say.ask.vouch.what}
          <Checkbox checked={secondSource} onChange={setSecond}>
            {say.ask.vouch.second}
          </Checkbox>
        </span>
      }
      confirm={say.ask.vouch.confirm}
      onConfirm={() => take({ type: "vouchIdentity", tag, to: { secondSource } })}
    />
  );
}

function SettleQuestion({ rule, ...shown }: { rule: RuleId } & Shown) {
  const { take, ...state } = useStep(shown, words.life.ask.settle.confirm);
  return (
    <ConfirmDialog
      {...shown}
      {...state}
      title={say.ask.settle.title(rule)}
      description={say.ask.settle.what}
      confirm={say.ask.settle.confirm}
      reason={{ required: true }}
      onConfirm={(reason) => take({ type: "settleDebt", rule, reason })}
    />
  );
}
