import { v7 } from "uuid";
import { z } from "zod";

import type { ArticleCommand } from "~/core/shapes/command";
import type { ArticleId } from "~/core/ids";
import { CommandId } from "~/core/shapes/ids";
import { tagWord } from "./newsroom";

/** A command as it is sent, with the id that it keeps however often. */
export interface Sending {
  readonly commandId: CommandId;
  readonly command: ArticleCommand;
}

/** The tagging of the n-th word. */
export function tagging(n: number): Sending {
  return { commandId: CommandId.parse(v7()), command: tagWord(n) };
}

/** The server's no to a command. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

const Answered = z.object({ events: z.array(z.object({ seq: z.number() })) });
const Answer = z.object({ result: z.object({ data: z.object({ json: Answered }) }) });

/**
 * Sends a command as the browser does. Gives the number of its one event.
 * @param within how long an answer is waited for, in milliseconds
 * @throws Refusal when it is not to be carried out, Error when it is not known whether it was
 */
export async function post(
  origin: string,
  { article, cookie, ...sending }: Sending & { article: ArticleId; cookie: string },
  within = 10_000,
): Promise<{ seq: number }> {
  const answer = await fetch(`${origin}/api/trpc/articles.execute`, {
    method: "POST",
    headers: { cookie, origin, "x-galley": "1", "content-type": "application/json" },
    body: JSON.stringify({ json: { article, ...sending } }),
    signal: AbortSignal.timeout(within),
  });
  const text = await answer.text();
  if (answer.status >= 400 && answer.status < 500) throw new Refusal(text.slice(0, 200));
  if (!answer.ok) throw new Error(`It was not acknowledged: ${text.slice(0, 200)}`);
  const [event] = Answer.parse(JSON.parse(text)).result.data.json.events;
  if (!event) throw new Error("A command that tags a word made no event.");
  return event;
}
