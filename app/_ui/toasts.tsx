"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";

export interface ToastMessage {
  /** What happened: "Claim added". */
  title: string;
  description?: string;
  /** One thing to do about it, such as Undo. Pressing it closes the toast. */
  action?: { label: string; onPress: () => void };
  /** Trouble is spoken at once and stays until it is closed. */
  trouble?: boolean;
  /** Messages of one id replace each other. */
  id?: string;
}

const manager = Toast.createToastManager();

/** Shows a message at the foot of the window, on phones at its head, for 10 s (not counted while pointed at or focused); F6 goes to it. Gives its id. */
export function showToast({ title, description, action, trouble = false, id }: ToastMessage): string {
  const toast = manager.add({
    title,
    description,
    ...(id === undefined ? {} : { id }),
    type: trouble ? "trouble" : "plain",
    // Of high priority it is spoken at once, but hidden from assistive technology until focused: so not with a button.
    priority: trouble && !action ? "high" : "low",
    timeout: trouble ? 0 : 10_000,
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(toast);
          action.onPress();
        },
      },
    }),
  });
  return toast;
}

export function closeToast(id: string): void {
  manager.close(id);
}

/** The place where messages appear; beside the app, so that a message draws nothing of it anew. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={words.common.notifications}
          className={cx(
            "pointer-events-none fixed inset-x-2 z-50 flex flex-col items-center gap-2 sm:bottom-4",
            // On phones the buttons to press are at the foot; above a sheet there is room over the header.
            "max-sm:top-14 max-sm:pt-[env(safe-area-inset-top)] max-sm:in-[body:has([data-over-page])]:top-2",
          )}
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

const toastButton =
  "control-small inline-flex shrink-0 items-center justify-center rounded-sm px-2 font-medium underline underline-offset-2 " +
  "hover:bg-current/15 focus-visible:outline-current pointer-coarse:min-w-11 [&_svg]:size-4";

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["down", "up", "right"]}
      className={cx(
        "pointer-events-auto w-full max-w-sm translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y)",
        "rounded-md border transition-[opacity,translate] duration-(--calm)",
        "data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0",
        "max-sm:data-starting-style:-translate-y-2",
        toast.type === "trouble" ? "border-danger bg-danger-fill text-ink" : "border-ink bg-ink text-paper",
      )}
    >
      {/* Not a Toast.Content, which measures itself, and with it the page, at every change of its words. */}
      <div className="flex items-center gap-2 py-1.5 ps-3 pe-1.5">
        <div className="min-w-0 grow py-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="opacity-85" />
        </div>
        <Toast.Action className={toastButton} />
        <Toast.Close
          aria-label={words.common.close}
          className={cx(toastButton, "aspect-square px-0 no-underline")}
        >
          <X aria-hidden="true" />
        </Toast.Close>
      </div>
    </Toast.Root>
  ));
}
