"use client";

import { useMemo } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import { ariaChord } from "~/app/_keys/chords";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { useArticle, useStore, useTags, useTopic } from "~/app/articles/[id]/_store/hooks";
import { closedRules, type RuleAnswer } from "~/core/gate";
import { gateOf } from "./steps";

const say = words.gate;

/** The gate as it stands, a moment after every change. */
export function useGate(): RuleAnswer[] {
  const store = useStore();
  const { desk } = useArticle();
  const tags = useTags({ calmly: true });
  const threads = useTopic("threads", ({ slice }) => slice.threads, { calmly: true });
  return useMemo(() => gateOf(store.standing, { tags, threads, desk }), [store, tags, threads, desk]);
}

/** In the header: the gate as eight lamps with how much closes each; one number where there is little room. */
export function GateLamps() {
  const store = useStore();
  const chord = useKeyOf()("gate");
  const answers = useGate();
  const closed = closedRules(answers);
  return (
    <button
      type="button"
      aria-label={
        closed.length === 0
          ? say.open
          : say.closed(closed.map(({ rule, items }) => `${rule} (${items.length})`))
      }
      aria-keyshortcuts={ariaChord(chord)}
      aria-expanded={store.viewing.gating}
      title={say.title}
      className="inline-flex control-small items-center gap-1 rounded-md border bg-surface px-1.5 hover:bg-sunken"
      onClick={() => store.look({ gating: !store.viewing.gating, discussing: false })}
    >
      <span aria-hidden="true" className="flex items-center gap-1 max-xl:hidden">
        {answers.map((answer) => (
          <Lamp key={answer.rule} answer={answer} />
        ))}
      </span>
      <span aria-hidden="true" className="flex items-center gap-1 text-xs xl:hidden">
        {say.short}
        <Count of={closed.reduce((sum, { items }) => sum + items.length, 0)} />
      </span>
    </button>
  );
}

function Lamp({ answer: { level, items } }: { answer: RuleAnswer }) {
  if (level === "off") return <span className="h-px w-2 bg-muted" />;
  return <Count of={items.length} />;
}

/** How much closes it; a filled dot where nothing does. */
export function Count({ of }: { of: number }) {
  return (
    <span
      className={cx(
        "inline-flex h-4 min-w-4 items-center justify-center rounded-full border px-0.5 text-[0.625rem] leading-none font-semibold tabular-nums",
        of === 0 ? "border-transparent" : "border-warn bg-warn-fill text-warn",
      )}
    >
      {of === 0 ? <span className="size-2 rounded-full bg-ok" /> : of > 99 ? "99+" : of}
    </span>
  );
}
