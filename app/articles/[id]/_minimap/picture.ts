import { LANE } from "./lane";
import type { Finder } from "~/app/articles/[id]/_find/finder";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { shows, type Viewing } from "~/app/articles/[id]/_store/viewing";
import { textOf } from "~/core/article";
import { differingKeys } from "~/core/patched-map";
import { isLost, isStanding, type Tag } from "~/core/tag";
import { barsOf, Rows } from "./rows";

interface Drawn {
  /** What was looked for; the focused tag is drawn like the others. */
  readonly viewing: Viewing;
  readonly tags: ReadonlyMap<Tag["id"], Tag>;
  readonly lanes: ReadonlyMap<string, Rows>;
  readonly colours: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Where the tags lie in the article, each type in a lane, and what was found: painted, and kept up tag by tag. */
export class Picture {
  readonly #store: ArticleStore;
  readonly #finder: Finder;
  readonly #canvas: HTMLCanvasElement;
  readonly #hues: HTMLElement;
  #drawn: Drawn | null = null;

  /** @param hues holds an element for each type, and one for what was found, with its colour */
  constructor(store: ArticleStore, finder: Finder, on: { canvas: HTMLCanvasElement; hues: HTMLElement }) {
    this.#store = store;
    this.#finder = finder;
    this.#canvas = on.canvas;
    this.#hues = on.hues;
  }

  /** Paints everything anew: after a change of the size, the colours, the filter, the text or what was found. */
  draw(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    this.#drawn = null;
    if (height === 0) return;
    const { tags } = this.#store.slice;
    const lanes = new Map(
      this.#store.standing.scheme.types.map(({ name }) => [name, new Rows(this.#length, height)]),
    );
    const viewing = { ...this.#store.viewing, focused: null };
    for (const tag of tags.values()) count({ viewing, lanes }, tag, 1);
    const colours = [...this.#hues.children].map((hue) => getComputedStyle(hue).color);
    this.#drawn = { viewing, tags, lanes, colours, width, height };
    this.#canvas.width = width * devicePixelRatio;
    this.#canvas.height = height * devicePixelRatio;
    this.#paint(this.#drawn);
  }

  /** Takes in the tags that changed, and paints if that can be seen. */
  follow(): void {
    if (!this.#drawn) return;
    const { tags: before } = this.#drawn;
    const { tags } = this.#store.slice;
    let isOther = false;
    for (const id of differingKeys(before, tags)) {
      if (count(this.#drawn, before.get(id), -1)) isOther = true;
      if (count(this.#drawn, tags.get(id), 1)) isOther = true;
    }
    this.#drawn = { ...this.#drawn, tags };
    if (isOther) this.#paint(this.#drawn);
  }

  get #length(): number {
    return Math.max(1, textOf(this.#store.slice).length);
  }

  #paint({ lanes, colours, width, height }: Drawn): void {
    const pen = this.#canvas.getContext("2d");
    if (!pen) return;
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen.clearRect(0, 0, width, height);
    [...lanes.values()].forEach((rows, lane) => {
      pen.fillStyle = colours[lane] ?? "currentcolor";
      for (const { from, to } of rows.bars()) pen.fillRect(2 + lane * LANE, from, LANE - 1, to - from);
    });
    pen.fillStyle = colours.at(-1) ?? "currentcolor";
    for (const { from, to } of barsOf(this.#finder.shown.matches, this.#length, height))
      pen.fillRect(width - LANE, from, LANE, to - from);
  }
}

/** Adds a tag to its lane, or takes it out. @returns whether that can be seen */
function count(
  { viewing, lanes }: Pick<Drawn, "viewing" | "lanes">,
  tag: Tag | undefined,
  by: 1 | -1,
): boolean {
  if (!tag || isLost(tag) || !isStanding(tag) || !shows(viewing, tag)) return false;
  return lanes.get(tag.type)?.count(tag.anchor, by) ?? false;
}
