"use client";

import { memo, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
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

  const move = useEffectEvent((event: KeyboardEvent) => {
    const isOnRow = event.target instanceof Element && event.target.matches("[data-row]");
    const next = isOnRow ? placeAfter(event.key, at, ids.length) : null;
    const id = next === null ? undefined : ids[next];
    if (next === null || id === undefined || !list.current) return;
    event.preventDefault();
    const top = scrolledTo(next, ROW, view);
    list.current.scrollTop = top;
    wanted.current = id;
    setView({ ...view, top });
    setChosen(id);
  });
  useEffect(() => {
    const element = list.current;
    const pressed = (event: KeyboardEvent) => move(event);
    element?.addEventListener("keydown", pressed);
    return () => element?.removeEventListener("keydown", pressed);
  }, []);

  const open = useCallback(
    (id: TagId) => {
      setChosen(id);
      store.intend({ kind: "open", tag: id });
    },
    [store],
  );

  return (
    <ul
      ref={list}
      aria-label={say.list}
      data-keys-by-focus
      className="relative h-full overflow-y-auto overscroll-contain rounded-md border bg-surface max-xl:h-[50dvh]"
    >
      <li role="presentation" aria-hidden="true" style={{ blockSize: ids.length * ROW }} />
      {ids.slice(first, end).map((id, index) => (
        <li
          key={id}
          aria-setsize={ids.length}
          aria-posinset={first + index + 1}
          style={{ insetBlockStart: (first + index) * ROW, blockSize: ROW }}
          className={cx("absolute inset-x-0 border-b", id === focused && "bg-accent-fill chosen")}
        >
          <Row id={id} isStop={first + index === at} isFocused={id === focused} onOpen={open} />
        </li>
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
  isStop: boolean;
  isFocused: boolean;
  onOpen: (id: TagId) => void;
}

/** What a row holds: drawn anew for its own tag alone, while its place changes with every tag before it. */
const Row = memo(function Row({ id, isStop, isFocused, onOpen }: RowProps) {
  const tag = useTag(id);
  const type = useScheme().types.find(({ name }) => name === tag?.type);
  const name = useNames();
  if (!tag) return null;
  const { exact } = tag.anchor;
  const state = words.margin.state[tag.review.state];
  const author = name(tag.author);
  return (
    <>
      <button
        type="button"
        data-row={id}
        tabIndex={isStop ? 0 : -1}
        aria-label={say.row(type?.label ?? tag.type, exact, state, author)}
        aria-current={isFocused || undefined}
        onClick={() => onOpen(id)}
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
    </>
  );
});
