import { isKeptCommand } from "~/app/_lib/device/kept-command";
import type { ArticleEvent } from "~/core/event";
import type { CommandId, TagId, ThreadId } from "~/core/ids";
import { jsonIn } from "~/core/json";
import type { ArticleCommand } from "~/core/shapes/command";

/** A command that the server has not answered yet, and what it comes to as far as this page can tell. */
export interface Pending {
  readonly id: CommandId;
  readonly command: ArticleCommand;
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
  readonly events: readonly ArticleEvent[];
}

/** The commands as text to keep over a reload; null when there are none. */
export function packPending(pending: readonly Pending[]): string | null {
  if (pending.length === 0) return null;
  return JSON.stringify(pending.map(({ id, command, at }) => ({ id, command, at })));
}

/**
 * The commands kept as text, in the order in which they were kept, each with the id under which it may have been sent
 * before; but for what cannot be read.
 */
export function unpackPending(text: string | null): Pending[] {
  const kept = text === null ? null : jsonIn(text);
  if (!Array.isArray(kept)) return [];
  return kept.filter(isKept).map((one) => ({ ...one, events: [] }));
}

function isKept(one: unknown): one is Omit<Pending, "events"> {
  return isKeptCommand(one) && "at" in one && typeof one.at === "number";
}

/** The tags and threads that a command is about, so far as it names them. */
export function subjectsOf(command: ArticleCommand): (TagId | ThreadId)[] {
  if (command.type === "several") return command.items.flatMap(subjectsOf);
  if (command.type === "openThread" && command.about.on === "tag") return [command.thread, command.about.tag];
  if ("thread" in command) return [command.thread];
  if ("target" in command) return [command.tag, command.target];
  return "tag" in command ? [command.tag] : [];
}
