import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { textOf } from "~/core/article";
import type { Span } from "~/core/tag";
import { matchFrom, SearchedText, type Sought } from "./matches";

/** What the find bar shows. */
export interface Finding extends Sought {
  readonly isOpen: boolean;
  /** Counts up when the bar is asked for again, so that its field takes the focus. */
  readonly asked: number;
  readonly matches: readonly Span[];
  /** Which of the matches is gone to; -1 for none. */
  readonly current: number;
  readonly isSearching: boolean;
}

const CLOSED: Finding = {
  isOpen: false,
  asked: 0,
  words: "",
  matchCase: false,
  wholeWords: false,
  matches: [],
  current: -1,
  isSearching: false,
};

/** So long searching goes on before the page may draw, in milliseconds. */
const TURN = 8;

/**
 * Finding in the article: what is sought, where it is, and which of the places is looked at. A long text is
 * searched in turns, so that typing and scrolling go on meanwhile.
 */
export class Finder {
  readonly #store: ArticleStore;
  readonly #listeners = new Set<() => void>();
  #shown = CLOSED;
  #of = "";
  #searched = new SearchedText("");
  #turn: ReturnType<typeof setTimeout> | undefined;
  #from = 0;
  #wasSeen = false;

  constructor(store: ArticleStore) {
    this.#store = store;
  }

  get shown(): Finding {
    return this.#shown;
  }

  /** Whether the place gone to last has been in view, so that one may have gone on from it. */
  get wasSeen(): boolean {
    return this.#wasSeen;
  }

  /** The place gone to last is in view. */
  see(): void {
    this.#wasSeen = true;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param from the offset where looking begins; `words` are what is selected, to begin with */
  open(from: number, words: string | null): void {
    this.#from = from;
    this.#show({ isOpen: true, asked: this.#shown.asked + 1 });
    this.look(words === null ? {} : { words });
  }

  /** Gives the place that was gone to last. */
  close(): Span | null {
    clearTimeout(this.#turn);
    const { matches, current } = this.#shown;
    this.#show({ isOpen: false, matches: [], current: -1, isSearching: false });
    return matches[current] ?? null;
  }

  /** Looks for other words, or in another way. */
  look(change: Partial<Sought>): void {
    clearTimeout(this.#turn);
    this.#show({ ...change, matches: [], current: -1, isSearching: true });
    const text = textOf(this.#store.slice);
    if (text !== this.#of) {
      this.#of = text;
      this.#searched = new SearchedText(text);
    }
    this.#go(this.#searched.search(this.#shown), []);
  }

  /**
   * Goes to the next place, or the one before; from the last on to the first.
   * @param from the offset to go on from, where somebody looks elsewhere than at the place gone to last
   */
  step(by: 1 | -1, from: number | null): void {
    const { matches, current } = this.#shown;
    if (matches.length === 0) return;
    const next = from === null ? current + by : matchFrom(matches, from) - (by === 1 ? 0 : 1);
    this.#show({ current: (next + matches.length) % matches.length });
  }

  #go(search: Iterator<Span[]>, found: Span[]): void {
    const until = performance.now() + TURN;
    do {
      const part = search.next();
      if (part.done) {
        this.#show({ matches: found, current: matchFrom(found, this.#from), isSearching: false });
        return;
      }
      for (const span of part.value) found.push(span);
    } while (performance.now() < until);
    this.#turn = setTimeout(() => this.#go(search, found));
  }

  #show(change: Partial<Finding>): void {
    if (change.current !== undefined) this.#wasSeen = false;
    this.#shown = { ...this.#shown, ...change };
    for (const listener of this.#listeners) listener();
  }
}
