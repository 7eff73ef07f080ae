import { overTheWire } from "~/app/articles/[id]/_lib/transport";
import { isKeptCommand } from "~/app/articles/[id]/_store/pending";
import { DeliveryError } from "~/app/articles/[id]/_store/transport";
import type { useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { DomainError } from "~/core/errors";
import { idIn } from "~/core/ids";
import { keepOnly, keepRefused, type KeptOnDevice } from "./drawers";

/** What became of what was kept. */
export interface LeftSent {
  readonly done: number;
  /** How much was refused, and waits on the article's page for its person. */
  readonly refused: number;
  /** Why the rest is still there; null where nothing is. */
  readonly trouble: string | null;
}

/**
 * Sends what is kept and not answered, tab by tab, each in the order in which it was given and under the id that it may
 * have been sent by before, so that nothing is done twice. What is refused waits for its person; what does not arrive
 * stays, with all that comes after it.
 */
export async function sendLeft(
  client: ReturnType<typeof useTRPCClient>,
  person: string,
  kept: readonly KeptOnDevice[],
): Promise<LeftSent> {
  const sent = { done: 0, refused: 0, trouble: null };
  for (const one of kept.filter(({ drawer }) => drawer === "pending")) {
    const article = idIn("article", one.article);
    if (article === null) continue;
    const wire = overTheWire(client, article);
    let items = one.items;
    for (const item of one.items) {
      items = items.slice(1);
      try {
        // What an older version of the page kept otherwise cannot be sent by this one.
        if (isKeptCommand(item)) await wire.execute(item.id, item.command);
        await keepOnly(person, one, items);
        sent.done += 1;
      } catch (error) {
        if (error instanceof DeliveryError)
          return { ...sent, trouble: error.sentence ?? words.errors.unreachable };
        if (!(error instanceof DomainError && isKeptCommand(item))) throw error;
        const { kind, message: sentence } = error;
        const refused = { id: item.id, command: item.command, kind, sentence };
        await keepRefused(person, one, { refused, items });
        sent.refused += 1;
      }
    }
  }
  return sent;
}
