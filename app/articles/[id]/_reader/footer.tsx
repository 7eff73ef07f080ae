"use client";

import type { KeyedAction } from "~/app/_keys/action";
import { Chord } from "~/app/_keys/chord";
import { useKeyOf } from "~/app/_keys/keys-context";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { EVERY_TAG } from "~/app/articles/[id]/_store/filter";
import { useCounted, useScheme } from "~/app/articles/[id]/_store/hooks";

const say = words.reader;

/** How far the checking has come, and the keys that help most now. */
export function Footer({
  prefix,
  isSelecting,
  actions,
}: {
  prefix: string | null;
  isSelecting: boolean;
  actions: readonly KeyedAction[];
}) {
  return (
    <footer className="sticky bottom-0 z-20 flex min-h-9 items-center gap-4 border-t bg-paper px-4 text-[0.8125rem] text-muted max-sm:hidden">
      <Progress />
      <p className="ms-auto flex items-center gap-4">
        {isSelecting ? (
          say.selectingBar
        ) : prefix === null ? (
          <Hints />
        ) : (
          <Following prefix={prefix} actions={actions} />
        )}
      </p>
    </footer>
  );
}

function Progress() {
  const standing = useCounted(EVERY_TAG, (counts) => counts.standing);
  const decided = useCounted(EVERY_TAG, (counts) => counts.decided);
  return (
    <>
      <p className="whitespace-nowrap tabular-nums">{say.progress(decided, standing)}</p>
      {standing > 0 && (
        <span aria-hidden="true" className="h-1.5 w-32 overflow-hidden rounded-full bg-line">
          <span className="block h-full bg-accent" style={{ inlineSize: `${(100 * decided) / standing}%` }} />
        </span>
      )}
    </>
  );
}

function Hints() {
  const { types } = useScheme();
  return (
    <>
      {types.map(({ name, label }) => (
        <Hint key={name} of={[`tag ${name}`]} label={label} className="max-lg:hidden" />
      ))}
      <Hint of={["next", "previous"]} label={say.hints.move} />
      <Hint of={["undo"]} label={say.hints.undo} className="max-md:hidden" />
      <Hint of={["sheet"]} label={say.hints.keys} />
    </>
  );
}

/** A few words behind the keys of some actions; nothing where those have no key. */
function Hint({ of, label, className }: { of: readonly string[]; label: string; className?: string }) {
  const keyOf = useKeyOf();
  const chords = of.flatMap((id) => keyOf(id) ?? []);
  if (chords.length === 0) return null;
  return (
    <span className={cx("flex items-center gap-1", className)}>
      {chords.map((chord) => (
        <Chord key={chord} chord={chord} />
      ))}{" "}
      {label}
    </span>
  );
}

/** What may follow the first of two keys. */
function Following({ prefix, actions }: { prefix: string; actions: readonly KeyedAction[] }) {
  const following = actions.flatMap(({ id, keys, label }) =>
    keys.filter((key) => key.startsWith(`${prefix} `)).map((key) => ({ id, key, label })),
  );
  return (
    <>
      <span>{words.keys.waiting(prefix)}</span>
      {following.map(({ id, key, label }) => (
        <span key={id} className="flex items-center gap-1">
          <Chord chord={key.slice(prefix.length + 1)} /> {label}
        </span>
      ))}
    </>
  );
}
