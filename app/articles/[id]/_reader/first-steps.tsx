"use client";

import { Check, Circle, X } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { Chord } from "~/app/_keys/chord";
import { usePreferences } from "~/app/_lib/preferences";
import * as words from "~/app/_lib/words";
import { IconButton } from "~/app/_ui/icon-button";
import { VisuallyHidden } from "~/app/_ui/visually-hidden";
import { approval, newVerdict } from "~/app/articles/[id]/_margin/tag-commands";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { whyClosed } from "~/core/life";
import type { ArticleCommand } from "~/core/shapes/command";
import type { FirstStep } from "~/core/preferences";

const say = words.firstSteps;

/** What a newcomer can do here, three things at most: ticked by doing them, gone when all are done or at a press. */
export function FirstSteps() {
  const store = useStore();
  const { preferences, change } = usePreferences();
  const { done, dismissed } = preferences.firstSteps;
  const [steps] = useState(() => stepsFor(store));
  const isTaught = steps.every((step) => done.includes(step));
  const [wasTaught] = useState(isTaught);
  const tick = useEffectEvent((command: ArticleCommand) => {
    const step = stepOf(command);
    if (step && !dismissed && steps.includes(step) && !done.includes(step))
      change({ firstSteps: { done: [...done, step], dismissed } });
  });
  useEffect(() => store.onDone((command) => tick(command)), [store]);
  if (dismissed || wasTaught || steps.length === 0) return null;
  return (
    <section
      aria-label={say.title}
      className="mx-auto mb-6 flex max-w-156 items-start gap-3 rounded-md border bg-surface py-1.5 ps-3 pe-1.5 print:hidden"
    >
      <div className="flex grow flex-col gap-1 py-1">
        <p className="font-semibold">{say.title}</p>
        <ol className="flex flex-col gap-1">
          {steps.map((step) => (
            <Step key={step} step={step} isDone={done.includes(step)} />
          ))}
        </ol>
        {isTaught && <p role="status">{say.allDone}</p>}
      </div>
      <IconButton
        small
        label={say.hide}
        icon={<X aria-hidden="true" />}
        onClick={() => change({ firstSteps: { done, dismissed: true } })}
      />
    </section>
  );
}

function Step({ step, isDone }: { step: FirstStep; isDone: boolean }) {
  const { keys, what } = say.steps[step];
  const Icon = isDone ? Check : Circle;
  return (
    <li className="flex items-center gap-2">
      <Icon
        aria-hidden="true"
        className={isDone ? "size-4 shrink-0 text-ok" : "size-4 shrink-0 text-muted"}
      />
      <VisuallyHidden>{isDone ? say.done : say.toDo}: </VisuallyHidden>
      <span className={isDone ? "text-muted" : undefined}>{what}</span>
      <span className="ms-auto shrink-0 ps-2 pointer-coarse:hidden">
        <Chord chord={keys} />
      </span>
    </li>
  );
}

/** Three steps that this person can take in this article as it stands now; none for whoever may only read. */
function stepsFor(store: ArticleStore): FirstStep[] {
  const { article } = store.slice;
  if (!article || !store.can("tag").allowed || whyClosed(article.state) !== null) return [];
  const tags = store.index.ordered;
  const may = (command: ArticleCommand | null) => command !== null && store.refusalOf(command) === null;
  const last = tags.some((tag) => tag.review.state === "checked" && may(approval(tag)))
    ? "approve"
    : tags.some((tag) => tag.review.state === "open" && may(newVerdict(tag, "confirmed", null)))
      ? "verdict"
      : "undo";
  return ["tag", "detail", last];
}

function stepOf({ type }: ArticleCommand): FirstStep | null {
  switch (type) {
    case "addTag":
      return "tag";
    case "setAttribute":
    case "setNote":
      return "detail";
    case "setVerdict":
      return "verdict";
    case "approveTag":
      return "approve";
    case "undo":
      return "undo";
    default:
      return null;
  }
}
