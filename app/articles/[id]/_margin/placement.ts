import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { inTextOrder } from "~/app/articles/[id]/_store/filter";
import { pointOn } from "~/app/articles/[id]/_store/stack";
import type { TagId } from "~/core/ids";
import { paragraphElement, startOf, textElement } from "~/app/articles/[id]/_lib/paragraph-elements";
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
/**
 * Nobody reads cards of a text that rushes past by more of the window's height than this in that time: they wait until
 * it slows down.
 */
const RUSH = 0.3;
/** A page that was not scrolled for so long, in milliseconds, stood still. */
const REST = 200;
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
  readonly #listeners = new Set<() => void>();
  #column: HTMLElement | null = null;
  /** How high each card is. */
  readonly #heights = new Map<HTMLElement, number>();
  /** How far below the top of its section the line lies that holds an offset, as long as no section changes its shape. */
  readonly #lines = new Map<number, number>();
  #sizes: ResizeObserver | null = null;
  #shapes: ResizeObserver | null = null;
  #paragraphs = NONE;
  #frame = 0;
  /** Where the page stood when it was last looked at. */
  #stood = 0;
  #looked = -Infinity;
  #isRushing = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** One for all measuring: a document keeps every range up to date until it is forgotten. */
  #range: Range | null = null;

  constructor(store: ArticleStore) {
    this.#store = store;
  }

  /** The paragraphs near the view, rising; the same array while they are the same. */
  readonly near = (): readonly number[] => this.#paragraphs;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to follow the text beside a column; the function given back ends it. */
  watch(column: HTMLElement): () => void {
    this.#column = column;
    this.#sizes = new ResizeObserver((entries) => this.#resized(entries));
    this.#shapes = new ResizeObserver(() => {
      this.#lines.clear();
      this.plan();
      this.#lookSoon();
    });
    for (const card of this.#cards.values()) this.#sizes.observe(card);
    this.#read();
    this.#scrolled();
    const forget = this.#store.subscribe("text", () => requestAnimationFrame(() => this.#read()));
    const unfolded = this.#store.unfolding.subscribe(() => this.#lookSoon());
    const scrolled = () => this.#scrolled();
    addEventListener("scroll", scrolled, { passive: true });
    addEventListener("resize", scrolled);
    return () => {
      forget();
      unfolded();
      removeEventListener("scroll", scrolled);
      removeEventListener("resize", scrolled);
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#pause);
      this.#sizes?.disconnect();
      this.#shapes?.disconnect();
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
      this.#heights.delete(card);
      this.#sizes?.unobserve(card);
    };
  }

  /** Has a card measured anew that was drawn in another way, before cards are put in their places. */
  measure(card: HTMLElement): void {
    this.#heights.delete(card);
  }

  /** Puts every card in its place in the coming frame, once however often it is asked for. */
  plan(): void {
    if (this.#isRushing) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#arrange());
  }

  #arrange(): void {
    const column = this.#column;
    if (!column) return;
    const lineOf = this.#ruler(column.getBoundingClientRect().top);
    const { viewing } = this.#store;
    const { focused } = viewing;
    const wishes = [...this.#cards]
      .flatMap(([id, card]) => {
        const tag = this.#store.tag(id);
        const top = tag && lineOf(id === focused ? pointOn(tag, viewing) : tag.anchor.start);
        if (!tag || top === null) return [];
        const height = this.#heightOf(card) + (card.dataset.compact === undefined ? AIR : 0);
        return [{ tag, card, top: top - INSET, height }];
      })
      .sort((a, b) => inTextOrder(a.tag, b.tag));
    const place = wishes.findIndex(({ tag }) => tag.id === focused);
    const tops = arrange(wishes, GAP, place === -1 ? null : place);
    this.#move(wishes.map(({ card }, index) => [card, Math.round(tops[index] ?? 0)]));
    const last = wishes.length - 1;
    column.style.minBlockSize = `${Math.ceil((tops[last] ?? 0) + (wishes[last]?.height ?? 0))}px`;
  }

  #heightOf(card: HTMLElement): number {
    const height = this.#heights.get(card) ?? card.offsetHeight;
    this.#heights.set(card, height);
    return height;
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const height = Math.round(borderBoxSize[0]?.blockSize ?? 0);
      if (!(target instanceof HTMLElement) || this.#heights.get(target) === height) continue;
      this.#heights.set(target, height);
      this.plan();
    }
  }

  #move(places: readonly (readonly [HTMLElement, number])[]): void {
    const moved = places.filter(([card, top]) => this.#tops.get(card) !== top);
    for (const [card, top] of moved) {
      card.toggleAttribute("data-gliding", moved.length <= GLIDING && this.#tops.has(card));
      card.style.translate = `0 ${top}px`;
      if (!this.#tops.has(card)) card.dataset.placed = "";
      this.#tops.set(card, top);
    }
  }

  /** Finds the text's sections, and watches them. */
  #read(): void {
    this.#shapes?.disconnect();
    this.#lines.clear();
    for (const section of textElement()?.children ?? []) {
      this.#shapes?.observe(section);
    }
  }

  /** Looks at once where the page had stood still, as after a jump; then at its pace. */
  #scrolled(): void {
    if (performance.now() - this.#looked < REST) {
      this.#lookSoon();
      return;
    }
    this.#looked = performance.now();
    requestAnimationFrame(() => {
      this.#stood = scrollY;
      this.#look();
    });
  }

  #lookSoon(): void {
    this.#pause ??= setTimeout(() => this.#look(), PACE);
  }

  /** Tells of the paragraphs near the view, where they are others than before; once the text does not rush past. */
  #look(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#looked = performance.now();
    const wasRushing = this.#isRushing;
    this.#isRushing = Math.abs(scrollY - this.#stood) > RUSH * innerHeight;
    this.#stood = scrollY;
    if (this.#isRushing) {
      this.#lookSoon();
      return;
    }
    const near = [...(textElement()?.children ?? [])]
      .filter(isNear)
      .flatMap((section) => [...section.children].filter(isNear))
      .map((paragraph) => this.#store.index.paragraphAt(startOf(paragraph)))
      .sort((a, b) => a - b);
    const isSame =
      near.length === this.#paragraphs.length &&
      near.every((index, place) => this.#paragraphs[place] === index);
    if (!isSame) {
      this.#paragraphs = near;
      for (const listener of this.#listeners) listener();
    }
    // Cards that came while the text rushed past have no place yet, whether or not others follow.
    if (wasRushing) this.plan();
  }

  /**
   * Tells where the line is that holds an offset, from a height of the window; null where it is not on the page. It
   * asks for the place of each section once, and for that of a line only where it is not known.
   */
  #ruler(origin: number): (offset: number) => number | null {
    const text = textElement();
    const tops = new Map<Element, number>();
    const topOf = (section: Element) => {
      const top = tops.get(section) ?? section.getBoundingClientRect().top;
      tops.set(section, top);
      return top;
    };
    return (offset) => {
      const paragraph = text && paragraphElement(text, this.#store.index.paragraphAt(offset));
      const section = paragraph?.parentElement;
      if (!paragraph || !section) return null;
      const line = this.#lines.get(offset) ?? this.#topIn(paragraph, offset) - topOf(section);
      this.#lines.set(offset, line);
      return topOf(section) + line - origin;
    };
  }

  /** Where the line is that holds an offset, from the window's top. */
  #topIn(paragraph: Element, offset: number): number {
    let rest = offset - startOf(paragraph);
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (rest < length) {
        const range = (this.#range ??= document.createRange());
        range.setStart(node, rest);
        range.setEnd(node, rest + 1);
        return range.getBoundingClientRect().top;
      }
      rest -= length;
    }
    return paragraph.getBoundingClientRect().top;
  }
}

/** Half a window's height ahead, so that cards are there before their marks come into view. */
function isNear(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -innerHeight / 2 && top < innerHeight * 1.5;
}
