import { setTimeout as pause } from "node:timers/promises";
import type { ArticleId } from "~/core/ids";
import { Follower } from "~/bench/live/followers";

/** A stream that broke off is opened again after so long at most, in milliseconds. */
const AGAIN_AFTER = 500;

/** Somebody who follows an article and comes back, from where they were, whenever the stream breaks off. */
export class Reader {
  readonly follower: Follower;
  breaks = 0;
  #isOver = false;

  /** @param first the number of the last event before those that are followed */
  constructor(first: number) {
    this.follower = new Follower(first);
  }

  async follow(at: { origin: string; cookie: string; article: ArticleId }): Promise<void> {
    while (!this.#isOver) {
      await new Promise<void>((resolve) => {
        this.follower.open(at, resolve).catch(() => resolve());
      });
      this.breaks += 1;
      await pause(Math.random() * AGAIN_AFTER);
    }
  }

  stop(): void {
    this.#isOver = true;
    this.follower.close();
  }
}
