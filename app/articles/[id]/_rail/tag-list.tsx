"use client";

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cx } from "~/app/_lib/cx";
import { words } from "~/app/_lib/words";
import { StateMark } from "~/app/articles/[id]/_margin/state-mark";
import { TagMenu } from "~/app/articles/[id]/_margin/tag-actions";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useFocusedTag, useScheme, useStore, useTag } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";
import { drawnRows, scrolledTo } from "./window";

const say = words.rail;

/** How high a row is, in CSS pixels. */
const ROW = 80;

/**
 * Every tag that the filter shows: the whole way through them without the text. One stop of the Tab key; arrows,
 * Home and End move, Enter opens the card, Tab goes on to the row's actions. Only rows in sight are drawn.
 */
export function TagList({ ids }: { ids: readonly TagId[] }) {
  const store = useStore();
  const focused = useFocusedTag();
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<TagId | null>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [chosen, setChosen] = useState<TagId | null>(null);
  const last = chosen ?? focused;
  const at = last === null ? 0 : Math.max(0, ids.indexOf(last));
  const { first, end } = drawnRows(ids.length, ROW, view);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, []);

  // The row to go to may be drawn by the same key that scrolls to it.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
      ?.focus({ preventScroll: true });
    wanted.current = null;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at, ids.length);
    const id = next === null ? undefined : ids[next];
    if (next === null || id === undefined || !list.current) return;
    event.preventDefault();
    const top = scrolledTo(next, ROW, view);
    list.current.scrollTop = top;
    wanted.current = id;
    setView({ ...view, top });
    setChosen(id);
  };

  return (
    <ul
      ref={list}
      aria-label={say.list}
      data-keys-by-focus
      className="relative h-full overflow-y-auto overscroll-contain rounded-md border bg-surface max-xl:h-[50dvh]"
    >
      <li role="presentation" aria-hidden="true" style={{ blockSize: ids.length * ROW }} />
      {ids.slice(first, end).map((id, index) => (
        <Row
          key={id}
          id={id}
          place={first + index}
          count={ids.length}
          isStop={first + index === at}
          isFocused={id === focused}
          onKeyDown={onKeyDown}
          onOpen={() => {
            setChosen(id);
            store.intend({ kind: "open", tag: id });
          }}
        />
      ))}
    </ul>
  );
}

function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, at + 1);
    case "ArrowUp":
      return Math.max(0, at - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

interface RowProps {
  id: TagId;
  place: number;
  count: number;
  isStop: boolean;
  isFocused: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onOpen: () => void;
}

function Row({ id, place, count, isStop, isFocused, onKeyDown, onOpen }: RowProps) {
  const tag = useTag(id);
  const type = useScheme().types.find(({ name }) => name === tag?.type);
  const name = useNames();
  if (!tag) return null;
  const { exact } = tag.anchor;
  const state = words.margin.state[tag.review.state];
  const author = name(tag.author);
  return (
    <li
      aria-setsize={count}
      aria-posinset={place + 1}
      style={{ insetBlockStart: place * ROW, blockSize: ROW }}
      className={cx("absolute inset-x-0 border-b", isFocused && "bg-accent-fill chosen")}
    >
      <button
        type="button"
        data-row={id}
        tabIndex={isStop ? 0 : -1}
        aria-label={say.row(type?.label ?? tag.type, exact, state, author)}
        aria-current={isFocused || undefined}
        onKeyDown={onKeyDown}
        onClick={onOpen}
        className="flex h-full w-full cursor-pointer flex-col justify-between gap-0.5 p-2 text-start hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span className="line-clamp-2 font-serif" dir="auto">
          <span className="float-start me-1.5">
            <TypeMark type={type} />
          </span>
          {exact}
        </span>
        <span className="flex w-full items-center gap-1.5 pe-8 text-xs text-muted">
          <StateMark state={tag.review.state} />
          <span className="truncate">{author}</span>
        </span>
      </button>
      <span className="absolute end-1 bottom-1">
        <TagMenu tag={tag} name={say.actionsOf(exact)} />
      </span>
    </li>
  );
}
