"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Finder } from "~/app/articles/[id]/_find/finder";
import { unfoldTo } from "~/app/articles/[id]/_lib/paragraph-elements";
import { revealSpan } from "~/app/articles/[id]/_lib/reveal-span";
import { useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { later } from "~/app/articles/[id]/_store/later";
import { textOf } from "~/core/article";
import { Picture } from "./picture";
import { useView } from "./use-view";

export interface StripProps {
  text: RefObject<HTMLElement | null>;
  finder: Finder;
}

/** What the minimap shows, and where a press on it goes. */
export function Strip({ text, finder }: StripProps) {
  const store = useStore();
  const { types } = useScheme();
  const strip = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const hues = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!picture.current || !hues.current) return undefined;
    const drawn = new Picture(store, finder, { canvas: picture.current, hues: hues.current });
    const draw = () => drawn.draw();
    const drawSoon = () => void later(draw);
    const follow = () => drawn.follow();
    let { filter, linking } = store.viewing;
    const looked = () => {
      if (store.viewing.filter !== filter || store.viewing.linking !== linking) drawSoon();
      ({ filter, linking } = store.viewing);
    };
    let { matches } = finder.shown;
    const found = () => {
      if (finder.shown.matches !== matches) drawSoon();
      ({ matches } = finder.shown);
    };
    const looks = new MutationObserver(drawSoon);
    looks.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", drawSoon);
    const ends = [
      store.subscribe("tags", () => void later(follow)),
      store.subscribe("text", drawSoon),
      store.subscribe("viewing", looked),
      finder.subscribe(found),
    ];
    const sizes = new ResizeObserver(drawSoon);
    sizes.observe(picture.current);
    return () => {
      sizes.disconnect();
      looks.disconnect();
      dark.removeEventListener("change", drawSoon);
      for (const end of ends) end();
    };
  }, [store, finder]);
  useView({ text, strip, view });

  const goTo = (y: number) => {
    const frame = strip.current?.getBoundingClientRect();
    if (!frame || !text.current) return;
    const length = textOf(store.slice).length;
    const part = Math.min(1, Math.max(0, (y - frame.top) / frame.height));
    const start = Math.min(Math.max(0, length - 1), Math.floor(part * length));
    unfoldTo(store, store.index.paragraphAt(start));
    revealSpan(text.current, { start, end: start + 1 });
  };

  return (
    <div
      ref={strip}
      aria-hidden="true"
      data-minimap
      onPointerDown={(event) => {
        // The selection stays, for a passage that reaches further than the window.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event.clientY);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) goTo(event.clientY);
      }}
      className="relative size-full cursor-pointer touch-none"
    >
      <canvas ref={picture} className="absolute inset-0 size-full" />
      <div
        ref={view}
        className="absolute inset-x-0 top-0 min-h-1.5 border-y border-accent bg-accent/15 will-change-transform forced-colors:border-[Highlight]"
      />
      <div ref={hues} hidden>
        {types.map(({ name, hue }) => (
          <span key={name} className={`hue-${hue}`} style={{ color: "var(--hue-line)" }} />
        ))}
        <span style={{ color: "var(--found-now)" }} />
      </div>
    </div>
  );
}
