"use client";

import { words } from "~/app/_lib/words";
import { type Action, keysOf } from "~/app/articles/[id]/_lib/keys";
import { isUndecided } from "~/app/articles/[id]/_store/filter";
import { useScheme, useTags } from "~/app/articles/[id]/_store/hooks";
import { isStanding } from "~/core/tag";
import { Chord } from "./key-sheet";

const say = words.reader;

/** How far the checking has come, and the keys that help most now. */
export function Footer({
  prefix,
  isSelecting,
  actions,
}: {
  prefix: string | null;
  isSelecting: boolean;
  actions: readonly Action[];
}) {
  return (
    <footer className="sticky bottom-0 z-20 flex min-h-9 items-center gap-4 border-t bg-paper px-4 text-[0.8125rem] text-muted max-sm:hidden">
      <Progress />
      <p className="ms-auto flex items-center gap-4">
        {isSelecting ? (
          say.selectingBar
        ) : prefix === null ? (
          <Hints actions={actions} />
        ) : (
          <Following prefix={prefix} actions={actions} />
        )}
      </p>
    </footer>
  );
}

function Progress() {
  const standing = [...useTags().values()].filter(isStanding);
  const done = standing.filter((tag) => !isUndecided(tag)).length;
  return (
    <>
      <p className="whitespace-nowrap tabular-nums">{say.progress(done, standing.length)}</p>
      {standing.length > 0 && (
        <span aria-hidden="true" className="h-1.5 w-32 overflow-hidden rounded-full bg-line">
          <span
            className="block h-full bg-accent"
            style={{ inlineSize: `${(100 * done) / standing.length}%` }}
          />
        </span>
      )}
    </>
  );
}

function Hints({ actions }: { actions: readonly Action[] }) {
  const { types } = useScheme();
  const hint = (id: string) => <Chord chord={keysOf(actions, id) ?? ""} />;
  return (
    <>
      {types.map(({ name, label }) => (
        <span key={name} className="flex items-center gap-1 max-lg:hidden">
          {hint(`tag ${name}`)} {label}
        </span>
      ))}
      <span className="flex items-center gap-1">
        {hint("next")}
        {hint("previous")} {say.hints.move}
      </span>
      <span className="flex items-center gap-1 max-md:hidden">
        {hint("undo")} {say.hints.undo}
      </span>
      <span className="flex items-center gap-1">
        {hint("sheet")} {say.hints.keys}
      </span>
    </>
  );
}

/** What may follow the first of two keys. */
function Following({ prefix, actions }: { prefix: string; actions: readonly Action[] }) {
  const following = actions.filter(({ keys }) => keys[0].startsWith(`${prefix} `));
  return (
    <>
      <span>{say.keys.waiting(prefix)}</span>
      {following.map(({ id, keys, label }) => (
        <span key={id} className="flex items-center gap-1">
          <Chord chord={keys[0].slice(prefix.length + 1)} /> {label}
        </span>
      ))}
    </>
  );
}
