import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import { asId } from "~/core/ids";
import { spanOf, tagNumber } from "~/core/testing";
import { wordsOf } from "~/core/words";
import type { ArticleStore } from "./article-store";
import { add, open, openAgain, set } from "./testing";
import { tryAgain } from "./try-again";

const kindOf = (store: ArticleStore, n: number) => store.tag(tagNumber(n))?.attributes.kind;

describe("a change where others change too", () => {
  it("overwrites nothing: the later of two changes is a conflict that shows both and offers one's own", async () => {
    const { store, server, other, notices } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settleAll();
    other(set(1, "quantity", "rule"));
    store.dispatch(set(1, "quantity", "causal"));
    store.dispatch(set(1, "causal", "identity"));
    await server.settleAll();
    expect(kindOf(store, 1)).toBe("rule");
    expect(server.sent).toHaveLength(2);
    const [conflict] = store.conflicts;
    expect(conflict).toMatchObject({ mine: "identity", present: "rule", tag: tagNumber(1) });
    expect(notices.filter(({ kind }) => kind === "conflict")).toHaveLength(1);
    store.dispatch(conflict!.restore!);
    await server.settleAll();
    expect(server.article.slice.tags.get(tagNumber(1))?.attributes.kind).toBe("identity");
  });

  it("shows a conflict for each field on which both worked, and loses none of one's wishes", async () => {
    const { store, server, other, notices } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settleAll();
    const voice = (from: string, to: string): ArticleCommand => ({
      ...{ type: "setAttribute", tag: tagNumber(1), name: "voice" },
      ...{ from, to },
    });
    const note = (to: string): ArticleCommand => ({
      type: "setNote",
      tag: tagNumber(1),
      from: null,
      to: wordsOf(to),
    });
    other(set(1, "quantity", "rule"));
    other(voice("own", "attributed"));
    other(note("Theirs."));
    store.dispatch(set(1, "quantity", "causal"));
    store.dispatch(note("Mine."));
    // The same as what the other wanted: no conflict.
    store.dispatch(voice("own", "attributed"));
    await server.settleAll();
    expect(store.conflicts).toMatchObject([
      { mine: "causal", present: "rule" },
      { mine: { words: "Mine." }, present: { words: "Theirs." } },
    ]);
    expect(notices.filter(({ kind }) => kind === "conflict")).toHaveLength(2);
    expect(store.isPending).toBe(false);
  });

  it("overwrites nothing that was not there when one began to write, although it is in view when one is done", () => {
    const { store, notices } = open();
    const [theirs, mine] = [wordsOf("Theirs."), wordsOf("Mine.")];
    store.dispatch(add(1, "2 kilometres"));
    const note = (from: typeof mine | null, to: typeof mine): ArticleCommand => ({
      ...{ type: "setNote", tag: tagNumber(1) },
      ...{ from, to },
    });
    store.dispatch(note(null, theirs));
    const done = store.dispatch(note(null, mine));
    expect(done.ok || done.refusal.kind).toBe("conflict");
    expect(store.tag(tagNumber(1))?.note?.words).toBe("Theirs.");
    expect(store.conflicts).toMatchObject([{ mine: { words: "Mine." }, present: { words: "Theirs." } }]);
    expect(notices.map(({ kind }) => kind)).toEqual(["conflict"]);
    store.dispatch(store.conflicts[0]!.restore!);
    expect(store.tag(tagNumber(1))?.note?.words).toBe("Mine.");
  });

  it("restores a verdict on the words as they stand, after they were moved from under it", async () => {
    const { store, server, other } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settleAll();
    const [from, to] = [spanOf("2 kilometres"), spanOf("2 kilometres long")];
    other({ type: "moveEdges", tag: tagNumber(1), from, to });
    store.dispatch({
      ...{ type: "setVerdict", tag: tagNumber(1), sees: null, finding: "unverifiable", note: "No gauge." },
      of: { type: "claim", exact: "2 kilometres" },
    });
    await server.settleAll();
    const [conflict] = store.conflicts;
    expect(conflict).toMatchObject({ mine: "unverifiable", present: null });
    expect(tryAgain(store, conflict!)).toBe(true);
    await server.settleAll();
    const tag = server.article.slice.tags.get(tagNumber(1));
    expect(tag?.review.verdict?.finding).toBe("unverifiable");
    expect(tag?.anchor.exact).toBe("2 kilometres long");
  });

  it("merges changes of different fields", async () => {
    const { store, server, other } = open();
    store.dispatch(add(1, "2 kilometres"));
    await server.settleAll();
    other({ type: "setNote", tag: tagNumber(1), from: null, to: wordsOf("Ask the port.") });
    store.dispatch(set(1, "quantity", "causal"));
    await server.settleAll();
    expect(store.tag(tagNumber(1))).toMatchObject({
      attributes: { kind: "causal" },
      note: { words: "Ask the port." },
    });
    expect(store.conflicts).toEqual([]);
  });

  describe("with which others fall", () => {
    const tag = tagNumber(1);
    const thread = asId("thread", "0198a000-0000-7000-8000-00000000a001");
    const comment = (n: number) => asId("comment", `0198a000-0000-7000-8000-00000000c00${n}`);
    const note: ArticleCommand = { type: "setNote", tag, from: null, to: wordsOf("A long note of mine.") };
    const ask: ArticleCommand = {
      ...{ type: "openThread", thread, comment: comment(1), kind: "comment", about: { on: "tag", tag } },
      ...{ words: "Is it that far?", blocking: false, addressee: null, due: null },
    };
    const answer: ArticleCommand = {
      ...{ type: "addComment", thread, comment: comment(2), words: "Measured it.", resolves: false },
    };
    const wanted = (store: ArticleStore) => store.conflicts.map(({ command }) => command.type);

    const others = ["setAttribute", "setNote", "openThread", "addComment"];

    /** A page whose new tag, and all that was done to it, meets somebody else's on the same words. */
    async function fallen() {
      const page = open();
      page.other(add(9, "2 kilometres"));
      for (const command of [add(1, "2 kilometres"), set(1, "quantity", "causal"), note, ask, answer])
        page.store.dispatch(command);
      page.store.dispatch(add(2, "412 million"));
      await page.server.settleAll();
      return page;
    }

    it("keeps what was wanted of each, told once; and sends what has nothing to do with it", async () => {
      const { store, server, browser, notices } = await fallen();
      expect(wanted(store)).toEqual(["addTag", ...others]);
      const [first, ...waiting] = store.conflicts;
      expect(waiting.map(({ waitsFor }) => waitsFor)).toEqual(waiting.map(() => first!.id));
      expect(notices.filter(({ kind }) => kind === "conflict")).toHaveLength(1);
      expect(server.article.slice.tags.has(tagNumber(2))).toBe(true);
      expect(store.isPending).toBe(false);
      expect(wanted(openAgain(server, browser).store)).toEqual(wanted(store));
    });

    it("does all of it, in order, once the first can be done", async () => {
      const { store, server, other } = await fallen();
      expect(tryAgain(store, store.conflicts[0]!)).toBe(false);
      expect(wanted(store)).toEqual(["addTag", ...others]);
      other({ type: "withdrawTag", tag: tagNumber(9) });
      store.hear(server.article.events);
      expect(tryAgain(store, store.conflicts[0]!)).toBe(true);
      await server.settleAll();
      expect(store.conflicts).toEqual([]);
      const { slice } = server.article;
      expect(slice.tags.get(tag)).toMatchObject({
        ...{ attributes: { kind: "causal" }, note: { words: "A long note of mine." } },
      });
      expect(slice.threads.get(thread)?.comments).toHaveLength(2);
    });

    it("asks nothing about what was taken back before it was refused", async () => {
      const { store, server, other, notices } = open();
      store.dispatch(add(1, "2 kilometres"));
      await server.settleAll();
      other(set(1, "quantity", "rule"));
      store.dispatch(set(1, "quantity", "causal"));
      store.undo();
      await server.settleAll();
      expect([store.conflicts, store.isPending]).toEqual([[], false]);
      expect(notices.filter(({ kind }) => kind === "conflict")).toEqual([]);
      expect(kindOf(store, 1)).toBe("rule");
      other(set(1, "rule", "event"));
      store.dispatch(set(1, "rule", "causal"));
      store.undo();
      store.redo();
      await server.settleAll();
      expect(wanted(store)).toEqual(["setAttribute"]);
    });
  });

  describe("that the person has not answered", () => {
    /** A page whose change of a kind met another one's. */
    async function refused() {
      const page = open();
      page.store.dispatch(add(1, "2 kilometres"));
      await page.server.settleAll();
      page.other(set(1, "quantity", "rule"));
      page.store.dispatch(set(1, "quantity", "causal"));
      await page.server.settleAll();
      void page.stop();
      return page;
    }

    it("is there again after a reload, with what stands by then, and can still be carried out", async () => {
      const { server, browser, other } = await refused();
      other(set(1, "rule", "event"));
      const { store, notices } = openAgain(server, browser);
      expect(store.conflicts).toMatchObject([{ mine: "causal", present: "event", tag: tagNumber(1) }]);
      expect(notices.map(({ kind }) => kind)).toEqual(["conflict"]);
      const [conflict] = store.conflicts;
      store.dispatch(conflict!.restore!);
      store.settleConflict(conflict!.id);
      await server.settleAll();
      expect(server.article.slice.tags.get(tagNumber(1))?.attributes.kind).toBe("causal");
      expect(openAgain(server, browser).store.conflicts).toEqual([]);
    });

    it("is gone where somebody else did what one wanted", async () => {
      const { server, browser, other } = await refused();
      other(set(1, "rule", "causal"));
      expect(openAgain(server, browser).store.conflicts).toEqual([]);
    });

    it.each(["", "null", "[]", "[1]", '[{"id":"x"}]', "{"])(
      "is not made of what an older page may have kept: %s",
      async (kept) => {
        const { server, browser } = await refused();
        browser.drawers.conflicts.text = kept;
        expect(openAgain(server, browser).store.conflicts).toEqual([]);
      },
    );
  });
});
