"use client";

import { Eraser } from "lucide-react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { IconButton } from "~/app/_ui/icon-button";
import { Time } from "~/app/_ui/time";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import type { ArticleEvent } from "~/core/event";
import { type Detail, type Known, tell } from "~/app/_history/sentences";
import { Subject } from "./subject";

const say = words.history;

export interface EntryProps {
  event: ArticleEvent;
  known: Known;
  isUndone: boolean;
  /** Says which tag it is about: where the history is the whole article’s, or another tag’s that it was linked to. */
  showSubject: boolean;
  /** Makes room for what it is about, and goes there. */
  onGo: (go: () => void) => void;
  /** Asks to remove the words at a place in the log; null for whoever may not. */
  onRemove: ((ref: string) => void) | null;
}

/** One thing that happened: who, what, when, and the words that belong to it. */
export function Entry({ event, known, isUndone, showSubject, onGo, onRemove }: EntryProps) {
  const { says, details } = tell(event, known);
  return (
    <li className="flex flex-col gap-1 py-2.5">
      {showSubject && <Subject body={event.body} onGo={onGo} />}
      <p className={cx(isUndone && "text-muted")}>
        <span className="font-medium">{known.person(event.actor)}</span> {says}
      </p>
      <p className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
        <Time at={event.at} />
        {isUndone && <Badge>{say.undone}</Badge>}
        {event.undoes !== null && <Badge>{say.takesBack}</Badge>}
      </p>
      {details.length > 0 && (
        <dl className="mt-0.5 flex flex-col gap-1">
          {details.map((detail, place) => (
            <EntryDetail key={`${place} ${detail.label}`} detail={detail} onRemove={onRemove} />
          ))}
        </dl>
      )}
    </li>
  );
}

function EntryDetail({
  detail: { label, words: text },
  onRemove,
}: { detail: Detail } & Pick<EntryProps, "onRemove">) {
  const isFree = typeof text !== "string";
  const ref = isFree && text.words !== null ? text.ref : undefined;
  return (
    <div className="flex items-start gap-2 ps-2">
      <dt className="shrink-0 text-muted">{label}</dt>
      <dd className="flex min-w-0 grow items-start gap-2 wrap-anywhere" dir="auto">
        <span className="min-w-0 grow">{isFree ? <HeldWords of={text} /> : text}</span>
        {onRemove && ref !== undefined && (
          <IconButton
            small
            label={say.remove.action}
            icon={<Eraser aria-hidden="true" />}
            onClick={() => onRemove(ref)}
          />
        )}
      </dd>
    </div>
  );
}
