/**
 * The ways in which Galley says no. A refusal is a `DomainError`: one of five kinds and a sentence
 * for the person, mapped once to the wire. Everything else that is thrown is a bug.
 */
export type RefusalKind = "not-found" | "forbidden" | "conflict" | "illegal-state" | "bad-input";

export class DomainError extends Error {
  override readonly name = "DomainError";

  /**
   * @param message what happened and what to do, in words for the person who asked
   * @param present for `conflict`: the value that stands now, so that both can be shown
   */
  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly present?: unknown,
  ) {
    super(message);
  }
}

/** Closes a switch over a union: adding a member makes the compiler point here. */
export function unreachable(value: never): never {
  throw new Error(`A case is missing for ${JSON.stringify(value)}`);
}
