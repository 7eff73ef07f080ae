import { chordOf } from "./chords";
import type { Action } from "./keys";
import type { Workbench } from "./workbench";

/** How long the first key of two waits for the second, in milliseconds. */
const PATIENCE = 2_000;

/** Where single keys belong to what has the focus: fields, and everything that floats over the page. */
const ELSEWHERE =
  "input, textarea, select, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=combobox]";

/** Controls that Enter presses and Delete may mean something to. */
const CONTROLS =
  "a, button, [role=button], [role=radio], [role=tab], [role=checkbox], [role=switch], summary";

/**
 * Answers keys by the registry. Keys of one stroke run at once; the first of two waits for the second, and
 * `onPrefix` hears of it, to show what may follow.
 */
export class KeyHandler {
  readonly #actions = new Map<string, Action>();
  readonly #prefixes = new Set<string>();
  readonly #onPrefix: (prefix: string | null) => void;
  #prefix: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: readonly Action[], onPrefix: (prefix: string | null) => void) {
    this.#onPrefix = onPrefix;
    for (const action of actions) {
      for (const chord of action.keys) {
        this.#actions.set(chord, action);
        const [first, second] = chord.split(" ");
        if (first !== undefined && second !== undefined) this.#prefixes.add(first);
      }
    }
  }

  handle(event: KeyboardEvent, bench: Workbench): void {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    if (isElsewhere(event, chord, bench.root())) return;
    if (/^(Control|Meta|Alt|Shift|CapsLock)$/.test(event.key)) return;
    if (this.#prefix !== null) {
      const action = this.#actions.get(`${this.#prefix} ${chord}`);
      this.#wait(null);
      event.preventDefault();
      if (action && (action.when?.(bench) ?? true)) action.run(bench);
      return;
    }
    if (this.#prefixes.has(chord)) {
      event.preventDefault();
      this.#wait(chord);
      return;
    }
    const action = this.#actions.get(chord);
    if (!action || !(action.when?.(bench) ?? true)) return;
    event.preventDefault();
    action.run(bench);
  }

  #wait(prefix: string | null): void {
    clearTimeout(this.#timer);
    this.#prefix = prefix;
    this.#onPrefix(prefix);
    if (prefix !== null) this.#timer = setTimeout(() => this.#wait(null), PATIENCE);
  }
}

/** Whether a key is for what has the focus and not for the page. */
function isElsewhere(event: KeyboardEvent, chord: string, text: Element | null): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest(ELSEWHERE)) return true;
  if (target instanceof HTMLElement && target.isContentEditable && !text?.contains(target)) return true;
  return (chord === "Enter" || chord === "Delete") && target.closest(CONTROLS) !== null;
}
