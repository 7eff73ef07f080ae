import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { inTextOrder } from "~/app/articles/[id]/_store/filter";
import { pointOn } from "~/app/articles/[id]/_store/stack";
import type { TagId } from "~/core/ids";
import { arrange } from "./layout";

/** Between two cards, in CSS pixels; below one that is more than a line there is more air. */
const GAP = 3;
const AIR = 5;
/** A card's first line of text stands this much lower than its edge. */
const INSET = 4;
/** As many cards glide to a new place; more of them would be a flurry that costs frames, and they are there at once. */
const GLIDING = 12;
/** While the text scrolls, cards are changed no more often than this, in milliseconds: each change costs a frame. */
const PACE = 80;
const NONE: readonly number[] = [];

/**
 * Keeps cards level with their marks. It measures only what is drawn near the view, reads everything before it
 * moves anything, and moves cards without React, so that scrolling and typing cost no renders.
 */
export class Placement {
  readonly #store: ArticleStore;
  readonly #cards = new Map<TagId, HTMLElement>();
  /** Where each card stands. */
  readonly #tops = new Map<HTMLElement, number>();
  /** Paragraphs by the offset at which they begin. */
  readonly #paragraphs = new Map<number, HTMLElement>();
  readonly #inView = new Set<Element>();
  readonly #listeners = new Set<() => void>();
  #column: HTMLElement | null = null;
  #sizes: ResizeObserver | null = null;
  /** Follows sections, which the browser leaves undrawn where they are far; and the paragraphs of those that are not. */
  #sections: IntersectionObserver | null = null;
  #crossings: IntersectionObserver | null = null;
  #near = NONE;
  #frame = 0;
  #looked = -Infinity;
  #later: ReturnType<typeof setTimeout> | undefined;
  /** One for all measuring: a document keeps every range up to date until it is forgotten. */
  #range: Range | null = null;

  constructor(store: ArticleStore) {
    this.#store = store;
  }

  /** The paragraphs near the view, rising; the same array while they are the same. */
  readonly near = (): readonly number[] => this.#near;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to follow the text beside a column; the function given back ends it. */
  watch(column: HTMLElement): () => void {
    this.#column = column;
    this.#range = document.createRange();
    this.#sizes = new ResizeObserver(() => this.plan());
    this.#sections = new IntersectionObserver((entries) => this.#approached(entries), {
      rootMargin: "100% 0px",
    });
    // Half a window's height ahead, so that cards are there before their marks come into view.
    this.#crossings = new IntersectionObserver((entries) => this.#crossed(entries), {
      rootMargin: "50% 0px",
    });
    for (const card of this.#cards.values()) this.#sizes.observe(card);
    this.#read();
    const forget = this.#store.subscribe("text", () => requestAnimationFrame(() => this.#read()));
    return () => {
      forget();
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#later);
      this.#sizes?.disconnect();
      this.#sections?.disconnect();
      this.#crossings?.disconnect();
      this.#column = null;
    };
  }

  /** Takes a card into the layout until the function given back is called. */
  hold(id: TagId, card: HTMLElement): () => void {
    this.#cards.set(id, card);
    this.#sizes?.observe(card);
    return () => {
      this.#cards.delete(id);
      this.#tops.delete(card);
      this.#sizes?.unobserve(card);
    };
  }

  /** Puts every card in its place in the coming frame, once however often it is asked for. */
  plan(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#arrange());
  }

  #arrange(): void {
    const column = this.#column;
    if (!column) return;
    const origin = column.getBoundingClientRect().top + INSET;
    const { viewing } = this.#store;
    const { focused } = viewing;
    const wishes = [...this.#cards]
      .flatMap(([id, card]) => {
        const tag = this.#store.tag(id);
        const top = tag && this.#topOf(id === focused ? pointOn(tag, viewing) : tag.anchor.start);
        if (!tag || top === null) return [];
        const height = card.offsetHeight + (card.dataset.compact === undefined ? AIR : 0);
        return [{ tag, card, top: top - origin, height }];
      })
      .sort((a, b) => inTextOrder(a.tag, b.tag));
    const place = wishes.findIndex(({ tag }) => tag.id === focused);
    const tops = arrange(wishes, GAP, place === -1 ? null : place);
    this.#move(wishes.map(({ card }, index) => [card, Math.round(tops[index] ?? 0)]));
    const last = wishes.length - 1;
    column.style.minBlockSize = `${Math.ceil((tops[last] ?? 0) + (wishes[last]?.height ?? 0))}px`;
  }

  #move(places: readonly (readonly [HTMLElement, number])[]): void {
    const moved = places.filter(([card, top]) => this.#tops.get(card) !== top);
    for (const [card, top] of moved) {
      card.toggleAttribute("data-gliding", moved.length <= GLIDING && this.#tops.has(card));
      card.style.translate = `0 ${top}px`;
      card.dataset.placed = "";
      this.#tops.set(card, top);
    }
  }

  /** Finds the paragraphs, and watches what holds them. */
  #read(): void {
    this.#sections?.disconnect();
    this.#crossings?.disconnect();
    this.#inView.clear();
    this.#paragraphs.clear();
    const holders = new Set<Element>();
    for (const paragraph of document.querySelectorAll<HTMLElement>("[data-start]")) {
      this.#paragraphs.set(Number(paragraph.dataset.start), paragraph);
      if (paragraph.parentElement) holders.add(paragraph.parentElement);
    }
    for (const holder of holders) {
      this.#sections?.observe(holder);
      this.#sizes?.observe(holder);
    }
  }

  #approached(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      for (const paragraph of target.children) {
        if (isIntersecting) this.#crossings?.observe(paragraph);
        else {
          this.#crossings?.unobserve(paragraph);
          this.#inView.delete(paragraph);
        }
      }
    }
    this.#look();
  }

  #crossed(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#inView.add(target);
      else this.#inView.delete(target);
    }
    this.#look();
  }

  /** Tells of the paragraphs near the view, where they are others than before; soon, if it has just told. */
  #look(): void {
    clearTimeout(this.#later);
    const wait = this.#looked + PACE - performance.now();
    if (wait > 0) {
      this.#later = setTimeout(() => this.#look(), wait);
      return;
    }
    const near = [...this.#inView]
      .map((paragraph) => this.#store.index.paragraphAt(Number(paragraph.getAttribute("data-start"))))
      .sort((a, b) => a - b);
    if (near.length === this.#near.length && near.every((index, place) => this.#near[place] === index))
      return;
    this.#near = near;
    this.#looked = performance.now();
    for (const listener of this.#listeners) listener();
  }

  /** Where the line is that holds an offset, from the window's top; null where it is not on the page. */
  #topOf(offset: number): number | null {
    const { index } = this.#store;
    const start = index.paragraphs[index.paragraphAt(offset)]?.start;
    const paragraph = start === undefined ? undefined : this.#paragraphs.get(start);
    if (!paragraph || start === undefined) return null;
    let rest = offset - start;
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (rest < length) {
        this.#range?.setStart(node, rest);
        this.#range?.setEnd(node, rest + 1);
        return this.#range?.getBoundingClientRect().top ?? null;
      }
      rest -= length;
    }
    return paragraph.getBoundingClientRect().top;
  }
}
