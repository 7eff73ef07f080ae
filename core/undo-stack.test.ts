import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { CommandId } from "./ids";
import { addClaim, ONE, SENIOR, TEXT, tagNumber, testArticle, TWO } from "./testing";
import { undoStackOf } from "./undo-stack";

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

  it("says what was done, and to which tags", () => {
    const article = testArticle();
    const items = [addClaim(tagNumber(1), WORDS[0]), addClaim(tagNumber(2), WORDS[1])];
    const command = article.do(ONE, SENIOR, { type: "several", items });
    const own = article.events.filter(({ actor }) => actor === ONE);
    expect(undoStackOf(own)).toEqual({
      undo: [{ command, did: ["TagAdded"], tags: [tagNumber(1), tagNumber(2)], seq: 4 }],
      redo: [],
    });
  });

  it("leaves out what is about the article, and an undo whose command lies too far back", () => {
    const article = testArticle();
    const command = article.do(ONE, SENIOR, addClaim(tagNumber(1), WORDS[0]));
    article.do(ONE, SENIOR, { type: "undo", command });
    article.do(ONE, SENIOR, { type: "archiveArticle" });
    expect(undoStackOf(article.events.slice(3))).toEqual({ undo: [], redo: [] });
  });
});
