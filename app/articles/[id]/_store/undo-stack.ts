import type { CommandId } from "~/core/ids";

/** A command of one's own, and which of one's commands it took back. */
export interface OwnCommand {
  readonly id: CommandId;
  readonly undoes: CommandId | null;
}

/** What can be taken back, and what can be done again, the next last: as `articles.mine` reads it from the log. */
export interface Past {
  readonly undo: readonly CommandId[];
  readonly redo: readonly CommandId[];
}

/**
 * What undo and redo take back next. Undoing makes a command of its own; redoing takes that one back. It begins
 * with what the log says of before, so that it is the same after a reload.
 */
export class UndoStack {
  #undo: readonly CommandId[];
  #redo: readonly CommandId[];
  readonly #known: Set<CommandId>;

  constructor({ undo, redo }: Past) {
    this.#undo = undo;
    this.#redo = redo;
    this.#known = new Set([...undo, ...redo]);
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Takes note of a command, unless it is known. */
  done({ id, undoes }: OwnCommand): void {
    if (this.#known.has(id)) return;
    this.#known.add(id);
    if (undoes === null) {
      this.#undo = [...this.#undo, id];
      this.#redo = [];
    } else if (this.#redo.includes(undoes)) {
      this.#redo = this.#redo.filter((other) => other !== undoes);
      this.#undo = [...this.#undo, id];
    } else {
      this.#undo = this.#undo.filter((other) => other !== undoes);
      this.#redo = [...this.#redo, id];
    }
  }

  /** Forgets a command that was refused, or can no longer be taken back. */
  forget(id: CommandId): void {
    this.#undo = this.#undo.filter((other) => other !== id);
    this.#redo = this.#redo.filter((other) => other !== id);
  }

  get nextUndo(): CommandId | null {
    return this.#undo.at(-1) ?? null;
  }

  get nextRedo(): CommandId | null {
    return this.#redo.at(-1) ?? null;
  }
}
