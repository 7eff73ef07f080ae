/** How a key or the palette opens the bell of the page, wherever on it the bell stands. */

const openers = new Set<() => void>();

/** Opens the page's bell, if it has one. */
export function openBell(): void {
  for (const open of openers) open();
}

/** Says how the page's bell is opened, until the function given back is called. */
export function onOpenBell(open: () => void): () => void {
  openers.add(open);
  return () => openers.delete(open);
}
