import { setTimeout as pause } from "node:timers/promises";
import type { ArticleId, CommandId } from "~/core/ids";
import { post, Refusal, type Sending, tagging } from "~/bench/live/writing";

/** Between two attempts of one command, and between an answer and the next command; at most, in milliseconds. */
const AGAIN_AFTER = 400;
const NEXT_AFTER = 40;
/** One acknowledged command in so many is sent once more, as by a client that never got the answer. */
const REPEATS = 8;

/** Somebody who tags one word after the other, each until the server says that it is tagged. */
export class Writer {
  /** By acknowledged command, the number of its event as it was answered. */
  readonly acknowledged = new Map<CommandId, number>();
  /** Answers to a repeated command that were not the first answer. */
  changed = 0;
  /** The server's noes, of which there is to be none. */
  readonly refusals: string[] = [];
  attempts = 0;
  /** Attempts without an answer, or with one that told of trouble. */
  failures = 0;
  readonly #at: { readonly origin: string; readonly cookie: string; readonly article: ArticleId };
  #isOver = false;

  constructor(at: { origin: string; cookie: string; article: ArticleId }) {
    this.#at = at;
  }

  /** Writes until `stop`; the last command is still seen through. @param words which of them, one after the other */
  async write(words: Iterable<number>): Promise<void> {
    for (const word of words) {
      if (this.#isOver) return;
      const sending = tagging(word);
      const seq = await this.#see(sending);
      if (seq === null) continue;
      this.acknowledged.set(sending.commandId, seq);
      if (this.acknowledged.size % REPEATS === 0 && (await this.#see(sending)) !== seq) this.changed += 1;
      await pause(Math.random() * NEXT_AFTER);
    }
  }

  stop(): void {
    this.#isOver = true;
  }

  /** Sends until it is acknowledged; null when it is refused. */
  async #see(sending: Sending): Promise<number | null> {
    for (;;) {
      this.attempts += 1;
      const { origin, ...rest } = this.#at;
      try {
        return (await post(origin, { ...rest, ...sending })).seq;
      } catch (error) {
        if (error instanceof Refusal) {
          this.refusals.push(error.message);
          return null;
        }
        this.failures += 1;
        await pause(Math.random() * AGAIN_AFTER);
      }
    }
  }
}
