"use client";

import { useState, type SyntheticEvent } from "react";

import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { Select } from "~/app/_ui/select";
import { Checkbox } from "~/app/_ui/checkbox";
import { TextInput } from "~/app/_ui/text-input";
import { showToast } from "~/app/_ui/toasts";
import { LEVELS, type Level, RULE_ASKS, type RuleId, RULES, STRICTER } from "~/core/gate";
import { type DeskRules, sameRules } from "~/core/life";
import type { Desk } from "~/core/newsroom";
import type { DeskId } from "~/core/ids";
import { useChange } from "./use-change";

const said = words.settings.gate;

export interface GatePanelProps {
  newsroom: string;
  rules: DeskRules;
  desks: readonly Desk[];
  mayManage: boolean;
}

const OF_NEWSROOM = "newsroom";

/** How each desk runs its stories: which rules of its gate are asked, how strictly, and who publishes. */
export function GatePanel({ newsroom, rules, desks, mayManage }: GatePanelProps) {
  const [chosen, setChosen] = useState<string>(OF_NEWSROOM);
  const desk = desks.find(({ id }) => id === chosen) ?? null;
  const present = desk === null ? rules : desk.rules;
  return (
    <section className="flex max-w-2xl flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h2 className="text-base font-semibold">{said.heading}</h2>
        <p className="text-pretty text-muted">{said.explain}</p>
      </div>
      <Field label={said.of}>
        <Select
          value={chosen}
          choices={[
            { value: OF_NEWSROOM, label: said.newsroom },
            ...desks.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setChosen}
        />
      </Field>
      <RulesForm
        key={`${chosen} ${JSON.stringify(present)}`}
        newsroom={newsroom}
        desk={desk?.id ?? null}
        present={present}
        usual={rules}
        mayManage={mayManage}
      />
    </section>
  );
}

interface RulesFormProps {
  newsroom: string;
  desk: DeskId | null;
  /** Null for a desk that keeps the newsroom's. */
  present: DeskRules | null;
  usual: DeskRules;
  mayManage: boolean;
}

function RulesForm({ newsroom, desk, present, usual, mayManage }: RulesFormProps) {
  const api = useTRPC();
  const { send, isBusy, refusal } = useChange(newsroom, api.newsroom.changeRules.mutationOptions());
  const [rules, setRules] = useState(present);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const isChanged = !sameRules(rules, present);
  const shown = rules ?? usual;
  const isFixed = !mayManage || rules === null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (isBusy || reason.trim() === "") return;
    send({ type: "changeRules", desk, from: present, to: rules, reason: reason.trim() }, () =>
      showToast({ title: said.saved }),
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      {desk !== null && (
        <Checkbox
          checked={rules !== null}
          disabled={!mayManage}
          onChange={(own) => setRules(own ? (present ?? usual) : null)}
        >
          {said.own}
        </Checkbox>
      )}
      <ul className="divide-y rounded-md border">
        {RULES.map((rule) => (
          <li key={rule} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2.5">
            <span className="w-6 font-semibold tabular-nums">{rule}</span>
            <span className="min-w-48 grow basis-0 text-pretty">{RULE_ASKS[rule]}</span>
            <Select
              label={said.levelOf(rule)}
              value={shown.gate[rule] ?? "standard"}
              choices={levelsOf(rule).map((level) => ({ value: level, label: said.level[level] }))}
              disabled={isFixed}
              onChange={(level) => setRules({ ...shown, gate: { ...shown.gate, [rule]: level } })}
              className="w-40"
            />
          </li>
        ))}
      </ul>
      <dl className="flex flex-col gap-1 text-muted">
        {STRICTER.map((rule) => (
          <div key={rule}>
            <dt className="inline font-medium text-ink">{said.stricter(rule)} </dt>
            <dd className="inline">{words.gate.strict[rule]}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        checked={shown.copyEditorsPublish}
        disabled={isFixed}
        onChange={(copyEditorsPublish) => setRules({ ...shown, copyEditorsPublish })}
      >
        {said.copyEditorsPublish}
      </Checkbox>
      {mayManage && isChanged && (
        <div className="flex flex-col items-start gap-3">
          <Field
            label={words.common.reason}
            hint={said.reasonHint}
            error={isMissing ? words.common.reasonMissing : refusal?.sentence}
            className="w-full"
          >
            <TextInput
              dir="auto"
              maxLength={2_000}
              value={reason}
              onChange={(e) => setReason(e.target.value)}
            />
          </Field>
          <div className="flex gap-2">
            <Button type="submit" variant="primary" busy={isBusy}>
              {said.save}
            </Button>
            <Button onClick={() => setRules(present)}>{words.common.cancel}</Button>
          </div>
        </div>
      )}
    </form>
  );
}

function levelsOf(rule: RuleId): Level[] {
  return LEVELS.filter((level) => level !== "strict" || STRICTER.includes(rule));
}
