import type { ArticleCommand } from "~/core/shapes/command";
import type { ArticleEvent } from "~/core/event";
import type { CommandId } from "~/core/ids";

/** How the store reaches the server; what it needs from the browser. Both are replaced in tests. */
export interface Transport {
  /**
   * Has a command carried out, once however often it is sent.
   * @throws DomainError when it is refused, DeliveryError when it is not known whether it arrived
   */
  execute(id: CommandId, command: ArticleCommand): Promise<{ readonly events: readonly ArticleEvent[] }>;
  /**
   * The events after a number, up to the last, in order.
   * @throws DomainError where they may not be read, DeliveryError
   */
  eventsAfter(seq: number): Promise<readonly ArticleEvent[]>;
}

export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 ≤ x < 1. */
  random(): number;
  /** A UUID of version 7. */
  newId(): string;
  isOnline(): boolean;
  /** Runs later; the function given back calls it off. */
  after(milliseconds: number, run: () => void): () => void;
  /** For what the server has not answered, and for refused changes that the person has not answered. */
  readonly drawers: { readonly pending: Drawer; readonly conflicts: Drawer };
}

/** Holds a list, as JSON, over a reload of the page. */
export interface Drawer {
  read(): string | null;
  write(text: string | null): void;
}

/** A request without an answer that can be trusted: it may have arrived, and is safe to send again. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";

  /**
   * @param reason `behind`: the server cannot hand out all that this page missed
   * @param sentence what to tell the person; null where the network is simply not there
   */
  constructor(
    readonly reason: "network" | "signed-out" | "behind" | "failed",
    readonly sentence: string | null = null,
  ) {
    super(sentence ?? reason);
  }
}
