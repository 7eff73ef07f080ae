import { type RefObject, useEffect } from "react";

/** How far each key moves: j and k from anywhere on the page, the arrows inside the list. */
const STEPS: Record<string, { by: number; anywhere: boolean }> = {
  j: { by: 1, anywhere: true },
  k: { by: -1, anywhere: true },
  ArrowDown: { by: 1, anywhere: false },
  ArrowUp: { by: -1, anywhere: false },
};

/** Moves the focus between the list's links, one for each row. Inert while somebody types. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTyping(event.target))
        return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>("a[href]") ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      if (at === -1 && !step.anywhere) return;
      const next = at === -1 ? links[0] : links[at + step.by];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.closest("li")?.scrollIntoView({ block: "nearest" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [list]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input, textarea, select, [role=listbox], [role=menu], [role=dialog]") !== null)
  );
}
