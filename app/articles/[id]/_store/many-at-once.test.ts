import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import { tagNumber } from "~/core/testing";
import { add, open, set } from "./testing";

/** The command as one of several. */
const tagCommands = (command: ArticleCommand) => ("tag" in command ? [command] : []);

describe("many at once", () => {
  it("are parted into those that can be done, and the rest is said before; one undo takes all back", async () => {
    const { store, server } = open();
    store.dispatch(add(1, "2 kilometres"));
    store.dispatch(add(2, "412 million"));
    const wanted = [add(3, "2 kilometres"), add(4, "Tuesday"), add(5, "council")].flatMap(tagCommands);
    const { possible, refused } = store.sift(wanted);
    expect(refused.map(({ item, refusal }) => [item.tag, refusal.kind])).toEqual([
      [tagNumber(3), "conflict"],
    ]);
    const done = store.dispatch({ type: "several", items: [...possible] });
    await server.settleAll();
    expect(store.slice).toEqual(server.article.slice);
    expect(store.tag(tagNumber(5))?.review.state).toBe("open");
    if (done.ok) store.undoThat(done.id);
    expect([4, 5].map((n) => store.tag(tagNumber(n))?.review.state)).toEqual(["withdrawn", "withdrawn"]);
  });

  it("fall together when the server refuses one, which is named", async () => {
    const { store, server, other, notices } = open();
    store.dispatch(add(1, "2 kilometres"));
    store.dispatch(add(2, "412 million"));
    await server.settleAll();
    other({ type: "dismissTag", tag: tagNumber(2), reason: "Twice." });
    const items = [set(1, "quantity", "event"), set(2, "quantity", "event")].flatMap(tagCommands);
    store.dispatch({ type: "several", items });
    expect(store.tag(tagNumber(1))?.attributes.kind).toBe("event");
    await server.settleAll();
    expect(store.tag(tagNumber(1))?.attributes.kind).toBe("quantity");
    expect(notices.at(-1)).toMatchObject({ kind: "conflict" });
    expect(JSON.stringify(notices.at(-1))).toContain("“412 million”: This tag was dismissed");
    expect(store.undoable).toHaveLength(2);
  });
});
