"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Finder } from "~/app/articles/[id]/_find/finder";
import { headerBottom } from "~/app/articles/[id]/_lib/marks";
import { revealSpan } from "~/app/articles/[id]/_lib/reveal-span";
import { useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { textOf } from "~/core/article";
import { isStanding } from "~/core/tag";
import { offsetAt } from "./places";
import { barsOf } from "./rows";

/** A strip's lanes: one for each type, in CSS pixels. */
const LANE = 4;

/** How long changes are gathered before the strip is drawn anew, in milliseconds: nobody waits for it. */
const PATIENCE = 60;

export interface MinimapProps {
  text: RefObject<HTMLElement | null>;
  finder: Finder;
}

/**
 * The whole article beside its text, as high as the window: where tags are, each type in a lane of its own, where
 * something was found, and what of the text is in view. A press goes there. It is a picture for the eye: the
 * list of tags, the outline and the keys lead everywhere that it does.
 */
export function Minimap({ text, finder }: MinimapProps) {
  const store = useStore();
  const { types } = useScheme();
  const strip = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const hues = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const length = () => Math.max(1, textOf(store.slice).length);
    const draw = () => {
      const canvas = picture.current;
      const pen = canvas?.getContext("2d");
      if (!canvas || !pen || !hues.current) return;
      const [width, height] = [canvas.clientWidth, canvas.clientHeight];
      if (height === 0) return;
      const scale = devicePixelRatio;
      canvas.width = width * scale;
      canvas.height = height * scale;
      pen.scale(scale, scale);
      const colours = [...hues.current.children].map((hue) => getComputedStyle(hue).color);
      const shown = store.index.ordered.filter((tag) => isStanding(tag) && store.isMarked(tag));
      types.forEach(({ name }, lane) => {
        pen.fillStyle = colours[lane] ?? "currentcolor";
        const spans = shown.filter(({ type }) => type === name).map(({ anchor }) => anchor);
        for (const { from, to } of barsOf(spans, length(), height))
          pen.fillRect(2 + lane * LANE, from, LANE - 1, to - from);
      });
      pen.fillStyle = colours.at(-1) ?? "currentcolor";
      for (const { from, to } of barsOf(finder.shown.matches, length(), height))
        pen.fillRect(width - LANE, from, LANE, to - from);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        draw();
      }, PATIENCE);
    };
    let { filter } = store.viewing;
    const looked = () => {
      if (store.viewing.filter !== filter) soon();
      ({ filter } = store.viewing);
    };
    let { matches } = finder.shown;
    const found = () => {
      if (finder.shown.matches !== matches) soon();
      ({ matches } = finder.shown);
    };
    let frame = 0;
    const follow = () => {
      frame = 0;
      if (!text.current || !view.current) return;
      const from = offsetAt(text.current, headerBottom()) / length();
      const to = offsetAt(text.current, innerHeight) / length();
      view.current.style.insetBlock = `${100 * from}% ${100 * (1 - to)}%`;
    };
    const scrolled = () => {
      if (frame === 0) frame = requestAnimationFrame(follow);
    };
    const sizes = new ResizeObserver(() => {
      soon();
      scrolled();
    });
    if (strip.current) sizes.observe(strip.current);
    if (text.current) sizes.observe(text.current);
    const looks = new MutationObserver(soon);
    looks.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", soon);
    addEventListener("scroll", scrolled, { passive: true });
    const ends = [
      store.subscribe("tags", soon),
      store.subscribe("text", soon),
      store.subscribe("viewing", looked),
      finder.subscribe(found),
    ];
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      sizes.disconnect();
      looks.disconnect();
      dark.removeEventListener("change", soon);
      removeEventListener("scroll", scrolled);
      for (const end of ends) end();
    };
  }, [store, finder, text, types]);

  const goTo = (y: number) => {
    const frame = strip.current?.getBoundingClientRect();
    if (!frame || !text.current) return;
    const length = textOf(store.slice).length;
    const part = Math.min(1, Math.max(0, (y - frame.top) / frame.height));
    const start = Math.min(Math.max(0, length - 1), Math.floor(part * length));
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
      style={{ inlineSize: 2 + types.length * LANE + LANE + 2 }}
      className="sticky top-12 h-[calc(100dvh-5.25rem)] shrink-0 cursor-pointer touch-none border-s bg-sunken/50 max-sm:hidden print:hidden"
    >
      <canvas ref={picture} className="absolute inset-0 size-full" />
      <div
        ref={view}
        className="absolute inset-x-0 min-h-1.5 border-y border-accent bg-accent/15 forced-colors:border-[Highlight]"
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
