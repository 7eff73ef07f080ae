import { type ClientRequest, get as getPlainly } from "node:http";
import { get as getSecurely } from "node:https";
import type { ArticleId } from "~/core/ids";

/** One reader of the stream, as light as it can be: it finds the numbers of events and when each came. */
export class Follower {
  /** When each event came, by its number, in milliseconds of this process's clock. */
  readonly came = new Map<number, number>();
  /** Events that came twice, or before an earlier one. */
  wrong = 0;
  #last: number;
  #request: ClientRequest | null = null;

  constructor(first: number) {
    this.#last = first;
  }

  /** The number of the last event that came. */
  get last(): number {
    return this.#last;
  }

  /**
   * Opens the stream after the last event that came; done when the server says that it is connected.
   * @param ended called when it has broken off
   */
  async open(
    { origin, cookie, article }: { origin: string; cookie: string; article: ArticleId },
    ended: () => void = () => undefined,
  ): Promise<void> {
    const input = encodeURIComponent(JSON.stringify({ json: { articles: { [article]: this.#last } } }));
    await new Promise<void>((resolve, reject) => {
      const get = origin.startsWith("https:") ? getSecurely : getPlainly;
      // No agent: each stream has a connection of its own.
      const options = { headers: { cookie }, agent: false };
      this.#request = get(`${origin}/api/trpc/live?input=${input}`, options, (response) => {
        let rest = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          const frames = (rest + chunk).split("\n\n");
          rest = frames.pop() ?? "";
          for (const frame of frames) {
            if (frame.startsWith("event: connected")) resolve();
            if (frame.startsWith("event: serialized-error")) reject(new Error(frame));
            if (frame.startsWith("data: ")) this.#take(frame);
          }
        });
        response.on("error", () => undefined).on("close", ended);
      });
      this.#request.on("error", reject);
    });
  }

  close(): void {
    this.#request?.destroy();
  }

  #take(frame: string): void {
    const now = performance.now();
    for (const [, number] of frame.matchAll(/"seq":(\d+)/g)) {
      const seq = Number(number);
      if (seq !== this.#last + 1) this.wrong += 1;
      this.#last = Math.max(this.#last, seq);
      this.came.set(seq, now);
    }
  }
}
