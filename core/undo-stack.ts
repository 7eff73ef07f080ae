import type { ArticleEvent, ArticleFact } from "./event";
import type { CommandId, TagId } from "./ids";

/**
 * What one person can undo and redo on an article, read from the log: so it survives a reload, and is the same
 * in every tab.
 */

/** Something that one command did to tags, as it stands now: done, or taken back. */
export interface Step {
  /** What to name in the next `undo`: the command itself, or the last that took it back or did it again. */
  readonly command: CommandId;
  /** What the first command did, for the label: “Undo: tag added”. */
  readonly did: readonly ArticleFact["type"][];
  readonly tags: readonly TagId[];
  /** The number of the last event of `command`. */
  readonly seq: number;
}

export interface UndoStack {
  /** What is done, the next to undo last. */
  readonly undo: readonly Step[];
  /** What was taken back since the last new command, the next to redo last. */
  readonly redo: readonly Step[];
}

interface Chain {
  step: Step;
  isDone: boolean;
}

/** @param events one person's own, about tags, oldest first; whatever they take back may be missing */
export function undoStackOf(events: readonly ArticleEvent[]): UndoStack {
  const chains = new Map<CommandId, Chain>();
  const chainOfEvent = new Map<number, CommandId>();
  let lastNew = 0;
  for (const [command, own] of byCommand(events)) {
    const seq = own.at(-1)?.seq ?? 0;
    const taken = own.find(({ undoes }) => undoes !== null)?.undoes ?? null;
    const root = taken === null ? command : chainOfEvent.get(taken);
    if (root === undefined) continue;
    for (const event of own) chainOfEvent.set(event.seq, root);
    const earlier = chains.get(root);
    if (earlier) {
      earlier.step = { ...earlier.step, command, seq };
      earlier.isDone = !earlier.isDone;
    } else {
      lastNew = seq;
      chains.set(root, { step: { command, seq, ...described(own) }, isDone: true });
    }
  }
  const steps = (isDone: boolean) =>
    [...chains.values()]
      .filter((chain) => chain.isDone === isDone)
      .map(({ step }) => step)
      .sort((a, b) => a.seq - b.seq);
  return { undo: steps(true), redo: steps(false).filter(({ seq }) => seq > lastNew) };
}

function byCommand(events: readonly ArticleEvent[]): Map<CommandId, ArticleEvent[]> {
  const commands = new Map<CommandId, ArticleEvent[]>();
  for (const event of events) {
    if (!("tag" in event.body)) continue;
    const own = commands.get(event.command);
    if (own) own.push(event);
    else commands.set(event.command, [event]);
  }
  return commands;
}

function described(events: readonly ArticleEvent[]): Pick<Step, "did" | "tags"> {
  return {
    did: [...new Set(events.map(({ type }) => type))],
    tags: [...new Set(events.flatMap(({ body }) => ("tag" in body ? [body.tag] : [])))],
  };
}
