import type { Topic } from "./notices";
import type { Finding } from "./tag";
import { unreachable } from "./errors";

/** What notices say: in the bell, and in the letters that carry them. */

/** What a sentence is made of. */
export interface SaidNotice {
  readonly topic: Topic;
  /** Whoever did it, by name. */
  readonly actor: string;
  /** How many tags it is about. */
  readonly count: number;
  /** Of a verdict on one tag. */
  readonly finding: Finding | null;
}

/** One sentence without its full stop: "Ines Okoro asks you". */
export function sentenceOf({ topic, actor, count, finding }: SaidNotice): string {
  switch (topic) {
    case "query":
      return `${actor} asks you`;
    case "mention":
      return `${actor} mentioned you`;
    case "reply":
      return `${actor} replied`;
    case "assignment":
      return `${actor} gave you ${count === 1 ? "a tag" : `${count} tags`} to work on`;
    case "verdict": {
      if (count > 1) return `${actor} set verdicts on ${count} of your tags`;
      const found = finding ? `: ${finding.replaceAll("-", " ")}` : "";
      return `${actor} set the verdict on your tag${found}`;
    }
    case "sign-off":
      return `The sign-off fell with what ${actor} did`;
    case "sent-back":
      return `${actor} sent your article back`;
    default:
      return unreachable(topic);
  }
}

/** Where a notice leads: the thread, the tag or the article, as a path. */
export function placeOf({
  article,
  tag,
  thread,
}: {
  readonly article: string;
  readonly tag: string | null;
  readonly thread: string | null;
}): string {
  const path = `/articles/${article}`;
  if (thread !== null) return `${path}#thread=${thread}`;
  return tag === null ? path : `${path}#tag=${tag}`;
}
