import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import { tagNumber } from "~/core/testing";
import { wordsOf } from "~/core/words";
import type { ArticleStore } from "./article-store";
import { add, open, set } from "./testing";

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
});
