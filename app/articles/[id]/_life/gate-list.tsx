"use client";

import { ShieldCheck } from "lucide-react";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { EmptyState } from "~/app/_ui/empty-state";
import { AboutTag, AboutThread } from "~/app/articles/[id]/_history/subject";
import { Placements } from "~/app/articles/[id]/_revise/placements";
import { useArticle, useStore } from "~/app/articles/[id]/_store/hooks";
import { closedRules, type GateItem, RULE_ASKS, type RuleAnswer } from "~/core/gate";
import { Debts } from "./debts";
import { Count, useGate } from "./lamps";
import { SelfApproved } from "./self-approved";
import { Signatures } from "./signatures";

const say = words.gate;

/** The eight rules: what each asks for, and each thing that closes it, with the way there and what settles it. */
export function GateList({ onGo }: { onGo?: (() => void) | undefined }) {
  const answers = useGate();
  const { life } = useArticle();
  const isOpen = closedRules(answers).length === 0;
  const go = (leave: () => void) => {
    onGo?.();
    leave();
  };
  return (
    <div data-keys-by-focus className="flex flex-col gap-4">
      {isOpen && (
        <EmptyState icon={<ShieldCheck aria-hidden="true" />} title={say.open}>
          {say.openWhy}
        </EmptyState>
      )}
      <Placements />
      {life.signatures.length > 0 && <Signatures />}
      <ol className="flex flex-col gap-3">
        {answers.map((answer) => (
          <Rule key={answer.rule} answer={answer} onGo={onGo} />
        ))}
      </ol>
      <SelfApproved onGo={go} />
      {life.debts.length > 0 && <Debts />}
    </div>
  );
}

function Rule({ answer, onGo }: { answer: RuleAnswer; onGo: (() => void) | undefined }) {
  const { rule, level, items, waived } = answer;
  return (
    <li className="flex flex-col gap-1.5 border-t pt-3 first:border-t-0 first:pt-0">
      <p className="flex items-start gap-2">
        <span className="font-semibold tabular-nums">{rule}</span>
        <span className="grow">{RULE_ASKS[rule]}</span>
        {level === "off" ? <Badge>{say.off}</Badge> : <Count of={items.length} />}
      </p>
      {level === "strict" && <p className="text-muted">{say.strict[rule]}</p>}
      {items.length > 0 && (
        <ul aria-label={say.closes(rule)} className="flex flex-col gap-1">
          {items.slice(0, SHOWN).map((item) => (
            <Item key={JSON.stringify(item.about)} item={item} onGo={onGo} />
          ))}
        </ul>
      )}
      {items.length > SHOWN && <p className="text-muted">{say.more(items.length - SHOWN)}</p>}
      {waived.length > 0 && <p className="text-muted">{say.waived(waived.length)}</p>}
    </li>
  );
}

/** So many are listed of a rule at once. */
const SHOWN = 100;

function Item({ item, onGo }: { item: GateItem; onGo: (() => void) | undefined }) {
  const store = useStore();
  const go = (leave: () => void) => {
    onGo?.();
    leave();
  };
  const { about, why } = item;
  if ("thread" in about) {
    return (
      <li className="flex flex-col">
        <AboutThread id={about.thread} onGo={go} />
        <span className="text-muted">{say.why[why]}</span>
      </li>
    );
  }
  const { tag } = about;
  const mayWaive = WAIVED_BY.has(why) && store.refusalOf({ type: "waiveTag", tag, reason: "-" }) === null;
  const mayVouch =
    (why === "identity unknown" || why === "one source") &&
    store.refusalOf({ type: "vouchIdentity", tag, to: { secondSource: true } }) === null;
  return (
    <li className="flex flex-col">
      <AboutTag id={tag} onGo={go} />
      <span className="flex flex-wrap items-center gap-2 text-muted">
        <span className="grow">{say.why[why]}</span>
        {mayWaive && (
          <Button small variant="plain" onClick={() => store.intend({ kind: "waive", tag })}>
            {say.waive}
          </Button>
        )}
        {mayVouch && (
          <Button small variant="plain" onClick={() => store.intend({ kind: "vouch", tag })}>
            {say.vouch}
          </Button>
        )}
      </span>
    </li>
  );
}

const WAIVED_BY: ReadonlySet<GateItem["why"]> = new Set(["unchecked", "unapproved", "not confirmed"]);
