import { type RefObject, useEffect, useEffectEvent } from "react";

/** What the keys of choosing do: Space with the row that has the focus, with Shift on to it, and Escape. */
export interface ListChoice {
  readonly choose: (place: number, extended: boolean) => void;
  readonly clear: () => void;
}

/** Chooses rows of the list by keys, while the link of one has the focus: Space means nothing else to a link. */
export function useChoiceKeys(list: RefObject<HTMLElement | null>, choice: ListChoice): void {
  const answer = useEffectEvent((event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll("a[href]") ?? [])];
    const place = links.findIndex((link) => link === event.target);
    if (event.defaultPrevented || place === -1) return;
    if (event.key === "Escape") choice.clear();
    if (event.key !== " ") return;
    event.preventDefault();
    choice.choose(place, event.shiftKey);
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => answer(event);
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}
