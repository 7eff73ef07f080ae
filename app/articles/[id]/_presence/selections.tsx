"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { rangeOf } from "~/app/articles/[id]/_lib/offsets";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { Present } from "~/core/presence";
import { useCompany } from "./presence-context";

/** The name by which the style sheet paints what others have selected. */
const SELECTED = "selected-by-others";

/** A name, and where it stands: above the first line of what its owner selected, in CSS pixels within the frame. */
interface Flag {
  readonly person: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/**
 * What others have selected just now, painted over the text, which stays as it is, each with a name. For screen
 * readers it is in the list of who is here.
 */
export function Selections({ root }: { root: RefObject<HTMLElement | null> }) {
  const { people } = useCompany();
  const store = useStore();
  const frame = useRef<HTMLDivElement>(null);
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  useEffect(() => {
    const text = root.current;
    const selecting = people.filter(({ selection }) => selection !== null);
    if (!text || selecting.length === 0) return undefined;
    let next = 0;
    const paint = () => {
      next = 0;
      setFlags(painted(text, selecting, frame.current?.getBoundingClientRect() ?? new DOMRect()));
    };
    const soon = () => {
      if (next === 0) next = requestAnimationFrame(paint);
    };
    // It answers at once, and whenever the text takes another shape.
    const sizes = new ResizeObserver(soon);
    sizes.observe(text);
    // A mark that comes or goes makes other nodes of the same words.
    const unsubscribe = store.subscribe("tags", soon);
    return () => {
      cancelAnimationFrame(next);
      sizes.disconnect();
      unsubscribe();
      unpaint();
      setFlags([]);
    };
  }, [people, root, store]);
  return (
    <div ref={frame} aria-hidden="true" className="pointer-events-none absolute inset-0 print:hidden">
      {flags.map(({ person, name, x, y }) => (
        <span
          key={person}
          style={{ translate: `${x}px calc(${y}px - 100%)` }}
          className="absolute top-0 left-0 max-w-40 truncate rounded-sm bg-accent px-1 text-[0.6875rem]/4 font-medium text-accent-ink"
        >
          {name}
        </span>
      ))}
    </div>
  );
}

/** Paints what they selected, and says where their names stand; of words that are not drawn, nowhere. */
function painted(text: Element, selecting: readonly Present[], frame: DOMRect): Flag[] {
  const ranges = selecting.map(({ selection }) => selection && rangeOf(text, selection));
  if ("highlights" in CSS)
    CSS.highlights.set(SELECTED, new Highlight(...ranges.filter((range) => range !== null)));
  return selecting.flatMap(({ person, name }, at) => {
    const first = ranges[at]?.getClientRects()[0];
    return first && first.height > 0
      ? { person, name, x: first.left - frame.left, y: first.top - frame.top }
      : [];
  });
}

function unpaint(): void {
  if ("highlights" in CSS) CSS.highlights.delete(SELECTED);
}
