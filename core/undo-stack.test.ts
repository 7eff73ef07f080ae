import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TagCommand } from "./shapes/command";
import type { CommandId } from "./ids";
import { addClaim, articleWithTag, ONE, SENIOR, TEXT, tagNumber, testArticle, TWO } from "./testing";
import { deedOf, undoStackOf } from "./undo-stack";

const WORDS = [...new Set(TEXT.match(/\p{L}{5,}/gu))];

const ids = (steps: readonly { command: CommandId }[]) => steps.map(({ command }) => command);

describe("what one can undo and redo, from the log", () => {
  it("is what a stack kept while working would hold, whatever was done", () => {
    const act = fc.constantFrom("tag", "tag", "undo", "redo", "another's tag");
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const article = testArticle();
        let undo: CommandId[] = [];
        let redo: CommandId[] = [];
        acts.forEach((what, number) => {
          const [last, next] = [undo.at(-1), redo.at(-1)];
          const claim = addClaim(tagNumber(number), WORDS[number]);
          if (what === "another's tag") article.do(TWO, SENIOR, claim);
          if (what === "tag") [undo, redo] = [[...undo, article.do(ONE, SENIOR, claim)], []];
          if (what === "undo" && last) {
            undo = undo.slice(0, -1);
            redo = [...redo, article.do(ONE, SENIOR, { type: "undo", command: last })];
          }
          if (what === "redo" && next) {
            redo = redo.slice(0, -1);
            undo = [...undo, article.do(ONE, SENIOR, { type: "undo", command: next })];
          }
        });
        const stack = undoStackOf(article.events.filter(({ actor }) => actor === ONE));
        expect({ undo: ids(stack.undo), redo: ids(stack.redo) }).toEqual({ undo, redo });
      }),
    );
  });

  it("says what was done first, also of what was taken back and done again", () => {
    const article = testArticle();
    const items = [addClaim(tagNumber(1), WORDS[0]), addClaim(tagNumber(2), WORDS[1])];
    const own = () => article.events.filter(({ actor }) => actor === ONE);
    let command = article.do(ONE, SENIOR, { type: "several", items });
    const [first] = own();
    const deed = { first, tags: 2, alike: true };
    const at = () => own().at(-1)?.at;
    expect(undoStackOf(own())).toEqual({ undo: [{ command, at: at(), deed }], redo: [] });
    command = article.do(ONE, SENIOR, { type: "undo", command });
    expect(undoStackOf(own())).toEqual({ undo: [], redo: [{ command, at: at(), deed }] });
    command = article.do(ONE, SENIOR, { type: "undo", command });
    expect(undoStackOf(own())).toEqual({ undo: [{ command, at: at(), deed }], redo: [] });
  });

  it("tells the same done to several tags from different things", () => {
    const article = articleWithTag("checked");
    article.do(ONE, SENIOR, addClaim(tagNumber(2), WORDS[0]));
    const set = (n: number, name: string, from: string, to: string): TagCommand => ({
      type: "setAttribute",
      tag: tagNumber(n),
      name,
      from,
      to,
    });
    const did = (...items: TagCommand[]) => {
      const command = article.do(ONE, SENIOR, { type: "several", items });
      const deed = deedOf(article.events.filter((event) => event.command === command));
      return deed && [deed.first.type, deed.tags, deed.alike];
    };
    // The first tag was checked, so the change also opens it again.
    expect(did(set(1, "kind", "quantity", "event"), set(2, "kind", "quantity", "event"))).toEqual([
      "AttributeSet",
      2,
      true,
    ]);
    expect(did(set(1, "kind", "event", "quantity"), set(2, "kind", "event", "rule"))).toEqual([
      "AttributeSet",
      2,
      false,
    ]);
    expect(deedOf([])).toBeNull();
  });

  it("leaves out what is about the article, and an undo whose command lies too far back", () => {
    const article = testArticle();
    const command = article.do(ONE, SENIOR, addClaim(tagNumber(1), WORDS[0]));
    article.do(ONE, SENIOR, { type: "undo", command });
    article.do(ONE, SENIOR, { type: "archiveArticle" });
    expect(undoStackOf(article.events.slice(3))).toEqual({ undo: [], redo: [] });
  });
});
