import { Listeners } from "./listeners";

/** So many sections the page brings with it: more than a window shows. */
const AT_FIRST = 2;

/**
 * How much of the text is on the page. It comes with its beginning, to be read at once; the rest follows piece by
 * piece, so that find in page and assistive technology have all of it soon, and at once where somebody goes there.
 */
export class Unfolding {
  readonly #changes = new Listeners<void>();
  #sections = AT_FIRST;

  /** The sections that are drawn, from the first. */
  readonly sections = (): number => this.#sections;

  readonly subscribe = (listener: () => void): (() => void) => this.#changes.add(listener);

  /** Has so many sections drawn at least; all of them where it is not said. */
  unfold(sections = Infinity): void {
    if (sections <= this.#sections) return;
    this.#sections = sections;
    this.#changes.tell();
  }
}
