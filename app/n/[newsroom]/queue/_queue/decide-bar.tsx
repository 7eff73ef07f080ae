"use client";

import { CheckCheck, Hand, MessageCircleQuestionMark, Undo2, UserPlus, X } from "lucide-react";

import { Chord } from "~/app/_keys/chord";
import { ariaChord } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { Menu, MenuItem } from "~/app/_ui/menu";
import { MOST_AT_ONCE } from "~/core/queue";
import { FINDINGS } from "~/core/tag";
import type { QueuedTag } from "~/server/routers";
import type { QueueBench } from "./queue-keys";

const say = words.queue;

export interface DecideBarProps {
  /** What it is done to: the chosen rows, or the present one. */
  rows: readonly QueuedTag[];
  isChosen: boolean;
  /** All of them are the person's own already. */
  isOwn: boolean;
  /** How many are still to be changed; null when nothing is under way. */
  left: number | null;
  bench: Pick<QueueBench, "verdict" | "approve" | "take" | "give" | "ask" | "clear" | "takeBack">;
  canTakeBack: boolean;
  mayGive: boolean;
}

/** What can be done with tags of the queue; at the foot of the window, in reach of a thumb. */
export function DecideBar({ rows, isChosen, isOwn, left, bench, canTakeBack, mayGive }: DecideBarProps) {
  const keyOf = useKeyOf();
  const isTooMany = rows.length > MOST_AT_ONCE;
  const busy = left !== null;
  const off = isTooMany || rows.length === 0;
  const keyed = (id: string) => {
    const chord = keyOf(id);
    return {
      chord: chord !== undefined && (
        <span className="contents pointer-coarse:hidden">
          <Chord chord={chord} />
        </span>
      ),
      "aria-keyshortcuts": ariaChord(chord),
    };
  };
  const [approve, take, give, ask] = [keyed("approve"), keyed("take"), keyed("assign"), keyed("ask")];
  return (
    <div
      role="toolbar"
      aria-label={say.bar}
      data-over-foot
      className="sticky bottom-2 z-20 flex flex-wrap items-center gap-2 rounded-md border border-accent bg-accent-fill px-3 py-2"
    >
      <div className="flex grow items-center gap-2 max-sm:basis-full">
        <p role="status" className="font-medium tabular-nums">
          {busy
            ? say.left(left)
            : isTooMany
              ? say.most(rows.length, MOST_AT_ONCE)
              : isChosen
                ? say.chosen(rows.length)
                : rows.length > 0
                  ? say.thisOne
                  : say.nothingLookedAt}
        </p>
        {isChosen && (
          <IconButton
            small
            label={say.none}
            keys="Escape"
            icon={<X aria-hidden="true" />}
            onClick={bench.clear}
          />
        )}
      </div>
      {canTakeBack && (
        <IconButton
          small
          label={say.undoLast}
          keys="Mod+z"
          icon={<Undo2 aria-hidden="true" />}
          disabled={busy}
          onClick={bench.takeBack}
        />
      )}
      <Menu
        trigger={
          <Button small disabled={off || busy || !rows.some(({ mayCheck }) => mayCheck)}>
            {say.verdict}
          </Button>
        }
      >
        {FINDINGS.map((finding) => (
          <MenuItem key={finding} onSelect={() => bench.verdict(finding)}>
            {words.margin.finding[finding]}
          </MenuItem>
        ))}
      </Menu>
      <Button
        small
        busy={busy}
        disabled={off || !rows.some(({ mayApprove }) => mayApprove)}
        aria-keyshortcuts={approve["aria-keyshortcuts"]}
        onClick={bench.approve}
      >
        <CheckCheck aria-hidden="true" />
        {say.approve}
        {approve.chord}
      </Button>
      <Button small disabled={off || busy} aria-keyshortcuts={take["aria-keyshortcuts"]} onClick={bench.take}>
        <Hand aria-hidden="true" />
        {isOwn ? say.giveBack : say.take}
        {take.chord}
      </Button>
      {mayGive && (
        <Button
          small
          disabled={off || busy}
          aria-keyshortcuts={give["aria-keyshortcuts"]}
          onClick={bench.give}
        >
          <UserPlus aria-hidden="true" />
          {say.give}
          {give.chord}
        </Button>
      )}
      <Button small disabled={off || busy} aria-keyshortcuts={ask["aria-keyshortcuts"]} onClick={bench.ask}>
        <MessageCircleQuestionMark aria-hidden="true" />
        {say.ask}
        {ask.chord}
      </Button>
    </div>
  );
}
