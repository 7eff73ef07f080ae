import type { TagId } from "~/core/ids";
import { isLost, isStanding } from "~/core/tag";
import { Cutter, type ParagraphView } from "./segments";
import type { TagIndex } from "./tag-index";
import { shows, type Viewing } from "./viewing";

/** The paragraphs as they are drawn, each made when it is asked for and kept until something in it changes. */
export class ParagraphViews {
  readonly #index: TagIndex;
  readonly #viewing: () => Viewing;
  readonly #known = new Map<number, ParagraphView>();
  readonly #cutter = new Cutter();
  readonly #cards = new Map<TagId, number>();
  #stop: TagId | null;

  /** @param viewing gives what is looked at now */
  constructor(index: TagIndex, viewing: () => Viewing) {
    this.#index = index;
    this.#viewing = viewing;
    this.#stop = this.#stopNow();
  }

  at(index: number): ParagraphView {
    const known = this.#known.get(index);
    if (known) return known;
    const viewing = this.#viewing();
    const span = this.#index.paragraphs[index] ?? { start: 0, end: 0 };
    const tags = this.#index.tagsIn(index).filter((tag) => isStanding(tag) || shows(viewing, tag));
    const { focused } = viewing;
    const view: ParagraphView = {
      segments: this.#cutter.cut(index, span, tags),
      focused: tags.some(({ id }) => id === focused) ? focused : null,
      stop: tags.some(({ id }) => id === this.#stop) ? this.#stop : null,
      dimmed: new Set(tags.filter((tag) => !shows(viewing, tag)).map(({ id }) => id)),
      cards: new Set(tags.filter(({ id }) => this.#cards.has(id)).map(({ id }) => id)),
    };
    this.#known.set(index, view);
    return view;
  }

  /** Counts a tag's cards on the page. */
  countCard(id: TagId, change: 1 | -1): void {
    const cards = (this.#cards.get(id) ?? 0) + change;
    if (cards > 0) this.#cards.set(id, cards);
    else this.#cards.delete(id);
  }

  forget(paragraphs: Iterable<number>): void {
    for (const index of paragraphs) this.#known.delete(index);
  }

  /** Moves the Tab key's one stop to where it is now. @returns the tags whose part in it is another one */
  moveStop(): TagId[] {
    const [from, to] = [this.#stop, this.#stopNow()];
    this.#stop = to;
    return from === to ? [] : [from, to].flatMap((id) => id ?? []);
  }

  #stopNow(): TagId | null {
    const viewing = this.#viewing();
    return (
      viewing.focused ?? this.#index.ordered.find((tag) => !isLost(tag) && shows(viewing, tag))?.id ?? null
    );
  }
}
