"use client";

import { Drawer as BaseDrawer } from "@base-ui/react/drawer";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { buttonLook } from "./button-look";

export interface DrawerProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** It is gone, and the focus is back where it was. */
  onClosed?: () => void;
  /** A button that opens it, where nobody controls `open`. */
  trigger?: ReactElement;
  title: ReactNode;
  /** Shows the title to screen readers only. */
  titleHidden?: boolean;
  side?: "left" | "right" | "bottom";
  /** False leaves the page beside it usable, and open on clicks there. */
  modal?: boolean;
  children: ReactNode;
  footer?: ReactNode;
}

const sides = {
  left: {
    swipe: "left",
    viewport: "justify-start",
    popup:
      "h-full w-80 max-w-[calc(100vw-3rem)] border-r translate-x-(--drawer-swipe-movement-x) data-starting-style:-translate-x-full data-ending-style:-translate-x-full",
  },
  right: {
    swipe: "right",
    viewport: "justify-end",
    popup:
      "h-full w-80 max-w-[calc(100vw-3rem)] border-l translate-x-(--drawer-swipe-movement-x) data-starting-style:translate-x-full data-ending-style:translate-x-full",
  },
  bottom: {
    swipe: "down",
    viewport: "items-end justify-center",
    popup:
      "max-h-[85dvh] w-full max-w-2xl rounded-t-md border border-b-0 pb-[env(safe-area-inset-bottom)] translate-y-(--drawer-swipe-movement-y) data-starting-style:translate-y-full data-ending-style:translate-y-full",
  },
} as const;

/** A panel that slides in from an edge; swiping it back, Escape and its button close it. */
export function Drawer(props: DrawerProps) {
  const {
    open,
    onOpenChange,
    trigger,
    title,
    titleHidden = false,
    side = "right",
    modal = true,
    children,
    footer,
  } = props;
  const place = sides[side];
  return (
    <BaseDrawer.Root
      open={open}
      onOpenChange={(now) => onOpenChange?.(now)}
      onOpenChangeComplete={(now) => {
        if (!now) props.onClosed?.();
      }}
      swipeDirection={place.swipe}
      modal={modal}
      disablePointerDismissal={!modal}
    >
      {trigger !== undefined && <BaseDrawer.Trigger render={trigger} />}
      <BaseDrawer.Portal>
        {modal && (
          <BaseDrawer.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        )}
        <BaseDrawer.Viewport className={cx("pointer-events-none fixed inset-0 z-40 flex", place.viewport)}>
          <BaseDrawer.Popup
            data-over-page
            className={cx(
              "pointer-events-auto relative flex flex-col border-border bg-surface outline-none",
              "transition-[translate] duration-(--calm) data-swiping:transition-none data-swiping:select-none",
              place.popup,
            )}
          >
            <BaseDrawer.Title
              className={titleHidden ? "sr-only" : "py-4 ps-4 pe-14 pb-1 text-base font-semibold"}
            >
              {title}
            </BaseDrawer.Title>
            <BaseDrawer.Content className="min-h-0 grow overflow-y-auto overscroll-contain px-4 py-3">
              {children}
            </BaseDrawer.Content>
            {footer !== undefined && (
              <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{footer}</div>
            )}
            {/* Last, so that opening puts the focus on the content and not on the way out. */}
            <BaseDrawer.Close
              aria-label={words.common.close}
              className={cx(
                buttonLook({ variant: "plain", small: true }),
                "absolute end-2.5 top-2.5 aspect-square px-0! pointer-coarse:end-1 pointer-coarse:top-1 pointer-coarse:min-w-11",
              )}
            >
              <X aria-hidden="true" />
            </BaseDrawer.Close>
          </BaseDrawer.Popup>
        </BaseDrawer.Viewport>
      </BaseDrawer.Portal>
    </BaseDrawer.Root>
  );
}
