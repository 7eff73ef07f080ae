import { startOfSection } from "~/app/articles/[id]/_lib/paragraph-elements";

/** Where a section of the text stands on the page, in CSS pixels from its top, and where in the text it begins. */
interface Place {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
}

/** Where the article's sections stood when they were last measured: while one scrolls, nothing is asked of the page. */
export class Places {
  #places: readonly Place[] = [];
  #length = 0;

  /** @param length how long the text is */
  measure(root: Element, length: number): void {
    const { scrollY } = window;
    this.#length = length;
    this.#places = [...root.children].map((section) => {
      const { top, bottom } = section.getBoundingClientRect();
      return { top: top + scrollY, bottom: bottom + scrollY, start: startOfSection(section) };
    });
  }

  /** The offset of the text that lies at a height of the page; within a section, about. */
  offsetAt(y: number): number {
    const after = this.#places.findIndex(({ bottom }) => bottom > y);
    if (after === -1) return this.#length;
    const place = this.#places[after];
    const end = this.#places[after + 1]?.start ?? this.#length;
    if (!place || y <= place.top) return place?.start ?? 0;
    const part = (y - place.top) / Math.max(1, place.bottom - place.top);
    return place.start + part * (end - place.start);
  }
}
