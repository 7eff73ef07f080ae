import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import { DomainError } from "~/core/errors";
import type { TagId } from "~/core/ids";
import { spanOf, tagNumber } from "~/core/testing";
import type { ArticleStore } from "./article-store";
import { countTags } from "./counts";
import { EVERY_TAG, matches, type TagFilter } from "./filter";
import { add, type Fate, open, openAgain, set } from "./testing";

/** What may happen to a page, in any order. */
type Step =
  | { do: "dispatch"; command: ArticleCommand }
  | { do: "other"; command: ArticleCommand }
  | { do: "settle"; fate: Fate }
  | { do: "hear all" | "hear the last" | "undo" | "redo" | "elapse" | "reload" };

const KINDS = ["event", "quantity", "causal", "rule"];
const PASSAGES = ["2 kilometres", "It was built in 1902", "412 million", "The wall is 2 kilometres long"];

function command(tags: readonly number[]): fc.Arbitrary<ArticleCommand> {
  const tag = fc.constantFrom(...tags);
  const kind = fc.constantFrom(...KINDS);
  return fc.oneof(
    fc.tuple(tag, fc.constantFrom(...PASSAGES)).map(([n, words]) => add(n, words)),
    fc.tuple(tag, kind, kind).map(([n, from, to]) => set(n, from, to)),
    fc
      .tuple(tag, fc.constantFrom(...PASSAGES), fc.constantFrom(...PASSAGES))
      .map(([n, from, to]): ArticleCommand => ({
        type: "moveEdges",
        tag: tagNumber(n),
        from: spanOf(from),
        to: spanOf(to),
      })),
    tag.map((n): ArticleCommand => ({ type: "withdrawTag", tag: tagNumber(n) })),
    tag.map((n): ArticleCommand => ({ type: "dismissTag", tag: tagNumber(n), reason: "Not checkable." })),
    tag.map((n): ArticleCommand => ({ type: "restoreTag", tag: tagNumber(n) })),
  );
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: command([1, 2, 3]).map((given): Step => ({ do: "dispatch", command: given })) },
  { weight: 2, arbitrary: command([1, 2, 4]).map((given): Step => ({ do: "other", command: given })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom<Fate>("answered", "answered", "answer lost", "lost")
      .map((fate): Step => ({ do: "settle", fate })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("hear all", "hear the last", "undo", "redo", "elapse", "reload")
      .map((what): Step => ({ do: what })),
  },
);

describe("whatever happens in whatever order", () => {
  it("shows the log and what is pending on top of it, and ends with the log", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { server, browser, other, ...first } = open();
        let page: { store: ArticleStore; stop: () => void } = first;
        for (const given of steps) {
          const { store } = page;
          if (given.do === "dispatch") store.dispatch(given.command);
          else if (given.do === "other") refusable(() => other(given.command));
          else if (given.do === "settle") await server.settle(given.fate);
          else if (given.do === "hear all") store.hear(server.article.events);
          else if (given.do === "hear the last") store.hear(server.article.events.slice(-2));
          else if (given.do === "undo") store.undo();
          else if (given.do === "redo") store.redo();
          else if (given.do === "elapse") browser.elapse();
          else {
            page.stop();
            page = openAgain(server, browser);
          }
          agrees(page.store);
        }
        for (let round = 0; round < 50 && (page.store.isPending || server.isAsked); round += 1) {
          await server.settleAll();
          browser.elapse();
        }
        page.store.hear(server.article.events);
        expect(page.store.isPending).toBe(false);
        expect(page.store.slice).toEqual(server.article.slice);
        expect(server.article.events.map(({ seq }) => seq)).toEqual(
          server.article.events.map((_, index) => index + 1),
        );
        agrees(page.store);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

function refusable(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

const FILTERS: readonly TagFilter[] = [
  EVERY_TAG,
  { types: ["claim"], states: ["open", "withdrawn"], words: null, undecidedOnly: false },
  { types: null, states: null, words: "kilo", undecidedOnly: true },
];

/** What is kept up step by step is what one would make anew. */
function agrees(store: ArticleStore): void {
  const { slice, index } = store;
  expect(index.ordered.map(({ id }) => id).sort()).toEqual([...slice.tags.keys()].sort());
  for (const tag of index.ordered) expect(slice.tags.get(tag.id)).toBe(tag);
  const starts = index.ordered.map(({ anchor }) => anchor.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  for (const filter of FILTERS) {
    const passing = index.ordered.filter((tag) => matches(tag, filter));
    expect(store.tagIds(filter)).toEqual(passing.map(({ id }) => id));
    const { types, ...counts } = store.counts(filter);
    const { types: expected, ...others } = countTags(slice.tags.values(), filter);
    expect(new Map([...types].filter(([, count]) => count > 0))).toEqual(expected);
    expect(counts).toEqual(others);
  }
  index.paragraphs.forEach(({ start, end }, place) => {
    const expected = index.ordered
      .filter(({ anchor }) => anchor.start < end && anchor.end > start)
      .map(({ id }) => id);
    const within: TagId[] = index.tagsIn(place).map(({ id }) => id);
    expect(within.toSorted()).toEqual(expected.toSorted());
  });
}
