import type { ArticleStore } from "./article-store";
import type { Conflict } from "./conflict";

/**
 * Does again what was refused, over what stands now where both changed it; after it, in their order, the changes that
 * wait for it. @returns false where it is still refused: it stays as it is, and the page says why
 */
export function tryAgain(
  store: Pick<ArticleStore, "dispatch" | "settleConflict" | "conflicts">,
  { id, command, restore }: Conflict,
): boolean {
  if (!store.dispatch(restore ?? command).ok) return false;
  const waiting = store.conflicts.filter(({ waitsFor }) => waitsFor === id);
  store.settleConflict(id);
  for (const conflict of waiting) tryAgain(store, conflict);
  return true;
}
