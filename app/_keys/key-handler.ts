import type { Action } from "./action";
import { chordOf, isModifier, isSingleKey, showsLatin } from "./chords";
import { TypedAhead } from "./typed-ahead";

/** How long the first key of two waits for the second, in milliseconds. */
const PATIENCE = 2_000;

/** Where keys are typed or choose something. In a box to tick nothing is. */
const FIELDS = "input:not([type=checkbox]), textarea, select, [role=menu], [role=listbox], [role=combobox]";
/** What floats over the page has keys of its own, but for the card in a drawer. */
const FLOATING = "[role=dialog], [role=alertdialog]";
/** Parts that have the focus when their keys are pressed: there, single keys stay when they are off elsewhere. */
const BY_FOCUS = "[role=comment], [data-keys-by-focus]";

/** Controls that Enter presses and Delete may mean something to. */
const CONTROLS =
  "a, button, input, [role=button], [role=radio], [role=tab], [role=checkbox], [role=switch], summary";

export interface KeyHandling {
  /** False turns keys without Ctrl, Cmd or Alt off, where they do not belong to what has the focus. */
  readonly singleKeys: boolean;
  /** Hears of the first of two keys, to show what may follow. */
  readonly onPrefix: (prefix: string | null) => void;
  /** An element whose text is selected by keys: it looks like a field, but nothing is typed there. */
  readonly readOnly?: () => Element | null;
}

/** Answers keys by a list of actions. Keys of one stroke run at once; the first of two waits for the second. */
export class KeyHandler<Bench> {
  readonly #actions = new Map<string, Action<Bench>>();
  readonly #prefixes = new Set<string>();
  readonly #how: KeyHandling;
  readonly #ahead = new TypedAhead();
  #isLatin = true;
  #prefix: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(actions: readonly Action<Bench>[], how: KeyHandling) {
    this.#how = how;
    for (const action of actions) {
      if (!action.run) continue;
      for (const chord of action.keys) {
        if (!this.#actions.has(chord)) this.#actions.set(chord, action);
        const [first, second] = chord.split(" ");
        if (first !== undefined && second !== undefined) this.#prefixes.add(first);
      }
    }
  }

  handle(event: KeyboardEvent, bench: Bench): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (isModifier(event.key) || this.#ahead.keeps(event)) return;
    this.#isLatin = showsLatin(event) ?? this.#isLatin;
    const chord = chordOf(event, this.#isLatin);
    const begun = this.#prefix;
    const whole = begun === null ? chord : `${begun} ${chord}`;
    const action = this.#actions.get(whole);
    const isOff = begun === null && !this.#how.singleKeys && isSingleKey(chord);
    if (this.#isElsewhere(event, { chord, action, isOff })) return;
    if (begun !== null) {
      this.#wait(null);
      event.preventDefault();
      if (action && (action.when?.(bench) ?? true)) this.#run(action, bench);
      return;
    }
    if (this.#prefixes.has(chord)) {
      event.preventDefault();
      this.#wait(chord);
      return;
    }
    if (!action || !(action.when?.(bench) ?? true)) return;
    event.preventDefault();
    this.#run(action, bench);
  }

  #run(action: Action<Bench>, bench: Bench): void {
    action.run?.(bench);
    if (action.opensField) this.#ahead.expect();
  }

  /** Forgets a first key that waits, and what was typed ahead; for when the handler is put away. */
  stop(): void {
    this.#wait(null);
    this.#ahead.end();
  }

  #wait(prefix: string | null): void {
    clearTimeout(this.#timer);
    if (this.#prefix === prefix) return;
    this.#prefix = prefix;
    this.#how.onPrefix(prefix);
    if (prefix !== null) this.#timer = setTimeout(() => this.#wait(null), PATIENCE);
  }

  /** Whether a key is for what has the focus and not for the page. */
  #isElsewhere(
    { target }: KeyboardEvent,
    { chord, action, isOff }: { chord: string; action: Action<Bench> | undefined; isOff: boolean },
  ): boolean {
    if (!(target instanceof Element)) return isOff;
    const byFocus = target.closest(BY_FOCUS) !== null;
    if (isOff && !byFocus) return true;
    if (target.closest(FLOATING) && (chord === "Escape" || !byFocus)) return true;
    if (action?.whileTyping) return false;
    if (target.closest(FIELDS)) return true;
    const isEditable = target instanceof HTMLElement && target.isContentEditable;
    if (isEditable && this.#how.readOnly?.()?.contains(target) !== true) return true;
    if (chord !== "Enter" && chord !== "Delete" && chord !== "Space") return false;
    const control = target.closest(CONTROLS);
    // Space presses every control but a link.
    return control !== null && !(chord === "Space" && control.matches("a"));
  }
}
