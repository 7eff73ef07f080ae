import type { ArticleEvent } from "./event";
import type { CommandId, TagId, ThreadId } from "./ids";
import { isUndoable } from "./undo-thread";

/**
 * What one person can undo and redo on an article, read from the log: so it survives a reload, and is the same
 * in every tab.
 */

/** What a command did, as much of it as it takes to say it in a sentence. */
export interface Deed {
  /** The first thing that it did to a tag or a thread. */
  readonly first: ArticleEvent;
  /** To how many tags it did something; 1 for a thread. */
  readonly tags: number;
  /** It did the same to each of them. */
  readonly alike: boolean;
}

/** Something that one command did to tags or a thread, as it stands now: done, or taken back. */
export interface Step {
  /** What to name in the next `undo`: the command itself, or the last that took it back or did it again. */
  readonly command: CommandId;
  /** When `command` was carried out, in milliseconds since 1970. */
  readonly at: number;
  /** What the first command did. */
  readonly deed: Deed;
}

export interface UndoStack {
  /** What is done, the next to undo last. */
  readonly undo: readonly Step[];
  /** What was taken back since the last new command, the next to redo last. */
  readonly redo: readonly Step[];
}

interface Chain {
  step: Step;
  /** The number of the last event of the step's command. */
  seq: number;
  isDone: boolean;
}

/** @param events one person's own, about tags and threads, oldest first; whatever they take back may be missing */
export function undoStackOf(events: readonly ArticleEvent[]): UndoStack {
  const chains = new Map<CommandId, Chain>();
  const chainOfEvent = new Map<number, CommandId>();
  let lastNew = 0;
  for (const [command, own] of byCommand(events)) {
    const { seq = 0, at = 0 } = own.at(-1) ?? {};
    const taken = own.find(({ undoes }) => undoes !== null)?.undoes ?? null;
    const root = taken === null ? command : chainOfEvent.get(taken);
    if (root === undefined) continue;
    for (const event of own) chainOfEvent.set(event.seq, root);
    const earlier = chains.get(root);
    const deed = earlier?.step.deed ?? deedOf(own);
    if (deed === null) continue;
    if (!earlier) lastNew = seq;
    chains.set(root, { step: { command, at, deed }, seq, isDone: !(earlier?.isDone ?? false) });
  }
  const steps = (isDone: boolean, after: number) =>
    [...chains.values()]
      .filter((chain) => chain.isDone === isDone && chain.seq > after)
      .sort((a, b) => a.seq - b.seq)
      .map(({ step }) => step);
  return { undo: steps(true, 0), redo: steps(false, lastNew) };
}

/** The events that can be taken back, by the command that they belong to, in order. */
export function byCommand(events: readonly ArticleEvent[]): Map<CommandId, ArticleEvent[]> {
  const commands = new Map<CommandId, ArticleEvent[]>();
  for (const event of events) {
    if (!isUndoable(event)) continue;
    const own = commands.get(event.command);
    if (own) own.push(event);
    else commands.set(event.command, [event]);
  }
  return commands;
}

/** What one command did that can be taken back; null where it did nothing of the kind. */
export function deedOf(events: readonly ArticleEvent[]): Deed | null {
  const first = events.find((event) => about(event).length > 0);
  if (!first) return null;
  const kind = kindOf(first);
  const tags = new Set(events.flatMap(about)).size;
  const same = new Set(events.filter((event) => kindOf(event) === kind).flatMap(about)).size;
  return { first, tags, alike: same === tags };
}

function about(event: ArticleEvent): (TagId | ThreadId)[] {
  if ("tag" in event.body) return [event.body.tag];
  return "thread" in event.body && isUndoable(event) ? [event.body.thread] : [];
}

/** What two events share that did the same to two tags, whatever these were before. */
function kindOf({ type, body }: ArticleEvent): string {
  const to = type === "AttributeSet" ? [body.name, body.to] : type === "TypeChanged" ? [body.to.type] : [];
  const as = type === "TagAdded" ? body.type : type === "TagChecked" ? body.to.verdict?.finding : null;
  return JSON.stringify([type, as, to]);
}
