import type { CommandId } from "~/core/ids";

/** One of a person's own commands, and which of their commands it took back. */
export interface OwnCommand {
  readonly id: CommandId;
  readonly undoes: CommandId | null;
}

/**
 * What undo and redo take back next. Undoing makes a command of its own; redoing takes that one back. The
 * stack follows from a person's commands in their order, so that it is the same after a reload.
 */
export class UndoStack {
  #undo: CommandId[] = [];
  #redo: CommandId[] = [];
  readonly #log = new Map<CommandId, OwnCommand>();

  constructor(past: readonly OwnCommand[] = []) {
    for (const command of past) this.done(command);
  }

  /** Every command that it knows of, in their order. */
  get log(): readonly OwnCommand[] {
    return [...this.#log.values()];
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Takes note of a command, unless it is known. */
  done(command: OwnCommand): void {
    const { id, undoes } = command;
    if (this.#log.has(id)) return;
    this.#log.set(id, command);
    if (undoes === null) {
      this.#undo.push(id);
      this.#redo = [];
    } else if (this.#redo.includes(undoes)) {
      this.#redo = this.#redo.filter((other) => other !== undoes);
      this.#undo.push(id);
    } else {
      this.#undo = this.#undo.filter((other) => other !== undoes);
      this.#redo.push(id);
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
