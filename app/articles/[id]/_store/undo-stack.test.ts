import { describe, expect, it } from "vitest";

import type { CommandId } from "~/core/ids";
import { commandNumber } from "~/core/testing";
import { UndoStack } from "./undo-stack";

const [a, b, u, r, c] = [
  commandNumber(1),
  commandNumber(2),
  commandNumber(3),
  commandNumber(4),
  commandNumber(5),
];

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
    for (const [id, undoes] of commands) stack.done({ id, undoes });
    expect([stack.nextUndo, stack.nextRedo]).toEqual([undo, redo]);
  });

  it("begins with what the log says of before", () => {
    const stack = new UndoStack({ undo: [a, b], redo: [u] });
    stack.done({ id: b, undoes: null });
    expect([stack.nextUndo, stack.nextRedo]).toEqual([b, u]);
    stack.forget(b);
    expect(stack.nextUndo).toBe(a);
  });
});
