"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { useArticle, useStore } from "~/app/articles/[id]/_store/hooks";
import { textOf } from "~/core/article";
import type { TagType } from "~/core/scheme";
import { contextOf, type Place } from "./places";
import { chooseByKey, extend, type Selection, toggle } from "~/app/_lib/selection";
import { placeAfter, useRows } from "./use-rows";

const say = words.many.everywhere;

/** How high a row is, in CSS pixels: room for a finger. */
const ROW = 44;

export interface PlaceListProps {
  places: readonly Place[];
  type: TagType;
  /** By where the place begins. */
  selection: Selection<number>;
  onSelect: (selection: Selection<number>) => void;
}

/** Places with the words around them, one under the other, to be ticked: only those in sight are drawn. */
export function PlaceList({ places, type, selection, onSelect }: PlaceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { language, direction } = useArticle();
  const [at, setAt] = useState(0);
  const { first, end, goTo } = useRows(list, places.length, ROW);
  const stop = Math.min(at, places.length - 1);
  const keys = places.flatMap(({ span, isTagged }) => (isTagged ? [] : [span.start]));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, stop, places.length);
    if (next !== null) {
      setAt(next);
      goTo(next);
    }
    const row = places[stop];
    const chosen = row && !row.isTagged ? chooseByKey(event, row.span.start, { selection, keys }) : null;
    if (chosen) onSelect(chosen);
    if (next !== null || chosen || event.key === " ") event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={say.list}
      aria-multiselectable="true"
      lang={language}
      dir={direction}
      tabIndex={-1}
      className="relative max-h-[min(22rem,45dvh)] overflow-y-auto overscroll-contain rounded-md border"
    >
      <div role="presentation" style={{ blockSize: places.length * ROW }} />
      {places.slice(first, end).map((place, index) => (
        <Row
          key={place.span.start}
          place={place}
          type={type}
          at={first + index}
          count={places.length}
          isStop={first + index === stop}
          isChosen={selection.chosen.has(place.span.start)}
          onKeyDown={onKeyDown}
          onPress={(extended) => {
            const key = place.span.start;
            setAt(first + index);
            onSelect(extended ? extend(selection, key, keys) : toggle(selection, key));
          }}
        />
      ))}
    </div>
  );
}

interface RowProps {
  place: Place;
  type: TagType;
  at: number;
  count: number;
  isStop: boolean;
  isChosen: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onPress: (extended: boolean) => void;
}

function Row({ place: { span, isTagged }, type, at, count, isStop, isChosen, onKeyDown, onPress }: RowProps) {
  const store = useStore();
  const text = textOf(store.slice);
  const { before, after } = contextOf(text, span);
  const exact = text.slice(span.start, span.end);
  return (
    <div
      role="option"
      data-place={at}
      aria-selected={isChosen}
      aria-disabled={isTagged || undefined}
      aria-setsize={count}
      aria-posinset={at + 1}
      aria-label={
        isTagged ? `${before}${exact}${after}. ${say.isTagged(type.label)}` : `${before}${exact}${after}`
      }
      tabIndex={isStop ? 0 : -1}
      style={{ insetBlockStart: at * ROW, blockSize: ROW }}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (!isTagged) onPress(event.shiftKey);
      }}
      className={cx(
        "absolute inset-x-0 flex cursor-pointer items-center gap-2 border-b px-2 select-none hover:bg-sunken focus-visible:-outline-offset-2",
        isTagged && "cursor-default text-muted",
      )}
    >
      <span
        aria-hidden="true"
        className={cx(
          "flex size-4 shrink-0 items-center justify-center rounded-sm border border-border",
          isChosen && "border-accent bg-accent text-accent-ink",
          isTagged && "opacity-55",
        )}
      >
        {isChosen && <Check className="size-3" />}
      </span>
      <span className="grid min-w-0 grow grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] font-serif whitespace-pre">
        <span className="flex justify-end overflow-hidden">
          <span>{before}</span>
        </span>
        <span className="max-w-48 truncate">
          <span className={cx("mark", `hue-${type.hue}`, `mark-${type.underline}`)}>{exact}</span>
        </span>
        <span className="overflow-hidden text-ellipsis">{after}</span>
      </span>
      {isTagged && (
        <span className="shrink-0 font-sans text-xs max-sm:sr-only">{say.isTagged(type.label)}</span>
      )}
    </div>
  );
}
