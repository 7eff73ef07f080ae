"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import { MARGIN_BESIDE } from "~/app/articles/[id]/_lib/media";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { TagId } from "~/core/ids";

/** A press on a mark looks at its tag, the innermost where tags overlap; a press beside marks looks away. */
export function useClicks(text: RefObject<HTMLElement | null>, bench: Workbench): void {
  const press = useEffectEvent((target: EventTarget | null) => {
    const selection = getSelection();
    if (selection && !selection.isCollapsed) return;
    const id = TagId.safeParse(
      target instanceof Element ? target.closest("mark")?.getAttribute("data-tag") : null,
    );
    const { store } = bench;
    if (id.success) store.look({ focused: id.data, opened: !matchMedia(MARGIN_BESIDE).matches });
    else if (store.viewing.focused !== null) store.look({ focused: null, opened: false });
  });
  const enter = useEffectEvent((target: EventTarget | null) => {
    const id = TagId.safeParse(target instanceof Element ? target.getAttribute("data-tag") : null);
    if (id.success && bench.store.viewing.focused !== id.data && !bench.isSelecting)
      bench.store.look({ focused: id.data, opened: false });
  });
  useEffect(() => {
    const element = text.current;
    const pressed = (event: MouseEvent) => press(event.target);
    const entered = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) enter(event.target);
    };
    element?.addEventListener("click", pressed);
    element?.addEventListener("focusin", entered);
    return () => {
      element?.removeEventListener("click", pressed);
      element?.removeEventListener("focusin", entered);
    };
  }, [text]);
}
