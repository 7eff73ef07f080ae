"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { useMemo, useRef, useState } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Dialog } from "~/app/_ui/dialog";
import { inputLook } from "~/app/_ui/input-look";
import { rowLook } from "~/app/_ui/popup-look";
import { Chord } from "./chord";
import { type PaletteGroup, type PaletteItem, paletteGroups } from "./palette-items";
import { recentActions, rememberAction } from "./recent";

const say = words.keys.palette;

export interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Everything that can be done or gone to from here, as things stand when it is opened. */
  groups: () => readonly PaletteGroup[];
}

/** Everything that can be done here, found by its words: the chosen is done once the palette has closed. */
export function Palette({ open, onOpenChange, groups }: PaletteProps) {
  const chosen = useRef<PaletteItem | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={() => {
        const item = chosen.current;
        chosen.current = null;
        item?.run();
      }}
      title={say.title}
      wide
    >
      <Choice
        groups={groups}
        onChoose={(item) => {
          if (item.needs !== undefined) return;
          rememberAction(item.id);
          chosen.current = item;
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

interface ChoiceProps {
  groups: PaletteProps["groups"];
  onChoose: (item: PaletteItem) => void;
}

function Choice({ groups, onChoose }: ChoiceProps) {
  const [sought, setSought] = useState("");
  const [{ all, recent }] = useState(() => ({ all: groups(), recent: recentActions() }));
  // At once, and not when there is time: Enter chooses from what was typed, however quickly it follows.
  const found = useMemo(
    () => paletteGroups(all, { sought, recent, recentLabel: say.recent }),
    [all, sought, recent],
  );
  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      items={found}
      value={sought}
      onValueChange={(text, { reason }) => {
        if (reason !== "item-press") setSought(text);
      }}
      autoHighlight="always"
      keepHighlight
      itemToStringValue={(item: PaletteItem) => item.label}
    >
      <Autocomplete.Input
        aria-label={say.field}
        placeholder={say.field}
        dir="auto"
        className={cx(inputLook, "control shrink-0")}
      />
      <Autocomplete.Empty className="text-muted empty:-mt-4">{say.nothing(sought)}</Autocomplete.Empty>
      <Autocomplete.List
        aria-label={say.title}
        className="-mx-2 h-[min(24rem,55dvh)] scroll-py-2 overflow-y-auto overscroll-contain empty:hidden"
      >
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.label} items={group.items} className="pb-2">
            <Autocomplete.GroupLabel className="px-2 py-1 text-xs text-muted">
              {group.label}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  disabled={item.needs !== undefined}
                  onClick={() => onChoose(item)}
                  className={rowLook}
                >
                  <span className="line-clamp-2 min-w-0 grow" dir="auto">
                    {item.label}
                  </span>
                  {item.needs === undefined ? (
                    item.keys !== undefined && (
                      <span className="shrink-0">
                        <Chord chord={item.keys} />
                      </span>
                    )
                  ) : (
                    <span className="shrink-0 text-xs text-muted">{item.needs}</span>
                  )}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
