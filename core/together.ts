import type { ArticleEvent } from "./event";
import type { ArticleCommand } from "./shapes/command";

/** What can be done to several articles at once: one command for each, which another one takes back. */

export type TogetherCommand = Extract<
  ArticleCommand,
  { type: "archiveArticle" | "restoreArticle" | "changeDetail" }
>;

/** The command that takes back what one of them came to; null where nothing did. */
export function takingBack(events: readonly ArticleEvent[]): TogetherCommand | null {
  for (const { type, body } of events) {
    switch (type) {
      case "ArticleArchived":
        return { type: "restoreArticle" };
      case "ArticleRestored":
        return { type: "archiveArticle" };
      case "DetailChanged":
        return { type: "changeDetail", name: body.name, from: body.to, to: body.from };
      default:
    }
  }
  return null;
}
