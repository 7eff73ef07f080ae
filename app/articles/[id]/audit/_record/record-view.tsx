"use client";

import { FileText, Printer, ScrollText } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { Moment } from "~/app/_history/moment";
import { subscribeToClock, zoneNow } from "~/app/_lib/clock";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { buttonLook } from "~/app/_ui/button-look";
import { Link } from "~/app/_ui/link";
import { StateMark } from "~/app/articles/[id]/_margin/state-mark";
import { ROLE_LABEL } from "~/core/policy";
import type { Reading } from "~/core/record";
import type { Scheme } from "~/core/scheme";
import type { Passages, RecordAnswer } from "~/server/routers/audit";
import { EvidenceOnRecord } from "./evidence-on-record";
import { Happened } from "./happened";
import { onRecord, type OnRecord } from "./on-record";
import { ReadingView } from "./reading-view";
import { VerdictSteps } from "./verdict-steps";

const say = words.audit.record;

interface RecordViewProps {
  answer: RecordAnswer;
  scheme: Scheme;
  article: Passages["article"];
  newsroom: string;
}

/** The record of a tag: the sentence as it read then, who checked and approved it on what, and what came after. */
export function RecordView({ answer, scheme, article, newsroom }: RecordViewProps) {
  const of = onRecord(answer, scheme);
  // Drawn anew once the reader's zone is known, since sentences name hours.
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  const { tag, now, verdicts, approvals, before, after } = of.record;
  const type = scheme.types.find(({ name }) => name === tag.type);
  const [approval, verdict] = [approvals.at(-1), verdicts.at(-1)];
  const then = approval ?? verdict;
  const steps = new Set([...verdicts, ...approvals].map(({ event }) => event.seq));
  const shared = { direction: article.direction, hue: type?.hue };
  return (
    <div key={zone} className="flex max-w-3xl flex-col gap-5" suppressHydrationWarning>
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="me-auto flex flex-wrap items-center gap-2 text-2xl font-semibold">
          {say.title}
          <span className="text-base font-normal text-muted">{type?.label}</span>
          <StateMark state={tag.review.state} />
        </h1>
        <Ways article={article.id} tag={tag.id} newsroom={newsroom} />
      </div>
      <ReadingView
        title={approval ? say.then.approved : verdict ? say.then.checked : say.then.made}
        reading={then?.reading ?? now}
        {...shared}
      />
      {then && (isSame(then.reading, now) ? <p className="text-muted">{say.unchanged}</p> : null)}
      {then && !isSame(then.reading, now) && <ReadingView title={say.now} reading={now} {...shared} />}
      <Answers of={of} />
      <Part title={say.verdicts}>
        <VerdictSteps of={of} />
      </Part>
      <Part title={say.after}>
        {after.length === 0 ? (
          <p className="text-muted">{say.nothingAfter}</p>
        ) : (
          <Happened events={after} of={of} />
        )}
      </Part>
      <Part title={say.before}>
        <Happened events={before.filter(({ seq }) => !steps.has(seq))} of={of} />
      </Part>
    </div>
  );
}

function isSame(a: Reading, b: Reading): boolean {
  return a.sentence === b.sentence && a.words.start === b.words.start && a.words.end === b.words.end;
}

function Ways({ article, tag, newsroom }: { article: string; tag: string; newsroom: string }) {
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Link href={`/articles/${article}#tag=${tag}`} className={buttonLook({ small: true })} prefetch={false}>
        <FileText aria-hidden="true" />
        {say.article}
      </Link>
      <Link
        href={`/n/${newsroom}/audit?article=${article}`}
        className={buttonLook({ small: true })}
        prefetch={false}
      >
        <ScrollText aria-hidden="true" />
        {say.log}
      </Link>
      <Button small onClick={() => print()}>
        <Printer aria-hidden="true" />
        {say.print}
      </Button>
    </div>
  );
}

/** The four questions, each answered in a line. */
function Answers({ of: { record, known, items } }: { of: OnRecord }) {
  const { tag, approvals, verdicts, changedAfter } = record;
  const [approval, verdict] = [approvals.at(-1), verdicts.at(-1)];
  const changed = [...new Set(changedAfter.map(({ actor }) => known.person(actor)))];
  const person = ({ event }: NonNullable<typeof verdict>) => (
    <>
      {known.person(event.actor)}, {ROLE_LABEL[event.role]}, <Moment at={event.at} />
    </>
  );
  return (
    <dl
      aria-label={say.answers}
      className="grid gap-x-4 gap-y-1.5 rounded-md border bg-surface p-3 sm:grid-cols-[auto_minmax(0,1fr)] [&>dt]:text-muted"
    >
      <dt>{say.who}</dt>
      <dd>
        {approval ? person(approval) : say.nobody}
        {approval && tag.review.state !== "approved" && <em> ({say.noLonger})</em>}
      </dd>
      <dt>{say.checkedBy}</dt>
      <dd>{verdict ? person(verdict) : say.nobody}</dd>
      <dt>{say.on}</dt>
      <dd>
        {(approval ?? verdict) ? (
          <EvidenceOnRecord ids={(approval ?? verdict)?.evidence ?? []} items={items} />
        ) : (
          say.noEvidence
        )}
      </dd>
      <dt>{say.changed}</dt>
      <dd>{changed.length === 0 ? say.nothing : changed.join(", ")}</dd>
    </dl>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}
