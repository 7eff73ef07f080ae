"use client";

import { CopyCheck, EyeOff, MessageSquarePlus, Minus, Plus } from "lucide-react";
import { type MouseEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { Chord } from "~/app/_keys/chord";
import { ariaChord } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { headerBottom } from "~/app/articles/[id]/_lib/marks";
import { FINGERS, useMedia } from "~/app/articles/[id]/_lib/media";
import { rectanglesOf, select } from "~/app/articles/[id]/_lib/offsets";
import { addTag, askEverywhere } from "~/app/articles/[id]/_lib/tagging";
import { useArticle, useCan, useClosed, useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { beginOnPassage } from "~/app/articles/[id]/_threads/saying";
import { moveEdge } from "~/core/anchor";
import { textOf } from "~/core/article";
import type { TagType } from "~/core/scheme";
import type { Span } from "~/core/tag";
import { useSelection } from "./use-selection";

/** Between the selected words and the toolbar, in CSS pixels. */
const GAP = 8;

const say = words.reader;

/** What can be made of the selection: above it, or at the foot of the window where fingers point. */
export function TagToolbar({ root }: { root: RefObject<HTMLElement | null> }) {
  const span = useSelection(root);
  const hasFingers = useMedia(FINGERS, false);
  const mayTag = useCan("tag").allowed;
  const mayComment = useCan("comment").allowed;
  const isClosed = useClosed() !== null;
  if (!span || !(mayTag || mayComment) || isClosed) return null;
  return hasFingers ? <Sheet root={root} span={span} /> : <Toolbar root={root} span={span} />;
}

/** Pressing must not take the selection, nor the focus, away from the words. */
function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}

interface ForSpan {
  root: RefObject<HTMLElement | null>;
  span: Span;
}

function Toolbar({ root, span }: ForSpan) {
  const bar = useRef<HTMLDivElement>(null);
  const mayTag = useCan("tag").allowed;
  useLayoutEffect(() => {
    if (bar.current && root.current) place(bar.current, rectanglesOf(root.current, span));
  }, [root, span]);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={say.selectionToolbar}
      className="absolute z-20 flex gap-0.5 rounded-md border border-border bg-surface p-0.5"
    >
      {mayTag && <TypeButtons span={span} />}
      <CommentButton span={span} />
      {mayTag && <EverywhereButton span={span} />}
      <RemoveButton span={span} />
    </div>
  );
}

/** For whoever may take words out of the record. */
function RemoveButton({ span }: { span: Span }) {
  const store = useStore();
  if (!useCan("redact").allowed) return null;
  return (
    <IconButton
      label={say.removePassage}
      icon={<EyeOff aria-hidden="true" />}
      onMouseDown={keepSelection}
      onClick={() => store.intend({ kind: "remove", passage: { start: span.start, end: span.end } })}
    />
  );
}

/** For words that somebody wants to speak of, tagged or not. */
function CommentButton({ span, large = false }: { span: Span; large?: boolean }) {
  const store = useStore();
  const chord = useKeyOf()("comment");
  if (!useCan("comment").allowed) return null;
  return (
    <Button
      variant={large ? "quiet" : "plain"}
      aria-keyshortcuts={ariaChord(chord)}
      onMouseDown={keepSelection}
      onClick={() => beginOnPassage(store, "comment", span)}
      className={large ? "min-h-12!" : undefined}
    >
      <MessageSquarePlus aria-hidden="true" className="size-4" />
      {words.threads.comment}
      {!large && chord !== undefined && <Chord chord={chord} />}
    </Button>
  );
}

/** For words that stand elsewhere too. */
function EverywhereButton({ span, large = false }: { span: Span; large?: boolean }) {
  const store = useStore();
  const chord = useKeyOf()("everywhere");
  const act = { onMouseDown: keepSelection, onClick: () => askEverywhere(span, store) };
  if (large) {
    return (
      <Button {...act} variant="quiet" className="min-h-12!">
        <CopyCheck aria-hidden="true" />
        {words.many.everywhere.button}
      </Button>
    );
  }
  return (
    <IconButton
      {...act}
      label={words.many.everywhere.button}
      keys={chord}
      icon={<CopyCheck aria-hidden="true" />}
    />
  );
}

function TypeButtons({ span, large = false }: { span: Span; large?: boolean }) {
  const store = useStore();
  const keyOf = useKeyOf();
  const types = useScheme().types.map((type) => ({ type, chord: keyOf(`tag ${type.name}`) }));
  return types.map(({ type, chord }) => (
    <Button
      key={type.name}
      variant={large ? "quiet" : "plain"}
      aria-keyshortcuts={ariaChord(chord)}
      onMouseDown={keepSelection}
      onClick={(event) => addTag(type, span, store, { exactly: event.altKey })}
      className={large ? "min-h-12! grow" : undefined}
    >
      <Letter type={type} />
      {type.label}
      {!large && chord !== undefined && <Chord chord={chord} />}
    </Button>
  ));
}

/** The type's letter, drawn as its marks are. */
function Letter({ type }: { type: TagType }) {
  return (
    <span aria-hidden="true" className={cx("mark px-1", `hue-${type.hue}`, `mark-${type.underline}`)}>
      {type.letter}
    </span>
  );
}

const EDGES = [
  {
    edge: "start",
    name: say.edges.start,
    out: { by: -1, label: say.edges.startBack },
    back: { by: 1, label: say.edges.startOn },
  },
  {
    edge: "end",
    name: say.edges.end,
    out: { by: 1, label: say.edges.endOn },
    back: { by: -1, label: say.edges.endBack },
  },
] as const;

function Sheet({ root, span }: ForSpan) {
  const store = useStore();
  const mayTag = useCan("tag").allowed;
  const { language } = useArticle();
  const move = (edge: "start" | "end", by: number) => {
    if (root.current)
      select(root.current, moveEdge(textOf(store.slice), span, { edge, by, unit: "word", language }));
  };
  return (
    <div
      role="toolbar"
      aria-label={say.selectionToolbar}
      data-over-foot
      className="fixed inset-x-0 bottom-0 z-40 flex flex-col gap-2 border-t border-border bg-surface p-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))]"
    >
      <div className="flex justify-between gap-3">
        {EDGES.map(({ edge, name, out, back }) => (
          <div key={edge} className="flex items-center gap-1">
            <Button
              aria-label={back.label}
              onMouseDown={keepSelection}
              onClick={() => move(edge, back.by)}
              className="min-h-12! min-w-12!"
            >
              <Minus aria-hidden="true" />
            </Button>
            <span aria-hidden="true" className="min-w-9 text-center text-muted">
              {name}
            </span>
            <Button
              aria-label={out.label}
              onMouseDown={keepSelection}
              onClick={() => move(edge, out.by)}
              className="min-h-12! min-w-12!"
            >
              <Plus aria-hidden="true" />
            </Button>
          </div>
        ))}
      </div>
      {mayTag && (
        <div className="flex gap-2">
          <TypeButtons span={span} large />
        </div>
      )}
      <CommentButton span={span} large />
      {mayTag && <EverywhereButton span={span} large />}
    </div>
  );
}

/** Above the selected words, or below them where there is no room; beside neither end of the column. */
function place(bar: HTMLElement, rectangles: readonly DOMRect[]): void {
  const frame = bar.offsetParent?.getBoundingClientRect();
  const [first] = rectangles;
  if (!frame || !first) return;
  const top = Math.min(...rectangles.map((rectangle) => rectangle.top));
  const bottom = Math.max(...rectangles.map((rectangle) => rectangle.bottom));
  const hasRoomAbove = top - GAP - bar.offsetHeight > headerBottom();
  const y = hasRoomAbove
    ? top - GAP - bar.offsetHeight
    : Math.min(bottom + GAP, innerHeight - bar.offsetHeight - GAP);
  const line = rectangles.filter((rectangle) => rectangle.top < first.bottom);
  const left = Math.min(...line.map((rectangle) => rectangle.left));
  const right = Math.max(...line.map((rectangle) => rectangle.right));
  const x = Math.max(
    frame.left,
    Math.min((left + right - bar.offsetWidth) / 2, frame.right - bar.offsetWidth),
  );
  bar.style.left = `${x - frame.left}px`;
  bar.style.top = `${y - frame.top}px`;
}
