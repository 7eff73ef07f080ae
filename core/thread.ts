import type { Addressee, Thread } from "./shapes/thread";

/**
 * A thread: what people say to each other about a tag, a passage or the article as a whole. A comment is said to
 * whoever reads it; a query asks somebody, or whoever holds a role, and waits for the answer.
 */

export type { Addressee, ImportedComment, ImportedThread, ThreadComment, Thread } from "./shapes/thread";

export const THREAD_KINDS = ["comment", "query"] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

export const THREAD_STATES = ["open", "resolved", "withdrawn"] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** True for the same person or the same role. */
export function sameAddressee(a: Addressee | null, b: Addressee | null): boolean {
  if (a === null || b === null) return a === b;
  if ("person" in a) return "person" in b && a.person === b.person;
  return "role" in b && a.role === b.role;
}

/** True while the article waits for it: an open query, or an open comment that blocks. */
export function holdsUp({ state, kind, blocking }: Pick<Thread, "state" | "kind" | "blocking">): boolean {
  return state === "open" && (kind === "query" || blocking);
}
