"use client";

import { Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { subscribeToClock, timeNow, zoneNow } from "~/app/_lib/clock";
import { calendarDay, clockTime } from "~/app/_lib/time";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { useRedoable, useStore, useTag, useTopic, useUndoable } from "~/app/articles/[id]/_store/hooks";
import type { ThreadId } from "~/core/ids";
import type { Step } from "~/core/undo-stack";
import { useStepWords } from "./step-words";

const say = words.undoing;

/** What one did to the article's tags, the last first: choosing an entry takes that one back, or does it again. */
export function UndoList() {
  const undoable = useUndoable().toReversed();
  const redoable = useRedoable().toReversed();
  const tell = useStepWords([...undoable, ...redoable]);
  const list = useRef<HTMLDivElement>(null);
  const pressed = useRef<number | null>(null);
  // The entry that was chosen is gone: the keyboard goes on to the one that took its place.
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const entries = [...(list.current?.querySelectorAll<HTMLElement>("[data-step]") ?? [])];
    (entries[Math.min(pressed.current, entries.length - 1)] ?? list.current)?.focus();
    pressed.current = null;
  });
  const entry = (step: Step, place: number, icon: ReactNode) => (
    <Entry
      key={step.command}
      step={step}
      sentence={tell(step) ?? say.unnamed}
      icon={icon}
      onPress={() => {
        pressed.current = place;
      }}
    />
  );
  return (
    <div ref={list} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      {redoable.length > 0 && (
        <section aria-label={say.redoable}>
          <h3 className="mb-1 text-xs text-muted">{say.redoable}</h3>
          <ol>{redoable.map((step, place) => entry(step, place, <Redo2 aria-hidden="true" />))}</ol>
        </section>
      )}
      {undoable.length > 0 && (
        <section aria-label={say.undoable}>
          <h3 className="mb-1 text-xs text-muted">{say.undoable}</h3>
          <ByDay steps={undoable}>
            {(step, place) => entry(step, redoable.length + place, <Undo2 aria-hidden="true" />)}
          </ByDay>
        </section>
      )}
      {undoable.length + redoable.length === 0 && (
        <div className="flex flex-col gap-1">
          <p className="font-semibold">{say.nothing.title}</p>
          <p className="text-pretty text-muted">{say.nothing.why}</p>
        </div>
      )}
    </div>
  );
}

/** Steps with a heading for each day that they were done on; none while all are of today. */
function ByDay({
  steps,
  children,
}: {
  steps: readonly Step[];
  children: (step: Step, place: number) => ReactNode;
}) {
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  const now = useSyncExternalStore(subscribeToClock, timeNow, timeNow);
  const dayOf = (at: number) => calendarDay(new Date(at), zone);
  const named = new Map([
    [dayOf(now - 24 * 60 * 60_000), say.yesterday],
    [dayOf(now), say.today],
  ]);
  const days = new Map<string, ReactNode[]>();
  steps.forEach((step, place) => {
    const day = dayOf(step.at);
    days.set(day, [...(days.get(day) ?? []), children(step, place)]);
  });
  return [...days].map(([day, entries]) => (
    <div key={day}>
      {(days.size > 1 || named.get(day) !== say.today) && (
        <h4 className="mt-2 mb-0.5 font-medium">{named.get(day) ?? day}</h4>
      )}
      <ol>{entries}</ol>
    </div>
  ));
}

interface EntryProps {
  step: Step;
  sentence: string;
  icon: ReactNode;
  onPress: () => void;
}

function Entry({ step, sentence, icon, onPress }: EntryProps) {
  const store = useStore();
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  const refusal = store.refusalOf({ type: "undo", command: step.command });
  return (
    <li>
      <button
        type="button"
        data-step={step.command}
        aria-disabled={refusal !== null || undefined}
        className="flex w-full cursor-pointer items-start gap-2 rounded-sm px-1.5 py-1 text-start hover:bg-sunken aria-disabled:cursor-default aria-disabled:text-muted pointer-coarse:min-h-11 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
        onClick={() => {
          if (refusal) return;
          onPress();
          store.undoThat(step.command);
        }}
      >
        {icon}
        <span className="min-w-0 grow">
          <span className="block">{sentence}</span>
          {step.deed.tags === 1 && <Passage step={step} />}
          {refusal && <span className="block text-xs">{say.cannot(refusal.message)}</span>}
        </span>
        <time dateTime={new Date(step.at).toISOString()} className="text-xs text-muted tabular-nums">
          {clockTime(new Date(step.at), zone)}
        </time>
      </button>
    </li>
  );
}

function Passage({ step }: { step: Step }) {
  const { body } = step.deed.first;
  if ("tag" in body) return <TagWords id={body.tag} />;
  return "thread" in body ? <ThreadWords id={body.thread} /> : null;
}

function ThreadWords({ id }: { id: ThreadId }) {
  const anchor = useTopic("threads", ({ slice }) => slice.threads.get(id)?.anchor);
  return (
    <span className={cx("line-clamp-1 text-muted", anchor && "font-serif")} dir="auto">
      {anchor?.exact ?? words.threads.onArticle}
    </span>
  );
}

function TagWords({ id }: { id: Parameters<typeof useTag>[0] }) {
  const tag = useTag(id);
  return (
    <span className="line-clamp-1 font-serif text-muted" dir="auto">
      {tag?.anchor.exact ?? words.history.tagGone}
    </span>
  );
}
