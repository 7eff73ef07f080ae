"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Chord } from "~/app/_keys/chord";

/** Lets neighbouring tooltips open without a second delay. */
export function TooltipGroup({ children }: { children: ReactNode }) {
  return <BaseTooltip.Provider delay={500}>{children}</BaseTooltip.Provider>;
}

export interface TooltipProps {
  /** What pointing at or focusing the child shows; the child needs its own accessible name. */
  label: ReactNode;
  /** A key to show beside it, as chords.ts names it. */
  keys?: string | undefined;
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  /** One element that takes a ref and props, such as a Button. */
  children: ReactElement;
}

/** A few words on pointing or focus. Nothing needed may be in it alone: touch never shows it. */
export function Tooltip({ label, keys, side = "bottom", children }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-50">
          <BaseTooltip.Popup className="flex max-w-72 items-center gap-2 rounded-md border border-ink bg-ink px-2 py-1 text-[0.8125rem] text-paper transition-opacity data-ending-style:opacity-0 data-instant:transition-none data-starting-style:opacity-0">
            {label}
            {keys !== undefined && <Chord chord={keys} onInk />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
