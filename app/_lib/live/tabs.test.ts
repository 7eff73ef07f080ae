import { describe, expect, it, vi } from "vitest";

import { ArticleId } from "~/core/shapes/ids";
import { idNumber } from "~/core/testing";
import type { News } from "~/server/routers";
import type { Message, Wants } from "./messages";
import type { StreamListener, Surroundings } from "./surroundings";
import { LiveTab } from "./tab";

const A = ArticleId.parse(idNumber(1));
const B = ArticleId.parse(idNumber(2));

/** A stream as the server would hold it. */
interface Stream extends StreamListener {
  readonly wants: { articles: Record<string, number>; newsrooms: readonly string[] };
}

/** A browser with tabs, of which one may hold the lock; and the streams that are open from it. */
class FakeBrowser {
  readonly streams: Stream[] = [];
  readonly #tabs = new Map<string, { hear: (message: Message) => void; wake: () => void }>();
  readonly #queue: { name: string; lead: () => void; lost: () => void }[] = [];
  #holder: { name: string; lost: () => void } | null = null;
  readonly #mourners: { of: string; gone: () => void }[] = [];
  timers: { milliseconds: number; run: () => void }[] = [];
  visible = "";
  /** Whether a tab that the lead is taken from learns it only after the new leader has asked who is there. */
  lossIsLate = false;

  /** The only stream; fails when there are none or several. */
  get stream(): Stream {
    expect(this.streams).toHaveLength(1);
    return this.streams[0]!;
  }

  open(name: string): { tab: LiveTab; page: Page; close: () => void } {
    const tab = new LiveTab(name);
    this.visible = name;
    const stop = tab.start(this.#surroundings(name));
    const close = () => {
      stop();
      this.#tabs.delete(name);
      for (const { gone } of this.#mourners.filter(({ of }) => of === name)) gone();
      this.elapse();
    };
    return { tab, page: new Page(tab), close };
  }

  look(name: string): void {
    this.visible = name;
    this.#tabs.get(name)?.wake();
    this.elapse();
  }

  /** Runs what was planned for later, until nothing is. */
  elapse(): void {
    for (let due = this.timers; due.length > 0; due = this.timers) {
      this.timers = [];
      for (const { run } of due) run();
    }
  }

  #surroundings(name: string): Surroundings {
    return {
      open: ({ articles, newsrooms }: Wants, listener) => {
        const stream = { wants: { articles: Object.fromEntries(articles), newsrooms }, ...listener };
        this.streams.push(stream);
        return () => {
          const at = this.streams.indexOf(stream);
          if (at >= 0) this.streams.splice(at, 1);
        };
      },
      post: (message) => {
        for (const [other, { hear }] of this.#tabs) if (other !== name) hear(structuredClone(message));
      },
      onMessage: (hear) => {
        this.#tabs.set(name, { hear, wake: () => undefined });
        return () => this.#tabs.delete(name);
      },
      lead: (how, { lead, lost }) => {
        const asked = { name, lead, lost };
        if (how === "at once" && this.#holder) {
          if (this.lossIsLate) this.timers.push({ milliseconds: 0, run: this.#holder.lost });
          else this.#holder.lost();
          this.#holder = null;
          this.#queue.unshift(asked);
        } else this.#queue.push(asked);
        this.#handOn();
        return () => {
          const at = this.#queue.indexOf(asked);
          if (at >= 0) this.#queue.splice(at, 1);
          if (this.#holder?.name === name) this.#holder = null;
          this.#handOn();
        };
      },
      whenGone: (of, gone) => this.#mourners.push({ of, gone }),
      isVisible: () => this.visible === name,
      onWake: (wake) => {
        const known = this.#tabs.get(name);
        if (known) known.wake = wake;
        return () => undefined;
      },
      random: () => 0,
      after: (milliseconds, run) => {
        const timer = { milliseconds, run };
        this.timers.push(timer);
        return () => (this.timers = this.timers.filter((other) => other !== timer));
      },
    };
  }

  #handOn(): void {
    const next = this.#holder ? undefined : this.#queue.shift();
    if (!next) return;
    this.#holder = next;
    next.lead();
  }
}

/** What a page on articles hears. */
class Page {
  readonly heard: string[] = [];
  readonly #seqs = new Map<string, number>();

  constructor(readonly tab: LiveTab) {}

  follow(article: ArticleId, seq: number): () => void {
    this.#seqs.set(article, seq);
    return this.tab.follow({
      article,
      seq: () => this.#seqs.get(article) ?? 0,
      hear: (news) => {
        if (news.type !== "events") {
          this.heard.push(news.type);
          return true;
        }
        for (const event of news.events) {
          const last = this.#seqs.get(article) ?? 0;
          if (event.seq > last + 1) return false;
          if (event.seq <= last) continue;
          this.#seqs.set(article, event.seq);
          this.heard.push(`${article === A ? "a" : "b"}${event.seq}`);
        }
        return true;
      },
    });
  }
}

function events(article: ArticleId, ...seqs: number[]): News {
  return { type: "events", article, events: seqs.map((seq) => ({ seq })) } as unknown as News;
}

describe("the tabs of a browser", () => {
  it("share one stream, which follows what any of them follows", () => {
    const browser = new FakeBrowser();
    const [one, two] = [browser.open("one"), browser.open("two")];
    one.page.follow(A, 3);
    two.page.follow(B, 5);
    two.tab.follow({ newsroom: "courier", changed: () => two.page.heard.push("list") });
    browser.elapse();
    expect(browser.stream.wants).toEqual({ articles: { [A]: 3, [B]: 5 }, newsrooms: ["courier"] });
    browser.stream.heard(events(A, 4));
    browser.stream.heard(events(B, 6, 7));
    browser.stream.heard({ type: "changed", newsroom: "courier" });
    expect([one.page.heard, two.page.heard]).toEqual([["a4"], ["b6", "b7", "list"]]);
  });

  it("hand the lead on when the leader is looked away from or closed, and miss nothing", () => {
    const browser = new FakeBrowser();
    const tabs = ["one", "two", "three"].map((name) => browser.open(name));
    tabs.forEach(({ page }) => page.follow(A, 0));
    browser.elapse();
    browser.stream.heard(events(A, 1));
    browser.look("one");
    expect(browser.stream.wants.articles).toEqual({ [A]: 1 });
    browser.stream.heard(events(A, 2));
    tabs[0]!.close();
    expect(browser.stream.wants.articles).toEqual({ [A]: 2 });
    browser.stream.heard(events(A, 3));
    tabs[1]!.close();
    browser.stream.heard(events(A, 4));
    expect(tabs.map(({ page }) => page.heard.length)).toEqual([2, 3, 4]);
    tabs[2]!.close();
    expect(browser.streams).toEqual([]);
  });

  it("are all followed also where the leader learns late that it leads no longer", () => {
    const browser = new FakeBrowser();
    browser.lossIsLate = true;
    const one = browser.open("one");
    one.page.follow(A, 3);
    browser.elapse();
    const two = browser.open("two");
    two.page.follow(B, 5);
    browser.elapse();
    expect(browser.stream.wants.articles).toEqual({ [A]: 3, [B]: 5 });
  });

  it("open the stream again from where a page is that missed something", () => {
    const browser = new FakeBrowser();
    const { page } = browser.open("one");
    page.follow(A, 3);
    browser.elapse();
    browser.stream.heard(events(A, 6));
    browser.elapse();
    expect(browser.stream.wants.articles).toEqual({ [A]: 3 });
    browser.stream.heard(events(A, 4, 5, 6));
    expect(page.heard).toEqual(["a4", "a5", "a6"]);
  });

  it("keep the stream for a page that is where it is, and open it anew for one that is behind", () => {
    const browser = new FakeBrowser();
    const [one, two] = [browser.open("one"), browser.open("two")];
    one.page.follow(A, 3);
    browser.elapse();
    const { stream } = browser;
    stream.heard(events(A, 4));
    const leave = two.page.follow(A, 4);
    browser.elapse();
    expect(browser.stream).toBe(stream);
    leave();
    two.page.follow(A, 2);
    browser.elapse();
    expect(browser.stream.wants.articles).toEqual({ [A]: 2 });
  });

  it("tell who is in an article also to a tab that comes later, until the stream breaks off", () => {
    const browser = new FakeBrowser();
    const presence: News = { type: "presence", article: A, present: [], others: 3 };
    const meets = ({ tab, page }: ReturnType<FakeBrowser["open"]>) => {
      const met = vi.fn();
      tab.follow({ presenceIn: A, met });
      page.follow(A, 3);
      return met;
    };
    const first = meets(browser.open("one"));
    const [two, three] = [browser.open("two"), browser.open("three")];
    browser.look("one");
    browser.stream.heard(presence);
    expect(first).toHaveBeenCalledExactlyOnceWith(presence);
    expect(meets(two)).toHaveBeenCalledWith(presence);
    browser.stream.ended(null);
    expect(meets(three)).not.toHaveBeenCalled();
  });

  it("come back after a break, later each time, and at once when looked at", () => {
    const browser = new FakeBrowser();
    const { page, tab } = browser.open("one");
    page.follow(A, 3);
    browser.elapse();
    browser.stream.connected();
    expect(tab.isConnected).toBe(true);
    const waits: (number | undefined)[] = [];
    for (let time = 0; time < 3; time += 1) {
      browser.stream.ended(null);
      expect(tab.isConnected).toBe(false);
      waits.push(browser.timers[0]?.milliseconds);
      browser.elapse();
    }
    expect(waits).toEqual([1_000, 2_000, 4_000]);
    browser.stream.ended(null);
    browser.look("one");
    browser.stream.connected();
    browser.stream.ended(null);
    expect(browser.timers.map(({ milliseconds }) => milliseconds)).toEqual([1_000]);
  });

  it("fetch their lists anew whenever they begin to be followed, since nothing was told before", () => {
    const browser = new FakeBrowser();
    const { tab } = browser.open("one");
    const changed = vi.fn();
    tab.follow({ newsroom: "courier", changed });
    browser.elapse();
    expect(changed).not.toHaveBeenCalled();
    browser.stream.connected();
    expect(changed).toHaveBeenCalledTimes(1);
    browser.stream.ended(null);
    browser.elapse();
    browser.stream.connected();
    expect(changed).toHaveBeenCalledTimes(2);
    const other = vi.fn();
    tab.follow({ newsroom: "courier", changed: other });
    expect(other).toHaveBeenCalledTimes(1);
  });

  it("wait for somebody to look after signing in was declined", () => {
    const browser = new FakeBrowser();
    browser.open("one").page.follow(A, 3);
    browser.elapse();
    browser.stream.ended({ kind: "signed-out", sentence: "" });
    browser.elapse();
    expect(browser.streams).toEqual([]);
    browser.look("one");
    expect(browser.stream.wants.articles).toEqual({ [A]: 3 });
  });

  it("tell a page once that its article cannot be followed, and follow the others", () => {
    const browser = new FakeBrowser();
    const [one, two] = [browser.open("one"), browser.open("two")];
    one.page.follow(A, 3);
    two.page.follow(B, 3);
    browser.elapse();
    browser.stream.heard({ type: "refused", article: A, kind: "not-found", sentence: "" });
    browser.stream.ended(null);
    browser.elapse();
    expect(one.page.heard).toEqual(["refused"]);
    expect(browser.stream.wants.articles).toEqual({ [B]: 3 });
  });
});
