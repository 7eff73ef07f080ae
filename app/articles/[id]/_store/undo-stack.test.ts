import { describe, expect, it } from "vitest";

import type { CommandId } from "~/core/ids";
import { addClaim, commandNumber, ONE, SENIOR, testArticle } from "~/core/testing";
import { type Deed, deedOf } from "~/core/undo-stack";
import { UndoStack } from "./undo-stack";

const [a, b, u, r, c] = [
  commandNumber(1),
  commandNumber(2),
  commandNumber(3),
  commandNumber(4),
  commandNumber(5),
];

const article = testArticle();
article.do(ONE, SENIOR, addClaim());
const [first] = article.events.slice(-1);
const deed = deedOf(article.events);
const step = (command: CommandId, told: Deed | null = deed) => {
  if (!told) throw new Error("Nothing was done.");
  return { command, at: 5, deed: told };
};
const ids = (stack: UndoStack) => [stack.undo.at(-1)?.command ?? null, stack.redo.at(-1)?.command ?? null];

describe("what can be undone", () => {
  const cases: [string, [CommandId, CommandId | null][], CommandId | null, CommandId | null][] = [
    ["nothing at first", [], null, null],
    [
      "the last",
      [
        [a, null],
        [b, null],
      ],
      b,
      null,
    ],
    [
      "the one before, once the last is undone",
      [
        [a, null],
        [b, null],
        [u, b],
      ],
      a,
      u,
    ],
    [
      "the redoing, once it is redone",
      [
        [a, null],
        [u, a],
        [r, u],
      ],
      r,
      null,
    ],
    [
      "nothing is redone after something new",
      [
        [a, null],
        [u, a],
        [c, null],
      ],
      c,
      null,
    ],
    [
      "one that is not the last",
      [
        [a, null],
        [b, null],
        [u, a],
      ],
      b,
      u,
    ],
    [
      "a command that is told twice counts once",
      [
        [a, null],
        [a, null],
        [u, a],
      ],
      null,
      u,
    ],
  ];
  it.each(cases)("%s", (_, commands, undo, redo) => {
    const stack = new UndoStack({ undo: [], redo: [] });
    for (const [id, undoes] of commands) stack.done({ id, at: 5, undoes, deed });
    expect(ids(stack)).toEqual([undo, redo]);
  });

  it("begins with what the log says of before", () => {
    const stack = new UndoStack({ undo: [step(a), step(b)], redo: [step(u)] });
    stack.done({ id: b, at: 5, undoes: null, deed });
    expect(ids(stack)).toEqual([b, u]);
    stack.forget(b);
    expect(ids(stack)).toEqual([a, u]);
  });

  it("tells of an undo what it took back, also where the page does not know what came of it", () => {
    const past = deed && { ...deed, tags: 14 };
    const stack = new UndoStack({ undo: [step(a, past)], redo: [] });
    stack.done({ id: u, at: 7, undoes: a, deed: null });
    expect(stack.redo).toEqual([{ command: u, at: 7, deed: past }]);
    stack.done({ id: r, at: 8, undoes: u, deed });
    expect(stack.undo).toEqual([{ command: r, at: 8, deed: past }]);
  });

  it("takes note of a command once it can tell what it did", () => {
    const stack = new UndoStack({ undo: [], redo: [] });
    stack.done({ id: a, at: 5, undoes: null, deed: null });
    expect(stack.undo).toEqual([]);
    stack.done({ id: a, at: 6, undoes: null, deed });
    expect(stack.undo).toEqual([{ command: a, at: 6, deed: { first, tags: 1, alike: true } }]);
  });
});
