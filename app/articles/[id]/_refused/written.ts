import type { ArticleCommand } from "~/core/shapes/command";

/** What the person wrote for the command, to be shown where it was refused, and taken along; null where it holds none. */
export function writtenIn(command: ArticleCommand): string | null {
  switch (command.type) {
    case "setNote":
      return command.to?.words ?? null;
    case "editComment":
    case "changeDetail":
      return command.to;
    default: {
      if ("words" in command) return command.words;
      if ("reason" in command) return command.reason;
      return "note" in command && typeof command.note === "string" ? command.note : null;
    }
  }
}
