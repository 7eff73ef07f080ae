/**
 * The page shows before its keys and presses on its text are answered. What is pressed in between is kept, from before
 * the application runs, and pressed again, in its order, as soon as somebody answers.
 */

/** What was pressed longer ago is no longer meant, in milliseconds. */
const FORGOTTEN_AFTER = 3_000;

/** What does something of its own when it is pressed, and must not do it twice. */
const CONTROLS = "a, button, input, label, select, summary, textarea, [role=button]";

interface EarlyInput {
  readonly event: KeyboardEvent | MouseEvent;
  readonly target: Element;
}

let kept: EarlyInput[] | null = null;

/** Begins to keep; before the application runs. It hears first: React swallows what comes too early. */
export function keepEarlyInput(): void {
  kept = [];
  addEventListener("keydown", keepKey, { capture: true });
  addEventListener("click", keepPress, { capture: true });
}

/** Presses again what was kept, and keeps no more. Call it when keys are answered. */
export function answerEarlyInput(): void {
  if (kept === null) return;
  // One under way comes to whoever has begun to answer by itself: React made the page ready for its sake.
  const early = kept.filter(({ event }) => event.eventPhase === Event.NONE);
  kept = null;
  removeEventListener("keydown", keepKey, { capture: true });
  removeEventListener("click", keepPress, { capture: true });
  // Later in this turn others begin to answer, too.
  setTimeout(() => {
    for (const { event, target } of early) {
      if (performance.now() - event.timeStamp < FORGOTTEN_AFTER) target.dispatchEvent(again(event));
    }
  });
}

/** In a field a key types, and with Ctrl, Cmd or Alt it is the browser's before the page is there. */
function keepKey(event: KeyboardEvent): void {
  const { target, ctrlKey, metaKey, altKey } = event;
  if (!(target instanceof Element) || target.matches("input, textarea, select")) return;
  if (!ctrlKey && !metaKey && !altKey) kept?.push({ event, target });
}

function keepPress(event: MouseEvent): void {
  const { target } = event;
  if (target instanceof Element && !target.closest(CONTROLS)) kept?.push({ event, target });
}

function again(event: KeyboardEvent | MouseEvent): Event {
  return event instanceof KeyboardEvent
    ? new KeyboardEvent("keydown", event)
    : new MouseEvent("click", event);
}
