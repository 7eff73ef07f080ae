"use client";

import { ChevronUp, X } from "lucide-react";
import { useState } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { Menu, MenuItem } from "~/app/_ui/menu";
import type { TagId } from "~/core/ids";
import { BULK_KINDS, type BulkKind } from "./bulk";
import { BulkDialog } from "./bulk-dialog";

const say = words.many;

export interface BulkBarProps {
  chosen: readonly TagId[];
  /** How many the list shows. */
  shown: number;
  onChooseAll: () => void;
  onClear: () => void;
  /** What a key in the list asks for; the bar says when the question was taken up. */
  asked: BulkKind | null;
  onAsked: (kind: BulkKind | null) => void;
}

/** What can be done with the chosen tags: one command and one undo for all of them. */
export function BulkBar({ chosen, shown, onChooseAll, onClear, asked, onAsked }: BulkBarProps) {
  const [last, setLast] = useState<BulkKind>("dismiss");
  if (asked !== null && asked !== last) setLast(asked);
  return (
    <div
      role="toolbar"
      aria-label={say.bar}
      className="sticky bottom-0 z-10 flex flex-wrap items-center gap-1 rounded-md border border-accent bg-accent-fill px-2 py-1"
    >
      <p role="status" className="grow font-medium tabular-nums">
        {say.chosen(chosen.length)}
      </p>
      <IconButton small label={say.clear} keys="Escape" icon={<X aria-hidden="true" />} onClick={onClear} />
      {chosen.length < shown && (
        <Button small aria-label={say.chooseAll(shown)} onClick={onChooseAll}>
          {say.all(shown)}
        </Button>
      )}
      <Menu
        align="start"
        trigger={
          <Button small variant="primary" className="ms-auto">
            {say.change}
            <ChevronUp aria-hidden="true" />
          </Button>
        }
      >
        {BULK_KINDS.map((kind) => (
          <MenuItem key={kind} onSelect={() => onAsked(kind)}>
            {say.verbs[kind]}
          </MenuItem>
        ))}
      </Menu>
      <BulkDialog
        kind={last}
        chosen={chosen}
        open={asked !== null}
        onClose={() => onAsked(null)}
        onDone={onClear}
      />
    </div>
  );
}
