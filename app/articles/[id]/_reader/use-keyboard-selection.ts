"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import * as words from "~/app/_lib/words";
import { headerBottom } from "~/app/articles/[id]/_lib/marks";
import { firstInView, select, selectedSpan } from "~/app/articles/[id]/_lib/offsets";
import { focusedTag } from "~/app/articles/[id]/_lib/tagging";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";

/** Everything that would change the text of an editable element. */
const CHANGES = ["beforeinput", "paste", "cut", "drop", "dragstart", "compositionstart"];

/**
 * Selecting with the keyboard: the text becomes editable, which gives it a caret that arrows move, and every
 * change of it is cancelled.
 */
export function useKeyboardSelection(text: RefObject<HTMLElement | null>, bench: Workbench): void {
  const { isSelecting } = bench;
  const enter = useEffectEvent((element: HTMLElement) => {
    const caret =
      focusedTag(bench.store)?.anchor.start ??
      selectedSpan(element)?.start ??
      firstInView(element, headerBottom()) ??
      0;
    element.focus({ preventScroll: true });
    select(element, { start: caret, end: caret });
  });
  const say = useEffectEvent((sentence: string) => bench.announce(sentence, { assertive: true }));
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !isSelecting) say(words.reader.selectingLeft);
    was.current = isSelecting;
    const element = text.current;
    if (!element || !isSelecting) return undefined;
    const cancel = (event: Event) => event.preventDefault();
    for (const change of CHANGES) element.addEventListener(change, cancel);
    enter(element);
    say(words.reader.selecting);
    return () => {
      for (const change of CHANGES) element.removeEventListener(change, cancel);
    };
  }, [isSelecting, text]);
}
