import type { CDPSession, Page } from "@playwright/test";

/** What the main thread of a page spent, as Chromium counts it: CPU time, which other programs do not lengthen. */
export class Meter {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async on(page: Page): Promise<Meter> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return new Meter(page, session);
  }

  /** Milliseconds of main-thread CPU since the page began. */
  async spent(): Promise<number> {
    return (await this.metric("TaskDuration")) * 1000;
  }

  /** Milliseconds of CPU that something takes, with what it answers. */
  async cpu<Answer>(work: () => Promise<Answer>): Promise<{ cpu: number; answer: Answer }> {
    const before = await this.spent();
    const answer = await work();
    return { cpu: (await this.spent()) - before, answer };
  }

  /** Waits until the page does next to nothing any more. */
  async rest(): Promise<void> {
    for (let [before, quiet] = [await this.spent(), 0]; quiet < 3;) {
      await this.page.evaluate(async () => window.driving.pause(150));
      const now = await this.spent();
      quiet = now - before < 4 ? quiet + 1 : 0;
      before = now;
    }
  }

  /** Megabytes of JavaScript objects that are in use. */
  async heap(): Promise<number> {
    await this.session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.session.send("Runtime.getHeapUsage");
    return usedSize / 1_000_000;
  }

  /** Nodes of the document. */
  async nodes(): Promise<number> {
    return this.metric("Nodes");
  }

  private async metric(name: string): Promise<number> {
    const { metrics } = await this.session.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === name)?.value ?? 0;
  }
}
