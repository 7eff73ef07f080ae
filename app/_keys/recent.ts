import { z } from "zod";

/** What was chosen last in this browser's palettes: ids, the last first. */
const PLACE = "galley-recent-actions";
const MOST = 5;
const Recent = z.array(z.string().max(200)).max(MOST);

export function recentActions(): readonly string[] {
  try {
    const kept = Recent.safeParse(JSON.parse(localStorage.getItem(PLACE) ?? "[]"));
    return kept.success ? kept.data : [];
  } catch (error) {
    // Not ours to read, or no storage at all: then nothing is recent.
    if (error instanceof SyntaxError || error instanceof DOMException) return [];
    throw error;
  }
}

export function rememberAction(id: string): void {
  const recent = [id, ...recentActions().filter((other) => other !== id)].slice(0, MOST);
  try {
    localStorage.setItem(PLACE, JSON.stringify(recent));
  } catch (error) {
    // A full or forbidden storage costs the order of the palette, and no more.
    if (!(error instanceof DOMException)) throw error;
  }
}
