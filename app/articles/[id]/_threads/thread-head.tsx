"use client";

import { CircleCheck, CircleHelp, Clock, MessageSquare, OctagonAlert } from "lucide-react";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Time } from "~/app/_ui/time";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import type { Thread } from "~/core/thread";

const say = words.threads;

/** What kind of thread it is, whom it asks, by when, and whether the article waits for it. */
export function ThreadHead({
  thread: { kind, addressee, due, blocking, state, resolution },
}: {
  thread: Thread;
}) {
  const name = useNames();
  const whom = addressee && ("person" in addressee ? name(addressee.person) : say.roles[addressee.role]);
  const Icon = kind === "query" ? CircleHelp : MessageSquare;
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
      <span className="inline-flex items-center gap-1 font-medium text-ink">
        <Icon className="size-3.5" aria-hidden="true" />
        {kind === "query" ? say.query : say.comment}
      </span>
      {whom !== null && <span>{say.to(whom)}</span>}
      {due !== null && state === "open" && (
        <span className="inline-flex items-center gap-1">
          <Clock className="size-3.5" aria-hidden="true" />
          {say.dueBy} <Time at={due} />
        </span>
      )}
      {blocking && state === "open" && (
        <Badge tone="warn" icon={<OctagonAlert aria-hidden="true" />}>
          {say.blocks}
        </Badge>
      )}
      {resolution && (
        <Badge tone="ok" icon={<CircleCheck aria-hidden="true" />}>
          {say.resolvedBy(name(resolution.by))}
        </Badge>
      )}
    </p>
  );
}
