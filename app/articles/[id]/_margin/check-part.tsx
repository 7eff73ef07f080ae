"use client";

import { Chord } from "~/app/_keys/chord";
import { ariaChord } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Time } from "~/app/_ui/time";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { Tag } from "~/core/tag";
import { AssigneePart } from "./assignee-part";
import { HeldWords } from "./held-words";
import { LetStayPart } from "./let-stay-part";
import { FindingMark } from "./state-mark";
import { approval, newVerdict } from "./tag-commands";
import { useNames } from "./use-names";
import { VerdictForm } from "./verdict-form";

const say = words.margin.check;

/** How far the check has come: the verdict, the approval, and the next step, or in a sentence who can take it. */
export function CheckPart({ tag }: { tag: Tag }) {
  const { state } = tag.review;
  if (state === "suggested" || state === "dismissed" || state === "withdrawn") return null;
  return (
    <section aria-label={say.title} className="flex flex-col gap-2 border-t pt-2.5">
      {state === "stale" && <StaleNote tag={tag} />}
      <Standing tag={tag} />
      {state !== "approved" && <AssigneePart tag={tag} />}
      <LetStayPart tag={tag} />
      {state === "checked" && <ApproveStep tag={tag} />}
      {state !== "approved" && <VerdictForm tag={tag} />}
      {state !== "open" && <ReopenStep tag={tag} />}
    </section>
  );
}

/** The verdict and the approval: what, who, when. */
function Standing({ tag }: { tag: Tag }) {
  const name = useNames();
  const { verdict, approval: given } = tag.review;
  if (!verdict) return null;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-1.5">
        <FindingMark finding={verdict.finding} />
        <span className="text-muted">
          {words.margin.byAt(name(verdict.by))} · <Time at={verdict.at} />
        </span>
      </p>
      {verdict.note && (
        <p>
          <HeldWords of={verdict.note} />
        </p>
      )}
      {given && (
        <p className={given.self ? "text-warn" : undefined}>
          {(given.self ? say.approvedOwn : say.approvedBy)(name(given.by))}{" "}
          <span className="text-muted">
            · <Time at={given.at} />
          </span>
        </p>
      )}
    </div>
  );
}

function ApproveStep({ tag }: { tag: Tag }) {
  const store = useStore();
  const chord = useKeyOf({ byFocus: true })("approve");
  const command = approval(tag);
  if (!command) return null;
  const refusal = store.refusalOf(command);
  if (refusal) return <p className="rounded-md bg-sunken px-2.5 py-2">{refusal.message}</p>;
  return (
    <Button variant="primary" aria-keyshortcuts={ariaChord(chord)} onClick={() => store.dispatch(command)}>
      {say.approve}
      {chord !== undefined && <Chord chord={chord} />}
    </Button>
  );
}

function ReopenStep({ tag }: { tag: Tag }) {
  const store = useStore();
  if (store.refusalOf({ type: "reopenTag", tag: tag.id, reason: "-" })) return null;
  return (
    <Button small className="self-start" onClick={() => store.intend({ kind: "reopen", tag: tag.id })}>
      {words.margin.reopen}
    </Button>
  );
}

/** What is to be looked at again, in one place, and one button to say that it still holds. */
function StaleNote({ tag }: { tag: Tag }) {
  const store = useStore();
  const { verdict } = tag.review;
  const command = verdict && newVerdict(tag, verdict.finding, verdict.note?.words ?? null);
  const refusal = command && store.refusalOf(command);
  return (
    <div className="flex flex-col gap-2 rounded-md border border-warn bg-warn-fill px-2.5 py-2">
      <p className="font-medium">{say.staleTitle}</p>
      <p>{say.staleWhat}</p>
      {command && !refusal && (
        <Button small className="self-start" onClick={() => store.dispatch(command)}>
          {say.confirmAgain(words.margin.finding[command.finding])}
        </Button>
      )}
      {refusal && <p>{refusal.message}</p>}
      <Button small className="self-start" onClick={() => store.intend({ kind: "history", tag: tag.id })}>
        {words.margin.history}
      </Button>
    </div>
  );
}
