"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { useEffect, useState } from "react";
import { Chord } from "~/app/_keys/chord";

/** How long the pointer rests before a tip shows, and how long it may be on its way to it or to the next, in ms. */
const DELAY = 500;
const GRACE = 150;

interface Tip {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly keys: string | undefined;
}

/** Shows the tip of whatever on the page has one, one at a time. */
export function TipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const [last, setLast] = useState(tip);
  if (tip && tip !== last) setLast(tip);
  useEffect(() => followTips(setTip), []);
  return (
    <Tooltip.Root
      open={tip !== null}
      onOpenChange={(open) => {
        if (!open) setTip(null);
      }}
    >
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={last?.anchor ?? null} side="bottom" sideOffset={6} className="z-50">
          <Tooltip.Popup
            data-tip-shown
            className="flex max-w-72 items-center gap-2 rounded-md border border-ink bg-ink px-2 py-1 text-[0.8125rem] text-paper transition-opacity data-ending-style:opacity-0 data-instant:transition-none data-starting-style:opacity-0"
          >
            {last?.label}
            {last?.keys !== undefined && <Chord chord={last.keys} onInk />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

function tipOf(target: EventTarget | null): Tip | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;
  const label = anchor?.dataset["tip"];
  // What it has opened says more than its tip, and lies where that would.
  if (anchor?.getAttribute("aria-expanded") === "true") return null;
  return anchor && label !== undefined ? { anchor, label, keys: anchor.dataset["tipKeys"] } : null;
}

/**
 * Tells whose tip is to be shown: after a moment's pointing, at once beside one that is shown, and on a focus by
 * keyboard. A press and Escape end it; the pointer may go into it.
 */
function followTips(show: (tip: Tip | null) => void): () => void {
  let shown: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (tip: Tip | null, delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (tip && !tip.anchor.isConnected) return;
      shown = tip?.anchor ?? null;
      show(tip);
    }, delay);
  };
  const point = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === "touch") return;
    if (target instanceof Element && target.closest("[data-tip-shown]")) clearTimeout(timer);
    else {
      const tip = tipOf(target);
      if (tip?.anchor === shown) clearTimeout(timer);
      else set(tip, shown ? GRACE : DELAY);
    }
  };
  const focus = ({ target }: FocusEvent) => {
    const tip = tipOf(target);
    if (tip?.anchor.matches(":focus-visible")) set(tip, 0);
  };
  const end = () => set(null, 0);
  const escape = ({ key }: KeyboardEvent) => {
    if (key === "Escape") end();
  };
  const hearing = new AbortController();
  const how = { signal: hearing.signal, capture: true };
  document.addEventListener("pointerover", point, how);
  document.addEventListener("focusin", focus, how);
  document.addEventListener("focusout", end, how);
  document.addEventListener("pointerdown", end, how);
  document.addEventListener("keydown", escape, how);
  return () => {
    clearTimeout(timer);
    hearing.abort();
  };
}
