"use client";

import { memo, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { cx } from "~/app/_lib/cx";
import { initials } from "~/app/_lib/initials";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import type { BulkKind } from "~/app/articles/[id]/_many/bulk";
import { chooseByKey, extend, nothingChosen, type Selection, toggle } from "~/app/_lib/selection";
import { placeAfter, useRows } from "~/app/articles/[id]/_many/use-rows";
import { StateMark } from "~/app/articles/[id]/_margin/state-mark";
import { TagMenu } from "~/app/articles/[id]/_margin/tag-menu";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useFocusedTag, useScheme, useStore, useTag } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";

const BulkBar = onDemand(async () => (await import("~/app/articles/[id]/_many/bulk-bar")).BulkBar);

const say = words.rail;

/** How high a row is, in CSS pixels. */
const ROW = 80;

/**
 * Every tag that the filter shows: the whole way through them without the text. One stop of the Tab key; arrows,
 * Home and End move, Enter opens the card, Space chooses (with Shift on to the row), Tab goes on to the row's
 * actions. Only rows in sight are drawn. What is chosen can be changed together.
 */
export function TagList({ ids }: { ids: readonly TagId[] }) {
  const store = useStore();
  const focused = useFocusedTag({ calmly: true });
  const list = useRef<HTMLUListElement>(null);
  const [last, setLast] = useState<TagId | null>(null);
  const [selection, setSelection] = useState<Selection<TagId>>(nothingChosen);
  const [asked, setAsked] = useState<BulkKind | null>(null);
  const { first, end, goTo, show } = useRows(list, ids.length, ROW);
  const current = last ?? focused;
  const at = current === null ? 0 : Math.max(0, ids.indexOf(current));
  // What the filter hides is not changed unseen.
  const chosen = useMemo(() => ids.filter((id) => selection.chosen.has(id)), [ids, selection]);

  // The list goes along with whoever steps through the text.
  const follow = useEffectEvent((id: TagId) => {
    if (list.current?.contains(document.activeElement)) return;
    setLast(null);
    const place = ids.indexOf(id);
    if (place !== -1) show(place);
  });
  useEffect(() => {
    if (focused !== null) follow(focused);
  }, [focused]);

  const answer = useEffectEvent((event: KeyboardEvent) => {
    const isOnBox = event.target instanceof HTMLInputElement;
    const isOnRow = event.target instanceof Element && event.target.matches("[data-row]");
    if (!(isOnRow || isOnBox) || (isOnBox && event.key === " ")) return;
    const id = ids[at];
    const place = placeAfter(event.key, at, ids.length);
    const to = place === null ? undefined : ids[place];
    const next = id === undefined ? null : chooseByKey(event, id, { selection, keys: ids });
    const kind = chosen.length > 0 && !hasModifier(event) ? BULK_KEYS.get(event.key) : undefined;
    if (place !== null && to !== undefined) {
      goTo(place);
      setLast(to);
    } else if (next) setSelection(next);
    else if (kind) setAsked(kind);
    else if (event.key === "Escape" && chosen.length > 0) setSelection(nothingChosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const element = list.current;
    const pressed = (event: KeyboardEvent) => answer(event);
    // A browser that presses buttons when Space is let go must not open what Space has chosen.
    const released = (event: KeyboardEvent) => {
      const isOnRow = event.target instanceof Element && event.target.matches("[data-row]");
      if (isOnRow && event.key === " ") event.preventDefault();
    };
    element?.addEventListener("keydown", pressed);
    element?.addEventListener("keyup", released);
    return () => {
      element?.removeEventListener("keydown", pressed);
      element?.removeEventListener("keyup", released);
    };
  }, []);

  const latest = useRef(ids);
  useEffect(() => {
    latest.current = ids;
  }, [ids]);
  const choose = useCallback((id: TagId, extended: boolean) => {
    setLast(id);
    setSelection((now) => (extended ? extend(now, id, latest.current) : toggle(now, id)));
  }, []);
  const open = useCallback(
    (id: TagId) => {
      setLast(id);
      store.intend({ kind: "open", tag: id });
    },
    [store],
  );

  return (
    <div className="flex h-full min-h-0 flex-col gap-2 max-xl:h-[50dvh]">
      <ul
        ref={list}
        aria-label={say.list}
        data-keys-by-focus
        className="@container relative min-h-0 grow overflow-y-auto overscroll-contain rounded-md border bg-surface"
      >
        <li role="presentation" aria-hidden="true" style={{ blockSize: ids.length * ROW }} />
        {ids.slice(first, end).map((id, index) => (
          <li
            key={id}
            aria-setsize={ids.length}
            aria-posinset={first + index + 1}
            data-place={first + index}
            style={{ insetBlockStart: (first + index) * ROW, blockSize: ROW }}
            className={cx("absolute inset-x-0 border-b", id === focused && "chosen bg-accent-fill")}
          >
            <Row
              id={id}
              isStop={first + index === at}
              isFocused={id === focused}
              isChosen={selection.chosen.has(id)}
              onOpen={open}
              onChoose={choose}
            />
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <BulkBar
          chosen={chosen}
          shown={ids.length}
          onChooseAll={() => setSelection({ chosen: new Set(ids), anchor: null })}
          onClear={() => setSelection(nothingChosen)}
          asked={asked}
          onAsked={setAsked}
        />
      )}
    </div>
  );
}

/** Keys that mean the focused tag elsewhere mean the chosen ones here. */
const BULK_KEYS: ReadonlyMap<string, BulkKind> = new Map([
  ["x", "dismiss"],
  ["a", "approve"],
  ["Delete", "withdraw"],
]);

function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}

interface RowProps {
  id: TagId;
  isStop: boolean;
  isFocused: boolean;
  isChosen: boolean;
  onOpen: (id: TagId) => void;
  onChoose: (id: TagId, extended: boolean) => void;
}

/** What a row holds: drawn anew for its own tag alone, while its place changes with every tag before it. */
const Row = memo(function Row(props: RowProps) {
  const { id, isStop, isFocused, isChosen, onOpen, onChoose } = props;
  const tag = useTag(id, { calmly: true });
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
        onClick={(event) => {
          if (event.shiftKey) onChoose(id, true);
          else onOpen(id);
        }}
        className="flex h-full w-full cursor-pointer flex-col justify-between gap-0.5 p-2 text-start hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span className="line-clamp-2 font-serif" dir="auto">
          <span className="float-start me-1.5">
            <TypeMark type={type} />
          </span>
          {exact}
        </span>
        <span className="flex w-full items-center gap-1.5 ps-6 pe-8 text-xs text-muted pointer-coarse:ps-9">
          <StateMark state={tag.review.state} />
          <span className="truncate @max-3xs:hidden">{author}</span>
          <span className="@3xs:hidden">{initials(author)}</span>
        </span>
      </button>
      <label className="absolute start-0 bottom-0 flex size-7 cursor-pointer items-center justify-center pointer-coarse:size-11">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.many.choose(exact)}
          checked={isChosen}
          onChange={({ nativeEvent }) =>
            onChoose(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
          className="size-4 cursor-pointer accent-accent"
        />
      </label>
      <span className="absolute end-1 bottom-1">
        <TagMenu id={id} name={say.actionsOf(exact)} />
      </span>
    </>
  );
});
