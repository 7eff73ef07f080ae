import { describe, expect, it, vi } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import { DESK, ONE, spanOf, tagNumber } from "~/core/testing";
import { undoStackOf } from "~/core/undo-stack";
import type { ArticleStore } from "./article-store";
import { EVERY_TAG } from "./filter";
import { unpackPending } from "./pending";
import { Replica } from "./replica";
import { add, FakeBrowser, type FakeServer, type Fate, open, openAgain, set } from "./testing";

/** What the log knows of what this page's person did. */
const pastOf = ({ article }: FakeServer) => undoStackOf(article.events.filter(({ actor }) => actor === ONE));
/** The command as one of several. */
const tagCommands = (command: ArticleCommand) => ("tag" in command ? [command] : []);
const kindOf = (store: ArticleStore, n: number) => store.tag(tagNumber(n))?.attributes.kind;

describe("a change", () => {
  it("is shown before the server knows of it, and saved when it answers", async () => {
    const { store, server } = open();
    store.dispatch(add(1, "2 kilometres"));
    expect(kindOf(store, 1)).toBe("quantity");
    expect(server.article.events.some(({ type }) => type === "TagAdded")).toBe(false);
    expect(store.saveState).toEqual({ kind: "saving", count: 1 });
    await server.settleAll();
    expect(store.saveState.kind).toBe("saved");
    expect(store.isPending).toBe(false);
    expect(store.slice).toEqual(server.article.slice);
  });

  it("is refused at once where the rules refuse it, and nothing is sent", () => {
    const { store, server, notices } = open();
    store.dispatch(add(1, "2 kilometres"));
    const twin = store.dispatch(add(2, "2 kilometres"));
    expect(twin.ok || twin.refusal.present).toBe(tagNumber(1));
    expect(notices).toMatchObject([{ kind: "refused", refusal: { kind: "conflict" } }]);
    expect(server.sent).toHaveLength(1);
  });

  it("that changes nothing is not sent", async () => {
    const { store, server } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settleAll();
    expect(store.dispatch(set(1, "quantity", "quantity"))).toMatchObject({ ok: true, events: [] });
    expect(server.isAsked).toBe(false);
  });

  it("waits for those before it, so that the server gets them in order", async () => {
    const { store, server } = open();
    const ids = [add(1, "2 kilometres"), set(1, "quantity", "event"), set(1, "event", "rule")].map(
      (command) => {
        const done = store.dispatch(command);
        return done.ok ? done.id : null;
      },
    );
    expect(server.sent).toHaveLength(1);
    await server.settleAll();
    expect(server.sent).toEqual(ids);
    expect(server.article.slice.tags.get(tagNumber(1))?.attributes.kind).toBe("rule");
  });

  it("wakes the listeners of its own paragraph and tag, and no others", () => {
    const { store } = open();
    const heard = { first: vi.fn(), last: vi.fn(), tag: vi.fn(), other: vi.fn(), tags: vi.fn() };
    const lines = store.index.paragraphs.length;
    store.subscribe("paragraph:0", heard.first);
    store.subscribe(`paragraph:${lines - 1}`, heard.last);
    store.subscribe(`tag:${tagNumber(1)}`, heard.tag);
    store.subscribe(`tag:${tagNumber(2)}`, heard.other);
    store.subscribe("tags", heard.tags);
    const before = store.paragraph(0);
    store.dispatch(add(1, "2 kilometres"));
    expect(
      Object.entries(heard)
        .filter(([, listener]) => listener.mock.calls.length > 0)
        .map(([name]) => name),
    ).toEqual(["last", "tag", "tags"]);
    expect(store.paragraph(0)).toBe(before);
    expect(store.paragraph(lines - 1).segments.map(({ kind }) => kind)).toEqual(["words", "mark", "words"]);
  });
});

it("a tag that moves leaves the paragraph that it was in", () => {
  const { store } = open();
  store.dispatch(add(1, "2 kilometres"));
  const last = store.index.paragraphs.length - 1;
  const command = { type: "moveEdges", tag: tagNumber(1), from: spanOf("2 kilometres") } as const;
  store.dispatch({ ...command, to: spanOf("412 million") });
  expect([0, last].map((paragraph) => store.index.tagsIn(paragraph).length)).toEqual([1, 0]);
});

describe("a filter", () => {
  it("leaves what it passes over in the text, dimmed, and shows what was withdrawn where it is asked for", () => {
    const { store } = open();
    store.dispatch(add(1, "2 kilometres"));
    store.dispatch(add(2, "412 million"));
    store.dispatch({ type: "withdrawTag", tag: tagNumber(2) });
    const [first, last] = [0, store.index.paragraphs.length - 1];
    const drawn = (index: number) => store.paragraph(index).segments.map(({ kind }) => kind);
    expect(drawn(first)).not.toContain("mark");
    expect([...store.paragraph(last).dimmed]).toEqual([]);
    store.look({ filter: { ...EVERY_TAG, states: ["withdrawn"] } });
    expect(drawn(first)).toContain("mark");
    expect(drawn(last)).toContain("mark");
    expect([...store.paragraph(last).dimmed]).toEqual([tagNumber(1)]);
    store.look({ focused: tagNumber(1) });
    expect([...store.paragraph(last).dimmed]).toEqual([]);
  });
});

describe("when the network fails", () => {
  it.each<Fate>(["lost", "answer lost"])(
    "a change whose request is %s is sent again under the same id, and applies once",
    async (fate) => {
      const { store, server, browser } = open();
      store.dispatch(add(1, "2 kilometres"));
      await server.settle(fate);
      expect(store.saveState).toMatchObject({ kind: "could-not-save", count: 1 });
      expect(store.isPending).toBe(true);
      browser.elapse();
      await server.settleAll();
      expect(server.sent[1]).toBe(server.sent[0]);
      expect(server.article.events.filter(({ type }) => type === "TagAdded")).toHaveLength(1);
      expect(store.saveState.kind).toBe("saved");
      expect(store.slice).toEqual(server.article.slice);
    },
  );

  it("waits longer after each failure, and not at all when asked to retry", async () => {
    const { store, server, browser } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settle("lost");
    expect(browser.timers.map(({ milliseconds }) => milliseconds)).toEqual([1_000]);
    browser.elapse();
    await server.settle("lost");
    expect(browser.timers.map(({ milliseconds }) => milliseconds)).toEqual([2_000]);
    store.retry();
    expect(browser.timers).toEqual([]);
    await server.settleAll();
    expect(store.saveState.kind).toBe("saved");
  });

  it("says how many changes are kept while offline, and goes on taking them", async () => {
    const { store, server, browser } = open();
    store.dispatch(add(1, "2 kilometres"));
    browser.online = false;
    await server.settle("lost");
    store.dispatch(set(1, "quantity", "event"));
    expect(store.saveState).toEqual({ kind: "offline", count: 2 });
    expect(kindOf(store, 1)).toBe("event");
    browser.online = true;
    store.retry();
    await server.settleAll();
    expect(store.slice).toEqual(server.article.slice);
  });

  it.each<Fate>(["lost", "answer lost"])(
    "a reload sends again what was pending, its request %s",
    async (fate) => {
      const { store, server, browser, stop } = open();
      store.dispatch(add(1, "2 kilometres"));
      store.dispatch(set(1, "quantity", "event"));
      await server.settle(fate);
      void stop();
      const again = openAgain(server, browser);
      expect(kindOf(again.store, 1)).toBe("event");
      await server.settleAll();
      expect(server.article.events.filter(({ type }) => type === "TagAdded")).toHaveLength(1);
      expect(again.store.slice).toEqual(server.article.slice);
      expect(browser.drawers.pending.text).toBeNull();
      again.store.undo();
      expect(kindOf(again.store, 1)).toBe("quantity");
    },
  );

  it("keeps nothing of what is answered after the page was left, and all of what is not", async () => {
    const { store, server, browser, stop } = open();
    const kept = () => unpackPending(browser.drawers.pending.text).map(({ command }) => command.type);
    store.dispatch(add(1, "2 kilometres"));
    store.dispatch(set(1, "quantity", "event"));
    let isAtRest = false;
    void stop().then(() => (isAtRest = true));
    await server.settle();
    expect(kept()).toEqual(["setAttribute"]);
    expect(isAtRest).toBe(false);
    await server.settle("lost");
    expect(kept()).toEqual(["setAttribute"]);
    expect([isAtRest, server.isAsked, browser.timers]).toEqual([true, false, []]);
  });

  it("takes up what it can read of what an older page kept, and no less for what it cannot", async () => {
    const { store, server, browser, stop } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settle("lost");
    void stop();
    const kept = JSON.parse(browser.drawers.pending.text ?? "") as unknown[];
    browser.drawers.pending.text = JSON.stringify([{ id: "x" }, ...kept]);
    const again = openAgain(server, browser);
    await server.settleAll();
    expect(again.store.tag(tagNumber(1))).toBeDefined();
    expect(server.article.slice.tags.has(tagNumber(1))).toBe(true);
  });

  it("takes the answer from the log where that comes first", async () => {
    const { store, server } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settle("answer lost");
    expect(store.hear(server.article.events.slice(-1))).toBe(true);
    expect(store.isPending).toBe(false);
    await server.settleAll();
    expect(store.saveState.kind).toBe("saved");
  });
});

describe("with others at work", () => {
  it("reads the events that came before the answer", async () => {
    const { store, server, other, notices } = open();
    other(add(9, "It was built in 1902"));
    store.dispatch(add(1, "2 kilometres"));
    await server.settleAll();
    expect(store.slice).toEqual(server.article.slice);
    expect(store.tag(tagNumber(9))).not.toBeNull();
    expect(notices).toContainEqual({ kind: "others", tags: 1 });
  });

  it("hears of others' work, once, and says when it missed something", () => {
    const { store, server, other, notices } = open();
    const first = other(add(8, "It was built in 1902"));
    const second = other(set(8, "quantity", "event"));
    expect(store.hear(second)).toBe(false);
    expect(store.tag(tagNumber(8))).toBeNull();
    expect(store.seq).toBe(first[0]!.seq - 1);
    expect(store.hear([...first, ...second])).toBe(true);
    expect(store.hear([...first, ...second])).toBe(true);
    expect(store.slice).toEqual(server.article.slice);
    expect(notices).toEqual([{ kind: "others", tags: 1 }]);
  });

  it("passes over events that it has, and takes in those after them", () => {
    const { store, server, other } = open();
    const late = server.article.events.slice();
    late.push(...other(add(8, "It was built in 1902")), ...other(set(8, "quantity", "event")));
    const { store: behind } = openAgain(server, new FakeBrowser(500));
    late.push(...other(set(8, "event", "rule")));
    expect(new Replica(behind.slice, behind.standing).confirm(late)).toMatchObject({
      complete: true,
      events: [late.at(-1)],
    });
    expect(store.slice.seq).toBeLessThan(behind.slice.seq);
  });
});

describe("a form’s change", () => {
  const title = (from: string, to: string) => ({ type: "changeDetail", name: "title", from, to }) as const;

  it("is done when the server has it", async () => {
    const { store, server } = open();
    const done = store.carryOut(title("Harbour wall", "The wall"));
    expect(store.slice.article?.title.words).toBe("The wall");
    await server.settleAll();
    await done;
    expect(server.article.slice.article?.title.words).toBe("The wall");
  });

  it("throws the refusal, of this page or of the server, and shows no conflict besides", async () => {
    const { store, server, other, notices } = open();
    await expect(store.carryOut(title("Another", "The wall"))).rejects.toMatchObject({ kind: "conflict" });
    other(title("Harbour wall", "Their wall"));
    const done = store.carryOut(title("Harbour wall", "The wall"));
    const refused = expect(done).rejects.toMatchObject({ kind: "conflict", present: "Their wall" });
    await server.settleAll();
    await refused;
    expect(store.slice.article?.title.words).toBe("Their wall");
    expect(notices).toEqual([]);
  });

  it("may name a desk that this page cannot know of", () => {
    const { store } = open();
    expect(store.dispatch({ type: "changeDetail", name: "desk", from: null, to: DESK }).ok).toBe(true);
  });
});

describe("undo", () => {
  it("takes back the last command at once, and redo does it again", async () => {
    const { store, server } = open();
    store.dispatch(add(1, "2 kilometres"));
    store.dispatch(set(1, "quantity", "event"));
    store.undo();
    expect(kindOf(store, 1)).toBe("quantity");
    store.undo();
    expect(store.tagIds(EVERY_TAG)).toEqual([]);
    expect(store.undoable).toEqual([]);
    store.redo();
    store.redo();
    expect(kindOf(store, 1)).toBe("event");
    expect(store.redoable).toEqual([]);
    await server.settleAll();
    expect(store.slice).toEqual(server.article.slice);
    store.undo();
    await server.settleAll();
    expect(kindOf(store, 1)).toBe("quantity");
  });

  it("reaches back before a reload, where only the server knows what was done", async () => {
    const { store, server, browser, stop } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settleAll();
    void stop();
    const again = openAgain(server, browser, true, pastOf(server));
    again.store.undo();
    await server.settleAll();
    expect(again.store.tag(tagNumber(1))?.review.state).toBe("withdrawn");
    again.store.redo();
    expect(again.store.tag(tagNumber(1))?.review.state).toBe("open");
  });

  it("lists what can be undone and done again in the order of what was done, the same after a reload", async () => {
    const { store, server, browser, stop } = open();
    store.dispatch(add(1, "2 kilometres"));
    store.dispatch({
      type: "several",
      items: [add(2, "412 million"), add(3, "Tuesday")].flatMap(tagCommands),
    });
    store.dispatch(set(1, "quantity", "event"));
    const [first, , last] = store.undoable;
    if (!first || !last) throw new Error("Nothing can be undone.");
    expect(store.undoable.map(({ deed }) => [deed.first.type, deed.tags])).toEqual([
      ["TagAdded", 1],
      ["TagAdded", 2],
      ["AttributeSet", 1],
    ]);
    store.undoThat(last.command);
    store.undoThat(first.command);
    expect([store.undoable, store.redoable].map((steps) => steps.map(({ deed }) => deed.first.type))).toEqual(
      [["TagAdded"], ["AttributeSet", "TagAdded"]],
    );
    const shown = (page: ArticleStore) =>
      [page.undoable, page.redoable].map((steps) =>
        steps.map(({ command, deed }) => [command, deed.tags, deed.first.seq]),
      );
    await server.settleAll();
    void stop();
    const again = openAgain(server, browser, true, pastOf(server));
    expect(shown(again.store)).toEqual(shown(store));
    const redoable = again.store.redoable.at(-1);
    if (redoable) again.store.undoThat(redoable.command);
    await server.settleAll();
    expect(again.store.tag(tagNumber(1))?.review.state).toBe("open");
    expect(again.notices.at(-1)).toEqual({ kind: "redone", step: redoable });
  });

  it("hears of what this person does on another page", async () => {
    const { store, server, browser } = open();
    const elsewhere = openAgain(server, new FakeBrowser(500), true);
    elsewhere.store.dispatch(add(1, "2 kilometres"));
    await server.settleAll();
    const woken = vi.fn();
    store.subscribe("undo", woken);
    expect(store.hear(server.article.events)).toBe(true);
    expect(store.undoable).toHaveLength(1);
    expect(woken).toHaveBeenCalled();
    expect(browser.drawers.pending.text).toBeNull();
  });

  it("does not undo what somebody changed since, and goes on to what is before it", async () => {
    const { store, server, other, notices } = open();
    store.dispatch(add(1, "2 kilometres"));
    store.dispatch(add(2, "412 million"));
    store.dispatch(set(1, "quantity", "event"));
    await server.settleAll();
    other(set(1, "event", "rule"));
    store.hear(server.article.events.slice(-1));
    store.undo();
    expect(kindOf(store, 1)).toBe("rule");
    expect(notices.at(-1)).toMatchObject({ kind: "refused", refusal: { kind: "conflict" } });
    store.undo();
    expect(store.tag(tagNumber(2))?.review.state).toBe("withdrawn");
  });
});
