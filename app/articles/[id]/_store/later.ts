/** How long is gathered what nobody waits for, in milliseconds: longer than a change mostly takes to be saved. */
const PATIENCE = 150;

const due = new Set<() => void>();

/**
 * Runs soon, together with everything else that is put off, and once however often it is asked for: what stands
 * beside the words follows them, but should not cost the frame in which they change.
 * @returns what calls it off
 */
export function later(run: () => void): () => void {
  if (due.size === 0) setTimeout(runAll, PATIENCE);
  due.add(run);
  return () => due.delete(run);
}

function runAll(): void {
  const runs = [...due];
  due.clear();
  for (const run of runs) run();
}
