"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { MARGIN_BESIDE } from "~/app/articles/[id]/_lib/media";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { linkTo } from "~/app/articles/[id]/_links/linking";
import { offsetAt } from "~/app/articles/[id]/_lib/offsets";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { nextInStack, stackAt } from "~/app/articles/[id]/_store/stack";
import type { Viewing } from "~/app/articles/[id]/_store/viewing";
import { idIn, type TagId } from "~/core/ids";
import type { Tag } from "~/core/tag";

/**
 * A press on a mark looks at its tag, the innermost where tags overlap, and the next press on the same words at
 * the one around it; a press beside marks looks away.
 */
export function useClicks(text: RefObject<HTMLElement | null>, bench: Workbench): void {
  const press = useEffectEvent(({ target, clientX, clientY }: MouseEvent) => {
    const selection = getSelection();
    if (selection && !selection.isCollapsed) return;
    const mark = markAround(target);
    const id = idIn("tag", mark?.dataset.tag);
    const { store } = bench;
    if (store.viewing.linking) {
      const end = id !== null && mark ? endUnder(mark, store) : null;
      if (end !== null) linkTo(store, end);
      return;
    }
    if (id !== null) {
      mark?.focus({ preventScroll: true });
      const at = text.current && offsetAt(text.current, clientX, clientY);
      store.look({ ...pressed(store, id, at), opened: !matchMedia(MARGIN_BESIDE).matches });
    } else if (store.viewing.focused !== null) store.look({ focused: null, opened: false });
  });
  const enter = useEffectEvent((target: EventTarget | null) => {
    const id = idIn("tag", target instanceof Element ? target.getAttribute("data-tag") : null);
    if (id !== null && bench.store.viewing.focused !== id && !bench.isSelecting)
      bench.store.look({ focused: id, opened: false });
  });
  useEffect(() => {
    const element = text.current;
    const clicked = (event: MouseEvent) => press(event);
    const entered = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) enter(event.target);
    };
    element?.addEventListener("pointerdown", letSelectionBegin);
    element?.addEventListener("click", clicked);
    element?.addEventListener("focusin", entered);
    return () => {
      element?.removeEventListener("pointerdown", letSelectionBegin);
      element?.removeEventListener("click", clicked);
      element?.removeEventListener("focusin", entered);
    };
  }, [text]);
}

/**
 * Chromium begins no selection at the first letter of what can have the focus: the caret there counts as outside. So
 * while a press is answered, the marks under it cannot.
 */
function letSelectionBegin({ target }: PointerEvent): void {
  const held: [HTMLElement, number][] = [];
  for (let mark = markAround(target); mark; mark = markAround(mark.parentElement)) {
    held.push([mark, mark.tabIndex]);
    mark.removeAttribute("tabindex");
  }
  requestAnimationFrame(() => {
    for (const [mark, tabIndex] of held) mark.tabIndex = tabIndex;
  });
}

function markAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest("mark") : null;
}

/** What a press on a tag's mark looks at, and on which words: the character may end on either side of the press. */
function pressed(store: ArticleStore, id: TagId, at: number | null): Pick<Viewing, "focused" | "point"> {
  const isOnMark = (offset: number) => stackAt(store, offset).some((tag) => tag.id === id);
  const point = at === null ? undefined : [at, at - 1].find(isOnMark);
  if (point === undefined) return { focused: id, point: null };
  const { focused, point: before } = store.viewing;
  const stack = stackAt(store, point);
  const isSame = before !== null && isEqual(stack, stackAt(store, before));
  const present = isSame ? stack.find((tag) => tag.id === focused) : undefined;
  return { focused: (present && nextInStack(stack, present, 1)?.id) ?? id, point };
}

function isEqual(one: readonly Tag[], other: readonly Tag[]): boolean {
  return one.length === other.length && one.every(({ id }, place) => id === other[place]?.id);
}

/** The innermost tag under a press that the link being made could lead to; else the innermost, to be refused. */
function endUnder(target: Element, store: ArticleStore): TagId | null {
  let innermost: TagId | null = null;
  for (let mark = markAround(target); mark; mark = markAround(mark.parentElement)) {
    const id = idIn("tag", mark.dataset.tag);
    const tag = id && store.tag(id);
    if (tag && tag.id !== store.viewing.linking?.tag && store.isMarked(tag)) return tag.id;
    innermost ??= tag?.id ?? null;
  }
  return innermost;
}
