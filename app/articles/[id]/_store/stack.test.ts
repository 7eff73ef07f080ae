import fc from "fast-check";
import { expect, it } from "vitest";

import { QCU_1 } from "~/core/qcu";
import { spanOf, tagNumber } from "~/core/testing";
import { nextInStack, pointOn, stackAt } from "./stack";
import { add, open } from "./testing";

const WHOLE = "The wall is 2 kilometres long";
const PART = "2 kilometres";

/** The numbers of the tags on the first character of the words. */
function numbersOn(store: ReturnType<typeof open>["store"], words: string): string[] {
  return stackAt(store, spanOf(words).start).map(({ id }) => id);
}

it("finds the tags on the same words, the innermost first; twins in the order in which they are drawn", () => {
  const { store } = open();
  store.dispatch(add(1, WHOLE));
  store.dispatch(add(2, PART));
  const [type] = QCU_1.types;
  store.dispatch({ type: "addTag", tag: tagNumber(3), as: type.name, span: spanOf(PART), attributes: {} });
  expect(numbersOn(store, PART)).toEqual([tagNumber(3), tagNumber(2), tagNumber(1)]);
  expect(numbersOn(store, WHOLE)).toEqual([tagNumber(1)]);
  expect(stackAt(store, spanOf(WHOLE).end)).toEqual([]);
});

it("leaves out what is not drawn: withdrawn tags, unless the filter asks for them", () => {
  const { store } = open();
  store.dispatch(add(1, WHOLE));
  store.dispatch(add(2, PART));
  store.dispatch({ type: "withdrawTag", tag: tagNumber(2) });
  expect(numbersOn(store, PART)).toEqual([tagNumber(1)]);
  store.look({ filter: { ...store.viewing.filter, states: ["withdrawn"] } });
  expect(numbersOn(store, PART)).toEqual([tagNumber(2), tagNumber(1)]);
});

it("looks at the words that were pointed to while they are the tag’s, else at its beginning", () => {
  const { store } = open();
  store.dispatch(add(1, WHOLE));
  const tag = store.tag(tagNumber(1))!;
  const { start, end } = tag.anchor;
  expect(pointOn(tag, { point: start + 3 })).toBe(start + 3);
  expect(pointOn(tag, { point: null })).toBe(start);
  expect(pointOn(tag, { point: end })).toBe(start);
});

it("goes round through all of them, either way, and nowhere where there is one alone", () => {
  const { store } = open();
  store.dispatch(add(1, WHOLE));
  const model = store.tag(tagNumber(1))!;
  expect(nextInStack([model], model, 1)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.constantFrom(1 as const, -1 as const), (size, by) => {
      const stack = Array.from({ length: size }, (_, n) => ({ ...model, id: tagNumber(n) }));
      let at = stack[0]!;
      const seen = new Set([at.id]);
      for (let step = 1; step < size; step += 1) seen.add((at = nextInStack(stack, at, by)!).id);
      expect(seen.size).toBe(size);
      expect(nextInStack(stack, at, by)?.id).toBe(stack[0]!.id);
    }),
  );
});
