import { refusalOf } from "~/app/_lib/refusal";
import { IN_BACKGROUND, type useTRPCClient } from "~/app/_lib/trpc";
import { idIn } from "~/core/ids";
import { isKeptCommand } from "./kept-command";
import { inOrder, type KeptOnDevice, takeOut } from "./records";

/** What became of what was kept. */
export interface LeftSent {
  /** The ids of the commands that were carried out. */
  readonly done: ReadonlySet<string>;
  /** Why the rest is still there; null where nothing stood in the way. */
  readonly trouble: string | null;
}

/** So long an answer may take, in milliseconds. */
const WITHIN = 15_000;

/**
 * Sends what is kept and not answered, for each article in the order in which it was given, and each command under the
 * id that it may have been sent by before, so that nothing is done twice. What is refused stays where it is, with all
 * that comes after it in that article: the article's page asks what is to become of it.
 * @throws DOMException where the device keeps nothing for us
 */
export async function sendLeft(
  client: ReturnType<typeof useTRPCClient>,
  person: string,
  kept: readonly KeptOnDevice[],
): Promise<LeftSent> {
  const done = new Set<string>();
  let trouble: string | null = null;
  const pending = kept.filter(({ drawer }) => drawer === "pending");
  for (const name of new Set(pending.map(({ article }) => article))) {
    const article = idIn("article", name);
    for (const { record, item } of inOrder(pending.filter((one) => one.article === name))) {
      // What another version of the page kept otherwise cannot be sent by this one.
      if (article === null || !isKeptCommand(item)) break;
      const { id: commandId, command } = item;
      const options = { context: IN_BACKGROUND, signal: AbortSignal.timeout(WITHIN) };
      try {
        await client.articles.execute.mutate({ article, commandId, command }, options);
      } catch (error) {
        const { kind, sentence } = refusalOf(error);
        trouble = sentence;
        if (kind === "unreachable" || kind === "away" || kind === "signed-out") return { done, trouble };
        break;
      }
      await takeOut(person, record, item);
      done.add(item.id);
    }
  }
  return { done, trouble };
}
