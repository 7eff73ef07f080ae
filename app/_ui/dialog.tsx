"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode, RefObject } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { buttonLook } from "./button-look";

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Called when it is closed and gone, and the focus is back. */
  onClosed?: () => void;
  /** A button that opens it, where nobody controls `open`. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  wide?: boolean;
  /** What gets the focus on opening; else the first field or button. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** What gets it back on closing; else what had it before. */
  finalFocus?: RefObject<HTMLElement | null>;
  /** False where closing by a click beside it would lose typed words. */
  closeOnOutsidePress?: boolean;
}

/** A window over the page that holds the focus until it closes. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, trigger, title, description, children, footer, wide = false } = props;
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(now) => onOpenChange?.(now)}
      onOpenChangeComplete={(now) => {
        if (!now) props.onClosed?.();
      }}
      disablePointerDismissal={props.closeOnOutsidePress === false}
    >
      {trigger !== undefined && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-40 flex items-end justify-center p-2 pt-16 sm:items-center sm:p-6">
          <BaseDialog.Popup
            data-over-page
            initialFocus={props.initialFocus}
            finalFocus={props.finalFocus}
            className={cx(
              "relative flex max-h-full w-full flex-col rounded-md border border-border bg-surface outline-none",
              "transition-[opacity,translate] duration-(--calm) data-ending-style:opacity-0",
              "data-starting-style:translate-y-2 data-starting-style:opacity-0",
              wide ? "max-w-3xl" : "max-w-md",
            )}
          >
            <BaseDialog.Title className="py-4 ps-4 pe-14 pb-2 text-base font-semibold">
              {title}
            </BaseDialog.Title>
            <div className="flex flex-col gap-4 overflow-y-auto px-4 pt-1 pb-4">
              {description !== undefined && (
                <BaseDialog.Description className="text-muted">{description}</BaseDialog.Description>
              )}
              {children}
            </div>
            {footer !== undefined && (
              <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{footer}</div>
            )}
            {/* Last, so that opening puts the focus on the first field and not on the way out. */}
            <BaseDialog.Close
              aria-label={words.common.close}
              className={cx(
                buttonLook({ variant: "plain", small: true }),
                "absolute end-2.5 top-2.5 aspect-square px-0! pointer-coarse:end-1 pointer-coarse:top-1 pointer-coarse:min-w-11",
              )}
            >
              <X aria-hidden="true" />
            </BaseDialog.Close>
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
