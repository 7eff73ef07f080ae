import { v7 } from "uuid";

import { refusalOf } from "~/app/_lib/refusal";
import type { useTRPCClient } from "~/app/_lib/trpc";
import { DomainError } from "~/core/errors";
import type { ArticleId } from "~/core/ids";
import { DeliveryError, type Surroundings, type Transport } from "~/app/articles/[id]/_store/transport";

/** The store's way to the server: the procedures, with each error as what it means for what is pending. */
export function overTheWire(client: ReturnType<typeof useTRPCClient>, article: ArticleId): Transport {
  return {
    async execute(id, command) {
      try {
        return await client.articles.execute.mutate({ article, commandId: id, command });
      } catch (error) {
        throw delivered(error);
      }
    },
    async eventsAfter(seq) {
      const answer = await client.articles.eventsAfter.query({ article, seq }).catch((error: unknown) => {
        throw delivered(error);
      });
      if (answer.reload) throw new DeliveryError("behind");
      return answer.events;
    },
  };
}

/** A refusal as such; everything else as work that may not have arrived. */
function delivered(error: unknown): DomainError | DeliveryError {
  const { kind, sentence, present } = refusalOf(error);
  switch (kind) {
    case "not-found":
    case "forbidden":
    case "conflict":
    case "illegal-state":
    case "bad-input":
      return new DomainError(kind, sentence, present);
    case "signed-out":
      return new DeliveryError("signed-out", sentence);
    case "unreachable":
      return new DeliveryError("network");
    case "too-many":
    case "away":
    case "bug":
      return new DeliveryError("failed", sentence);
  }
}

/** The browser, as the store needs it. What is not settled is kept in the drawers. */
export function thisBrowser(drawers: Surroundings["drawers"]): Surroundings {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    newId: () => v7(),
    isOnline: () => navigator.onLine,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    drawers,
  };
}
