import type { CommandId } from "~/core/ids";
import type { Deed, Step, UndoStack as Past } from "~/core/undo-stack";

/** A command of one's own, and which of one's commands it took back. */
export interface OwnCommand {
  readonly id: CommandId;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly undoes: CommandId | null;
  /** What it did; null where this page cannot tell yet. */
  readonly deed: Deed | null;
}

/**
 * What can be taken back and what can be done again, the next last. Undoing makes a command of its own; redoing
 * takes that one back. It begins with what the log says of before, so that it is the same after a reload.
 */
export class UndoStack {
  #undo: readonly Step[];
  #redo: readonly Step[];
  readonly #known: Set<CommandId>;

  constructor({ undo, redo }: Past) {
    this.#undo = undo;
    this.#redo = redo;
    this.#known = new Set([...undo, ...redo].map(({ command }) => command));
  }

  get undo(): readonly Step[] {
    return this.#undo;
  }

  get redo(): readonly Step[] {
    return this.#redo;
  }

  /** Takes note of a command, unless it is known or nobody can tell what it did. */
  done({ id, at, undoes, deed }: OwnCommand): void {
    if (this.#known.has(id)) return;
    const back = [...this.#undo, ...this.#redo].find(({ command }) => command === undoes);
    const told = back?.deed ?? deed;
    if (!told) return;
    this.#known.add(id);
    const step = { command: id, at, deed: told };
    const wasUndone = this.#redo.some(({ command }) => command === undoes);
    if (undoes !== null) this.forget(undoes);
    if (undoes === null) this.#redo = [];
    if (undoes === null || wasUndone) this.#undo = [...this.#undo, step];
    else this.#redo = [...this.#redo, step];
  }

  /** Forgets a command that was refused, or can no longer be taken back. */
  forget(id: CommandId): void {
    this.#undo = this.#undo.filter(({ command }) => command !== id);
    this.#redo = this.#redo.filter(({ command }) => command !== id);
  }
}
