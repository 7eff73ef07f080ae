import type { TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";

import type { AppRouter } from "~/server/routers";
import { refusalOf } from "./refusal";

/**
 * What happens when a session ends while its page is open: whatever was refused waits, a dialog over the page
 * asks for the password, and then it is sent again. Nothing on the page is lost.
 */

let waiting: ((signedIn: boolean) => void)[] = [];
const listeners = new Set<() => void>();
let dialogs = 0;

function tell(): void {
  for (const listener of listeners) listener();
}

/**
 * Asks the person to sign in again, all who ask at the same time by one dialog.
 * @returns whether they did; false at once on a page that has no such dialog
 */
export function signInAgain(): Promise<boolean> {
  if (dialogs === 0) return Promise.resolve(false);
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    tell();
  });
}

/** Lets those who wait go on, or give up. */
export function settle(signedIn: boolean): void {
  const settled = waiting;
  waiting = [];
  tell();
  for (const resolve of settled) resolve(signedIn);
}

export function isAsking(): boolean {
  return waiting.length > 0;
}

/** Calls back when that changes, until the returned function is called; the caller shows the dialog. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  dialogs += 1;
  return () => {
    listeners.delete(listener);
    dialogs -= 1;
  };
}

/** Sends what was refused for want of a session once more, after the person has signed in again. */
export const againWhenSignedIn: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      let current: Unsubscribable | undefined;
      let isGone = false;
      const send = (isLast: boolean) => {
        current = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error(error) {
            if (isLast || op.context.inBackground === true || refusalOf(error).kind !== "signed-out") {
              observer.error(error);
              return;
            }
            void signInAgain().then((signedIn) => {
              if (isGone) return;
              if (signedIn) send(true);
              else observer.error(error);
            });
          },
        });
      };
      send(false);
      return () => {
        isGone = true;
        current?.unsubscribe();
      };
    });
