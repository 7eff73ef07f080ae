import type { Slice } from "~/core/article";
import type { ArticleCommand } from "~/core/shapes/command";
import type { DomainError } from "~/core/errors";
import type { CommandId, TagId } from "~/core/ids";

/** One's own change that was refused because something else stands by now. Nothing was overwritten. */
export interface Conflict {
  /** The id of the refused command. */
  readonly id: CommandId;
  readonly command: ArticleCommand;
  readonly tag: TagId | null;
  /** What happened, for the person. */
  readonly sentence: string;
  readonly kind: DomainError["kind"];
  /** What one wanted; null where the command sets no value. */
  readonly mine: unknown;
  /** What stands now. */
  readonly present: unknown;
  /** The command that sets one's own value over the present one; null where that makes no sense. */
  readonly restore: ArticleCommand | null;
  /** The refused change without which this one comes to nothing; null where it was refused itself. */
  readonly waitsFor: CommandId | null;
}

/** Whether both commands set the same field of the same tag. */
export function isSameField(a: ArticleCommand, b: ArticleCommand): boolean {
  if (a.type !== b.type || !("tag" in a && "tag" in b) || a.tag !== b.tag) return false;
  switch (a.type) {
    case "setAttribute":
      return b.type === a.type && a.name === b.name;
    case "setNote":
    case "moveEdges":
    case "changeType":
    case "setVerdict":
      return true;
    default:
      return false;
  }
}

/** What a refusal by the server means for the person whose command it was, given what stands by now. */
export function conflictOf(
  { id, command, waitsFor = null }: Pick<Conflict, "id" | "command"> & Partial<Pick<Conflict, "waitsFor">>,
  refusal: DomainError,
  confirmed: Slice,
): Conflict {
  const tag = "tag" in command ? command.tag : null;
  const about = { id, command, tag, sentence: refusal.message, kind: refusal.kind, waitsFor };
  const standing = tag === null ? undefined : confirmed.tags.get(tag);
  if (refusal.kind !== "conflict" || !standing)
    return { ...about, mine: null, present: refusal.present ?? null, restore: null };
  switch (command.type) {
    case "setAttribute": {
      const present = standing.attributes[command.name] ?? null;
      return { ...about, mine: command.to, present, restore: { ...command, from: present } };
    }
    case "setNote":
      return {
        ...about,
        mine: command.to,
        present: standing.note,
        restore: { ...command, from: standing.note },
      };
    case "moveEdges": {
      const { start, end } = standing.anchor;
      return {
        ...about,
        mine: command.to,
        present: { start, end },
        restore: { ...command, from: { start, end } },
      };
    }
    case "changeType":
      return {
        ...about,
        mine: command.to,
        present: standing.type,
        restore: { ...command, from: standing.type },
      };
    case "setVerdict": {
      const { verdict } = standing.review;
      const sees = verdict && { finding: verdict.finding, at: verdict.at };
      const of = { type: standing.type, exact: standing.anchor.exact };
      return { ...about, mine: command.finding, present: verdict, restore: { ...command, sees, of } };
    }
    default:
      return { ...about, mine: null, present: refusal.present ?? null, restore: null };
  }
}
