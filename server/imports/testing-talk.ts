import { v7 } from "uuid";

import type { ArticleCommand } from "~/core/shapes/command";
import { CommentId, type TagId, ThreadId, type UserId } from "~/core/shapes/ids";
import type { Span } from "~/core/tag";

/** A query about a tag, answered; a comment on the article and one on a passage. Not for use outside of tests. */
export function talkAbout(
  tag: TagId,
  span: Span,
  { asks, answers }: { asks: UserId; answers: UserId },
): { by: UserId; command: ArticleCommand }[] {
  const newThread = () => ({ thread: ThreadId.parse(v7()), comment: CommentId.parse(v7()) });
  const comment = {
    type: "openThread",
    blocking: false,
    kind: "comment",
    addressee: null,
    due: null,
  } as const;
  const asked = newThread();
  const words = `Which council, [@Cid](person:${answers})?`;
  const to = { kind: "query", addressee: { person: answers }, due: Date.UTC(2030, 0, 1) } as const;
  const answer = {
    thread: asked.thread,
    comment: newThread().comment,
    words: "The **city**’s.",
    resolves: true,
  };
  return [
    { by: asks, command: { ...comment, ...asked, ...to, about: { on: "tag", tag }, words } },
    { by: answers, command: { type: "addComment", ...answer } },
    { by: asks, command: { ...comment, ...newThread(), about: { on: "article" }, words: "漢字 🙂" } },
    { by: asks, command: { ...comment, ...newThread(), about: { on: "passage", span }, words: "漢字 🙂" } },
  ];
}
