import type { useTRPCClient } from "~/app/_lib/trpc";
import { refusalOf } from "~/app/_lib/refusal";
import { isKeptCommand } from "~/app/articles/[id]/_store/pending";
import { idIn } from "~/core/ids";
import { keepOnly, type KeptOnDevice } from "./drawers";

/**
 * Sends what is kept of an article, in the order in which it was given; each under the id that it may have been sent by
 * before, so that nothing is done twice. What is refused stays kept, and so does all that came after it.
 * @returns why it stopped; null when everything was sent
 */
export async function sendLeft(
  client: ReturnType<typeof useTRPCClient>,
  person: string,
  kept: KeptOnDevice,
): Promise<string | null> {
  const article = idIn("article", kept.article);
  if (article === null) return null;
  let left = kept.items;
  for (const item of kept.items) {
    // What an older version of the page kept otherwise cannot be sent by this one.
    if (isKeptCommand(item)) {
      try {
        await client.articles.execute.mutate({ article, commandId: item.id, command: item.command });
      } catch (error) {
        return refusalOf(error).sentence;
      }
    }
    left = left.slice(1);
    await keepOnly(person, kept, left);
  }
  return null;
}
