/**
 * The page shows before its keys are answered. What is pressed in between is kept, from before the application runs,
 * and pressed again as soon as somebody answers.
 */

/** What was pressed longer ago is no longer meant, in milliseconds. */
const FORGOTTEN_AFTER = 3_000;

interface EarlyKey {
  readonly event: KeyboardEvent;
  readonly target: EventTarget;
}

let kept: EarlyKey[] | null = null;

/** Begins to keep keys; before the application runs. It hears of them first: React swallows those that come too early. */
export function keepEarlyKeys(): void {
  kept = [];
  addEventListener("keydown", keep, { capture: true });
}

/** Presses again what was kept, and keeps no more. Call it when keys are answered. */
export function pressEarlyKeys(): void {
  if (kept === null) return;
  // One under way comes to whoever has begun to answer by itself: React made the page ready for its sake.
  const early = kept.filter(({ event }) => event.eventPhase === Event.NONE);
  kept = null;
  removeEventListener("keydown", keep, { capture: true });
  // Later in this turn others begin to answer keys, too.
  setTimeout(() => {
    for (const { event, target } of early) {
      if (performance.now() - event.timeStamp < FORGOTTEN_AFTER)
        target.dispatchEvent(new KeyboardEvent("keydown", event));
    }
  });
}

/** In a field a key types, and with Ctrl, Cmd or Alt it is the browser's before the page is there. */
function keep(event: KeyboardEvent): void {
  const { target, ctrlKey, metaKey, altKey } = event;
  if (!(target instanceof Element) || target.matches("input, textarea, select")) return;
  if (!ctrlKey && !metaKey && !altKey) kept?.push({ event, target });
}
