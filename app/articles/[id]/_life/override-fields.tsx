"use client";

import * as words from "~/app/_lib/words";
import { Field } from "~/app/_ui/field";
import { MomentInput } from "~/app/_ui/moment-input";
import { TextArea } from "~/app/_ui/text-area";
import { RULE_ASKS, type RuleAnswer, type RuleId } from "~/core/gate";

const say = words.life.ask.publishPast;

/** What was written so far of why each closed rule is passed, and until when it is done. */
export type Overrides = Partial<Record<RuleId, { reason: string; due: number | null }>>;

export interface OverrideFieldsProps {
  closed: readonly RuleAnswer[];
  overrides: Overrides;
  onChange: (overrides: Overrides) => void;
}

/** A reason and a time for each rule that is closed. */
export function OverrideFields({ closed, overrides, onChange }: OverrideFieldsProps) {
  return closed.map(({ rule }) => {
    const { reason = "", due = null } = overrides[rule] ?? {};
    const change = (part: { reason?: string; due?: number | null }) =>
      onChange({ ...overrides, [rule]: { reason, due, ...part } });
    return (
      <fieldset key={rule} className="flex flex-col gap-2 border-t pt-3">
        <legend className="float-left w-full font-medium">
          {rule}: {RULE_ASKS[rule]}
        </legend>
        <Field label={say.reason(rule)}>
          <TextArea value={reason} onChange={(event) => change({ reason: event.target.value })} />
        </Field>
        <Field label={say.due(rule)}>
          <MomentInput value={due} onChange={(at) => change({ due: at })} />
        </Field>
      </fieldset>
    );
  });
}

/** The overrides as a command takes them; null while one lacks its reason, or a time to come. */
export function complete(
  closed: readonly RuleAnswer[],
  overrides: Overrides,
  now: number,
): { rule: RuleId; reason: string; due: number }[] | null {
  const written = closed.flatMap(({ rule }) => {
    const { reason = "", due = null } = overrides[rule] ?? {};
    return reason.trim() === "" || due === null || due <= now ? [] : [{ rule, reason: reason.trim(), due }];
  });
  return written.length === closed.length ? written : null;
}
