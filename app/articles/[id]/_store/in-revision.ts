import type { ArticleCommand, TagCommand } from "~/core/shapes/command";

/**
 * The command with the revision that its places are meant in, so that it is refused where the text was changed before it
 * arrived: the same offsets are other words then.
 */
export function inRevision(command: ArticleCommand, revision: number | undefined): ArticleCommand {
  if (revision === undefined) return command;
  if (command.type === "several")
    return { ...command, items: command.items.map((item) => tagInRevision(item, revision)) };
  if (command.type === "openThread") {
    const { about } = command;
    return about.on === "passage" ? { ...command, about: { revision, ...about } } : command;
  }
  return "tag" in command ? tagInRevision(command, revision) : command;
}

/** What names a revision already keeps it: it may have been refused, and is tried again. */
function tagInRevision(command: TagCommand, revision: number): TagCommand {
  const hasPlace =
    command.type === "addTag" || command.type === "moveEdges" || command.type === "reattachTag";
  return hasPlace ? { revision, ...command } : command;
}
