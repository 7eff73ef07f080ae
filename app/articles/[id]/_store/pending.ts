import { z } from "zod";

import { ArticleCommand } from "~/core/command";
import type { ArticleEvent } from "~/core/event";
import { CommandId, type TagId, type ThreadId } from "~/core/ids";

/** A command that the server has not answered yet, and what it comes to as far as this page can tell. */
export interface Pending {
  readonly id: CommandId;
  readonly command: ArticleCommand;
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
  readonly events: readonly ArticleEvent[];
}

const Kept = z.array(z.strictObject({ id: CommandId, command: ArticleCommand, at: z.number().int() }));

/** The commands as text to keep over a reload; null when there are none. */
export function packPending(pending: readonly Pending[]): string | null {
  if (pending.length === 0) return null;
  return JSON.stringify(pending.map(({ id, command, at }) => ({ id, command, at })));
}

/** The commands kept as text, each with the id under which it may have been sent before; none if unreadable. */
export function unpackPending(text: string | null): Pending[] {
  if (text === null) return [];
  try {
    return Kept.parse(JSON.parse(text)).map((kept) => ({ ...kept, events: [] }));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}

/** The tags and threads that a command is about, so far as it names them. */
export function subjectsOf(command: ArticleCommand): (TagId | ThreadId)[] {
  if (command.type === "several") return command.items.flatMap(subjectsOf);
  if ("thread" in command) return [command.thread];
  if ("target" in command) return [command.tag, command.target];
  return "tag" in command ? [command.tag] : [];
}
