import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import { tagNumber } from "~/core/testing";
import { wordsOf } from "~/core/words";
import type { ArticleStore } from "./article-store";
import { add, open, openAgain, set } from "./testing";

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
