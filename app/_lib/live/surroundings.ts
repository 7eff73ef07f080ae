import type { Refusal } from "~/app/_lib/refusal";
import type { News } from "~/server/routers";
import type { Message, Wants } from "./messages";

/** What becomes of a stream. */
export interface StreamListener {
  /** It stands: from now on nothing is missed. */
  connected(): void;
  heard(news: News): void;
  /** It is over; null when it just broke off. */
  ended(refusal: Refusal | null): void;
}

/** What a tab is told of the lead. */
export interface LeadCalls {
  readonly lead: () => void;
  readonly lost: () => void;
}

/** What the tabs need from the browser and the server. Replaced in tests. */
export interface Surroundings {
  /** Opens a stream. The function given back closes it; nothing is called any more after that. */
  open(wants: Wants, listener: StreamListener): () => void;
  /** Says it to the other tabs. */
  post(message: Message): void;
  onMessage(listener: (message: Message) => void): () => void;
  /**
   * Takes the lead as soon as no other tab has it; `at once` takes it away from whoever has it. Calls `lead` when
   * this tab leads, `lost` when it does no longer.
   */
  lead(how: "in turn" | "at once", calls: LeadCalls): () => void;
  /** Calls when the tab of this name is no longer there. */
  whenGone(tab: string, gone: () => void): void;
  isVisible(): boolean;
  /** Calls when the tab is looked at again, or the network is back. */
  onWake(woken: () => void): () => void;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Runs later; the function given back calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}
