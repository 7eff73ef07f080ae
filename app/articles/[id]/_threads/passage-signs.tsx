"use client";

import { MessageSquare } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import * as words from "~/app/_lib/words";
import { rangeOf } from "~/app/articles/[id]/_lib/offsets";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { useArticle, useDiscussion, useStore } from "~/app/articles/[id]/_store/hooks";
import type { Span } from "~/core/tag";
import type { Thread } from "~/core/thread";
import { focusThread } from "./saying";

/** The name by which the style sheet underlines the words. */
const COMMENTED = "commented";
/** A sign's width, and its distance from the text, in CSS pixels. */
const WIDTH = 24;
const GAP = 4;

/** A passage that is spoken of, and the open threads about it. */
interface Spoken extends Span {
  readonly exact: string;
  readonly threads: readonly Thread[];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Beside each passage that is spoken of and no tag stands for, a sign that leads to what is said. The text itself is
 * not touched; its words are underlined where browsers can, for the eye alone.
 */
export function PassageSigns({ root }: { root: RefObject<HTMLElement | null> }) {
  const store = useStore();
  const { ofPassages } = useDiscussion();
  const layer = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState<readonly (Spoken & Place)[]>([]);
  const isTurned = useArticle().direction === "rtl";
  useEffect(() => {
    const text = root.current;
    const passages = passagesOf(ofPassages, store.slice.revision?.number);
    if (!text || passages.length === 0) return undefined;
    let frame = 0;
    const place = () => {
      frame = 0;
      const over = layer.current?.getBoundingClientRect();
      if (!over) return;
      const ranges = passages.map((passage) => rangeOf(text, passage));
      underline(ranges.filter((range) => range !== null));
      const column = text.getBoundingClientRect();
      const beside = isTurned ? column.left - over.left - GAP - WIDTH : column.right - over.left + GAP;
      const x = Math.max(0, Math.min(beside, over.width - WIDTH));
      setSpoken(
        passages.flatMap((passage, index) => {
          const [line] = ranges[index]?.getClientRects() ?? [];
          return line ? [{ ...passage, x, y: (line.top + line.bottom - WIDTH) / 2 - over.top }] : [];
        }),
      );
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(place);
    };
    const sizes = new ResizeObserver(soon);
    sizes.observe(text);
    // A mark that comes or goes makes other nodes of the same words.
    const ends = [store.subscribe("tags", soon), store.unfolding.subscribe(soon)];
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      for (const end of ends) end();
      underline([]);
      setSpoken([]);
    };
  }, [root, store, ofPassages, isTurned]);
  return (
    <div ref={layer} className="pointer-events-none absolute inset-0 print:hidden">
      {spoken.map((passage) => (
        <Sign key={`${passage.start} ${passage.end}`} passage={passage} store={store} />
      ))}
    </div>
  );
}

function Sign({ passage, store }: { passage: Spoken & Place; store: ArticleStore }) {
  const { x, y, exact, threads } = passage;
  const label = words.threads.sign(threads.length, exact);
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      style={{ left: x, top: y }}
      onClick={() => {
        store.look({ discussing: true, writing: null });
        const [first] = threads;
        if (first) focusThread(first.id);
      }}
      className="pointer-events-auto absolute flex size-6 cursor-pointer items-center justify-center rounded-md text-accent hover:bg-sunken"
    >
      <MessageSquare className="size-4 fill-accent-fill" aria-hidden="true" />
    </button>
  );
}

/** The passages that open threads are about; resolved ones are in the drawer alone. */
function passagesOf(threads: readonly Thread[], revision: number | undefined): Spoken[] {
  const passages = new Map<string, Spoken>();
  for (const thread of threads) {
    if (thread.state !== "open" || thread.anchor?.revision !== revision || !thread.anchor) continue;
    const { start, end, exact } = thread.anchor;
    const key = `${start} ${end}`;
    passages.set(key, { start, end, exact, threads: [...(passages.get(key)?.threads ?? []), thread] });
  }
  return [...passages.values()];
}

function underline(ranges: readonly Range[]): void {
  if (!("highlights" in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(COMMENTED);
  else CSS.highlights.set(COMMENTED, new Highlight(...ranges));
}
