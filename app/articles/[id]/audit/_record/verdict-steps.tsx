import { Details } from "~/app/_history/details";
import { Fingerprint } from "~/app/_history/fingerprint";
import { Moment } from "~/app/_history/moment";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { FindingMark } from "~/app/articles/[id]/_margin/state-mark";
import { tell } from "~/app/_history/sentences";
import { ROLE_LABEL } from "~/core/policy";
import type { ApprovalOnRecord, VerdictOnRecord } from "~/core/record";
import { EvidenceOnRecord } from "./evidence-on-record";
import type { OnRecord } from "./on-record";

const say = words.audit.record;

/** Every verdict and every approval in order: who, as what, when, what was found, and on what it rested. */
export function VerdictSteps({ of: { record, known, items, hashOf } }: { of: OnRecord }) {
  const steps: (VerdictOnRecord | ApprovalOnRecord)[] = [...record.verdicts, ...record.approvals];
  if (steps.length === 0) return <p className="text-muted">{say.noVerdicts}</p>;
  return (
    <ol className="flex flex-col divide-y">
      {steps
        .sort((a, b) => a.event.seq - b.event.seq)
        .map(({ event, verdict, evidence, undoneBy }) => {
          const { says, details } = tell(event, known);
          return (
            <li key={event.seq} className="flex flex-col gap-1 py-2">
              <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
                <span>
                  <span className="font-medium">{known.person(event.actor)}</span> {says}
                </span>
                <Badge>{ROLE_LABEL[event.role]}</Badge>
                <FindingMark finding={verdict.finding} />
                {undoneBy !== null && <Badge tone="warn">{say.undone(undoneBy)}</Badge>}
              </p>
              <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
                <Moment at={event.at} />
                <Fingerprint seq={event.seq} hash={hashOf(event.seq)} />
              </p>
              <Details of={details} />
              {event.type === "TagChecked" && evidence.length > 0 && (
                <p className="text-muted">{say.rests}</p>
              )}
              {event.type === "TagChecked" && <EvidenceOnRecord ids={evidence} items={items} />}
            </li>
          );
        })}
    </ol>
  );
}
