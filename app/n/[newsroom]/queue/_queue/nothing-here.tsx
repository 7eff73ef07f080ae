import { CircleCheck, SearchX } from "lucide-react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { EmptyState } from "~/app/_ui/empty-state";
import { isNarrowed, type QueueFilter } from "./filter";

const say = words.queue;

interface NothingHereProps {
  filter: QueueFilter;
  /** False where only what is due soonest was gone through. */
  isAll: boolean;
  clear: () => void;
}

/** Why the queue is empty, and the one thing to do about it. */
export function NothingHere({ filter, isAll, clear }: NothingHereProps) {
  if (!isAll) return <EmptyState title={say.notYet.title}>{say.notYet.why}</EmptyState>;
  if (isNarrowed(filter))
    return (
      <EmptyState
        title={say.noMatch.title}
        icon={<SearchX aria-hidden="true" />}
        action={<Button onClick={clear}>{say.clear}</Button>}
      >
        {say.noMatch.why}
      </EmptyState>
    );
  const { title, why } = say.empty[filter.queue];
  return (
    <EmptyState title={title} icon={<CircleCheck aria-hidden="true" />}>
      {why}
    </EmptyState>
  );
}
