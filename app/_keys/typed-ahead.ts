/** How long a field may take to come, in milliseconds. */
const PATIENCE = 2_000;

/**
 * What somebody types on after a key that opens a field, before the field is there: it is kept for the field, so that
 * its letters are neither lost nor taken for keys of the page.
 */
export class TypedAhead {
  #words: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A field is on its way. */
  expect(): void {
    this.end();
    if (isField(document.activeElement)) return;
    this.#words = "";
    addEventListener("focusin", this.#arrived);
    this.#timer = setTimeout(() => this.end(), PATIENCE);
  }

  /** Keeps what a key would have typed. @returns whether it did */
  keeps(event: KeyboardEvent): boolean {
    const { key, ctrlKey, metaKey, altKey } = event;
    const typed = key === "Enter" ? "\n" : key;
    if (this.#words === null || typed.length > 1 || ctrlKey || metaKey || altKey) return false;
    event.preventDefault();
    this.#words += typed;
    return true;
  }

  /** Waits no longer. */
  end(): void {
    clearTimeout(this.#timer);
    removeEventListener("focusin", this.#arrived);
    this.#words = null;
  }

  readonly #arrived = ({ target }: FocusEvent): void => {
    if (!isField(target)) return;
    const words = this.#words ?? "";
    this.end();
    if (words === "") return;
    const end = target.value.length;
    target.setRangeText(words, end, end, "end");
    target.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: words }));
  };
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
