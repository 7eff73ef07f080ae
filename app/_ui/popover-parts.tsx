"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cx } from "~/app/_lib/cx";
import type { OpenerAttributes } from "./opener";
import { popupLook } from "./popup-look";

export interface PopoverProps {
  trigger: ReactElement<OpenerAttributes>;
  /** The accessible name; shown above the content unless `titleHidden`. */
  title: string;
  titleHidden?: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Asked on closing: false where the keyboard goes elsewhere than back to where it was. */
  returnsFocus?: () => boolean;
  align?: "start" | "center" | "end";
  /** For lists of sentences. */
  wide?: boolean;
  children: ReactNode;
}

/** A small panel beside its button, for more than a menu and less than a dialog. The page stays usable. */
export function Popover({
  trigger,
  title,
  titleHidden = false,
  open,
  onOpenChange,
  returnsFocus,
  align = "start",
  wide = false,
  children,
}: PopoverProps) {
  return (
    <BasePopover.Root open={open} onOpenChange={(now) => onOpenChange(now)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          sideOffset={6}
          align={align}
          collisionPadding={8}
          // A long one scrolls within the room that it has, and never lies over the bar that its button stands in.
          collisionAvoidance={{ fallbackAxisSide: "none" }}
          className="z-50"
        >
          <BasePopover.Popup
            finalFocus={returnsFocus}
            className={cx(
              popupLook,
              "max-h-(--available-height) max-w-[calc(100vw-1rem)] overflow-y-auto p-3",
              wide ? "w-96" : "w-80",
            )}
          >
            <BasePopover.Title className={titleHidden ? "sr-only" : "mb-2 font-semibold"}>
              {title}
            </BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
