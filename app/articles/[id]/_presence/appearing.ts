import type { Whereabouts } from "~/core/presence";

/** How often a tab says where it is though nothing changed, in milliseconds. The server forgets it after two of these. */
const BEAT = 8_000;
/** The server hears one saying a second. */
const MOST_OFTEN = 1_000;
/** What changed is said when it has been still for so long, in milliseconds. */
const SETTLES = 200;
/** Whoever did nothing for so long is not here, in milliseconds; nor does the page keep them signed in. */
const RESTS_AFTER = 600_000;

/** What somebody does by which they are seen to be here, and by which their place may change. */
const DEEDS = ["selectionchange", "scroll", "keydown", "pointerdown", "focusin", "focusout"] as const;

/**
 * Says where the reader of this page is, as it changes, until the function given back is called. While nobody else is
 * there to see it, only that they are here at all.
 * @param say given where they are; null when they are here no longer
 */
export function appearing({
  where,
  say,
  isSeen,
}: {
  where: () => Whereabouts;
  say: (at: Whereabouts | null) => void;
  isSeen: () => boolean;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSoon = false;
  let isHere = false;
  let [saidAt, actedAt] = [-Infinity, performance.now()];
  const tell = () => {
    const now = performance.now();
    const wasHere = isHere;
    isHere = document.visibilityState === "visible" && now - actedAt < RESTS_AFTER;
    isSoon = false;
    if (isHere) say(where());
    else if (wasHere) say(null);
    saidAt = now;
    timer = setTimeout(tell, BEAT);
  };
  const soon = () => {
    if (isSoon) return;
    isSoon = true;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(SETTLES, saidAt + MOST_OFTEN - performance.now()));
  };
  const acted = () => {
    actedAt = performance.now();
    if (isSeen() || !isHere) soon();
  };
  const leave = () => {
    if (isHere) say(null);
    isHere = false;
  };
  for (const deed of DEEDS) document.addEventListener(deed, acted, { passive: true });
  document.addEventListener("visibilitychange", soon);
  addEventListener("pagehide", leave);
  soon();
  return () => {
    clearTimeout(timer);
    for (const deed of DEEDS) document.removeEventListener(deed, acted);
    document.removeEventListener("visibilitychange", soon);
    removeEventListener("pagehide", leave);
    leave();
  };
}
