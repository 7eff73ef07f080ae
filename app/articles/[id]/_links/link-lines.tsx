"use client";

import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { cx } from "~/app/_lib/cx";
import { marksOf } from "~/app/articles/[id]/_lib/marks";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { useArticle, useScheme, useStore, useTopic, useViewing } from "~/app/articles/[id]/_store/hooks";
import { idIn, type TagId } from "~/core/ids";
import type { PlacedLink } from "~/core/link";
import { linksAround } from "./links-around";

/** Between two lines in the gutter, and from the text to the first, in CSS pixels. */
const STEP = 5;
const FROM_TEXT = 3;
const RADIUS = 4;

/** Mostly there is nothing to draw. */
const NONE: readonly never[] = [];

/** A link as it is drawn: a bracket in the gutter from line to line, and a frame around the other tag. */
interface Drawn {
  readonly key: string;
  readonly hue: string;
  readonly path: string;
  readonly head: string;
  readonly frames: readonly { x: number; y: number; width: number; height: number }[];
  readonly isProposed: boolean;
}

/**
 * The links of the tag that is looked at or pointed at, drawn over the page beside the words: the text itself is
 * not touched, and screen readers have the links in the cards.
 */
export function LinkLines({ root }: { root: RefObject<HTMLElement | null> }) {
  const links = useShownLinks(root);
  const scheme = useScheme();
  const store = useStore();
  const { direction } = useArticle();
  const svg = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState<readonly Drawn[]>(NONE);
  useEffect(() => {
    const text = root.current;
    if (!text || links.length === 0) return undefined;
    // It answers once at the start, and whenever the text takes another shape.
    const sizes = new ResizeObserver(() => {
      const frame = svg.current?.getBoundingClientRect();
      if (!frame) return;
      const draw = (link: ShownLink, lane: number): Drawn[] => {
        const type = scheme.types.find(({ name }) => name === store.tag(link.tag)?.type);
        const shape = shapeOf(link, { store, lane, frame, text, isTurned: direction === "rtl" });
        return shape && type ? [{ ...shape, hue: type.hue, isProposed: link.isProposed }] : [];
      };
      setDrawn(links.flatMap(draw));
    });
    sizes.observe(text);
    return () => {
      sizes.disconnect();
      setDrawn(NONE);
    };
  }, [links, root, scheme, store, direction]);
  return (
    <svg
      ref={svg}
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 size-full overflow-visible print:hidden"
    >
      {drawn.map(({ key, hue, path, head, frames, isProposed }) => (
        <g key={key} className={cx(`hue-${hue}`, "fill-none stroke-hue-line stroke-[1.5]")}>
          <path d={path} strokeDasharray={isProposed ? "4 3" : undefined} />
          <path d={head} />
          {frames.map(({ x, y, width, height }) => (
            <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} rx={3} strokeDasharray="4 3" />
          ))}
        </g>
      ))}
    </svg>
  );
}

interface ShownLink extends PlacedLink {
  /** The end at which one looks; the frame is around the other. */
  readonly seenFrom: TagId;
  /** It is not made yet. */
  readonly isProposed: boolean;
}

/** The links of the tag pointed at, else of the focused one; while a link is made, that one alone. */
function useShownLinks(root: RefObject<HTMLElement | null>): readonly ShownLink[] {
  const { focused, linking } = useViewing();
  const seenFrom = usePointed(root) ?? focused;
  const around = useTopic("tags", ({ slice }) =>
    seenFrom === null ? null : linksAround(slice.tags, seenFrom),
  );
  return useMemo(() => {
    if (linking) {
      const kind = linking.chosen === null ? undefined : linking.ways[linking.chosen]?.kind.name;
      if (kind === undefined || focused === null || focused === linking.tag) return NONE;
      return [{ tag: linking.tag, kind, target: focused, seenFrom: linking.tag, isProposed: true }];
    }
    if (seenFrom === null || !around || around.length === 0) return NONE;
    return around.map((link) => ({ ...link, seenFrom, isProposed: false }));
  }, [around, focused, linking, seenFrom]);
}

function usePointed(root: RefObject<HTMLElement | null>): TagId | null {
  const [pointed, setPointed] = useState<TagId | null>(null);
  useEffect(() => {
    const text = root.current;
    const over = ({ target }: PointerEvent) => {
      const mark = target instanceof Element ? target.closest("mark") : null;
      setPointed(idIn("tag", mark?.dataset.tag));
    };
    const out = () => setPointed(null);
    text?.addEventListener("pointerover", over);
    text?.addEventListener("pointerleave", out);
    return () => {
      text?.removeEventListener("pointerover", over);
      text?.removeEventListener("pointerleave", out);
    };
  }, [root]);
  return pointed;
}

interface Place {
  readonly store: ArticleStore;
  readonly lane: number;
  readonly frame: DOMRect;
  readonly text: HTMLElement;
  /** The article reads from right to left: the bracket stands at the left. */
  readonly isTurned: boolean;
}

/** Null where an end is not drawn, as dismissed tags are not. */
function shapeOf(
  link: ShownLink,
  { store, lane, frame, text, isTurned }: Place,
): Omit<Drawn, "hue" | "isProposed"> | null {
  const [from, to] = [linesOf(store, link.tag), linesOf(store, link.target)];
  const [start, end] = [from[0], to[0]];
  if (!start || !end) return null;
  const column = text.getBoundingClientRect();
  const side = isTurned ? -1 : 1;
  const edge = (isTurned ? column.left : column.right) - frame.left + side * FROM_TEXT;
  const room = Math.abs((isTurned ? 0 : frame.width) - edge) - 2;
  const out = edge + side * Math.min(room, RADIUS + STEP * (lane + 1));
  const isOneLine = Math.abs(start.top - end.top) < RADIUS * 2;
  const middle = ({ top, bottom }: DOMRect, shift: number) => (top + bottom) / 2 - frame.top + shift;
  const y1 = middle(start, isOneLine ? -RADIUS : 0);
  const y2 = middle(end, isOneLine ? RADIUS : 0);
  const down = y2 > y1 ? RADIUS : -RADIUS;
  const others = link.seenFrom === link.tag ? to : from;
  return {
    key: `${link.tag} ${link.kind} ${link.target}`,
    path: `M${edge},${y1}H${out - side * RADIUS}Q${out},${y1} ${out},${y1 + down}V${y2 - down}Q${out},${y2} ${out - side * RADIUS},${y2}H${edge}`,
    head: `M${edge + side * 4},${y2 - 3}L${edge},${y2}L${edge + side * 4},${y2 + 3}`,
    frames: others.map(({ left, top, width, height }) => ({
      x: left - frame.left - 2,
      y: top - frame.top - 1,
      width: width + 4,
      height: height + 2,
    })),
  };
}

/** The rectangles of a tag's words, line by line. */
function linesOf(store: ArticleStore, id: TagId): DOMRect[] {
  return marksOf(store, id).flatMap((mark) => [...mark.getClientRects()]);
}
