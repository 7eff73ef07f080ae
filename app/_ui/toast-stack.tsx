"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { receiveToasts, type ToastMessage } from "./toasts";

const manager = Toast.createToastManager();

function add(id: string, { title, description, action, trouble = false }: ToastMessage): void {
  manager.add({
    title,
    description,
    id,
    type: trouble ? "trouble" : "plain",
    // Of high priority it is spoken at once, but hidden from assistive technology until focused: so not with a button.
    priority: trouble && !action ? "high" : "low",
    timeout: trouble ? 0 : 10_000,
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.onPress();
        },
      },
    }),
  });
}

/** The place where messages appear; beside the app, so that a message draws nothing of it anew. */
export function ToastStack() {
  useEffect(() => receiveToasts({ add, close: (id) => manager.close(id) }), []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={words.common.notifications}
          className={cx(
            "pointer-events-none fixed inset-x-2 z-50 flex flex-col items-center gap-2",
            // At the foot of the window, where thumbs are and no line begins; where something to press is there, at its head.
            "bottom-[calc(1rem+env(safe-area-inset-bottom))]",
            "in-[body:has([data-over-foot])]:top-[calc(0.5rem+env(safe-area-inset-top))] in-[body:has([data-over-foot])]:bottom-auto",
            "max-sm:in-[body:has([data-over-page])]:top-[calc(0.5rem+env(safe-area-inset-top))] max-sm:in-[body:has([data-over-page])]:bottom-auto",
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
