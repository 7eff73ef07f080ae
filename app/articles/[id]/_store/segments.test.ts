import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Tag } from "~/core/tag";
import { spanOf, tagNumber, testArticle, ONE, TEXT } from "~/core/testing";
import { type Segment, segmentsOf } from "./segments";

const article = testArticle();
const claim = { kind: "event", voice: "own", priority: "should", legal: false };
article.do(ONE, ["checker"], {
  type: "addTag",
  tag: tagNumber(0),
  as: "claim",
  span: spanOf("Harbour"),
  attributes: claim,
});
const MODEL = article.slice.tags.get(tagNumber(0))!;

function tag(n: number, start: number, end: number): Tag {
  return { ...MODEL, id: tagNumber(n), anchor: { ...MODEL.anchor, start, end } };
}

/** The segments as text: words as they are, a mark as [lane:…], with | where the tag goes on elsewhere. */
function drawn(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      if (segment.kind === "words") return TEXT.slice(segment.start, segment.end);
      const { lane, inside, isFirst, isLast } = segment;
      return `${isFirst ? "" : "|"}[${lane}:${drawn(inside)}]${isLast ? "" : "|"}`;
    })
    .join("");
}

const LINE = { start: 0, end: 34 };

describe("a paragraph’s segments", () => {
  const cases: [string, Tag[], string][] = [
    ["nothing tagged", [], "Harbour wall will cost 412 million"],
    ["one tag", [tag(1, 8, 12)], "Harbour [0:wall] will cost 412 million"],
    ["one in another", [tag(1, 8, 22), tag(2, 13, 17)], "Harbour [0:wall [1:will] cost] 412 million"],
    [
      "the same start: the longer is outside",
      [tag(1, 8, 12), tag(2, 8, 22)],
      "Harbour [0:[1:wall] will cost] 412 million",
    ],
    [
      "crossing: the later is cut, and keeps its line",
      [tag(1, 0, 17), tag(2, 8, 22)],
      "[0:Harbour [1:wall will]|]|[1: cost] 412 million",
    ],
    [
      "three deep",
      [tag(1, 0, 34), tag(2, 8, 22), tag(3, 13, 17)],
      "[0:Harbour [1:wall [2:will] cost] 412 million]",
    ],
    [
      "side by side share a line",
      [tag(1, 0, 7), tag(2, 8, 12)],
      "[0:Harbour] [0:wall] will cost 412 million",
    ],
    [
      "from the paragraph before and into the next",
      [tag(1, -5, 7), tag(2, 23, 60)],
      "|[0:Harbour] wall will cost [0:412 million]|",
    ],
    [
      "four on the same words: the fourth goes beside the paragraph",
      [tag(1, 8, 12), tag(2, 8, 12), tag(3, 8, 12), tag(4, 8, 12)],
      "Harbour [0:[1:[2:[3:wall]]]] will cost 412 million",
    ],
    [
      "what runs on over the paragraph goes beside it, and leaves the first line to those in it",
      [tag(1, -40, 60), tag(2, 8, 12)],
      "|[3:Harbour [0:wall] will cost 412 million]|",
    ],
    [
      "two that run on have a lane each, and what lies too deep another",
      [tag(1, -40, 60), tag(2, -20, 34), tag(3, 0, 7), tag(4, 0, 7), tag(5, 0, 7), tag(6, 0, 7)],
      "|[3:|[4:[0:[1:[2:[5:Harbour]]]] wall will cost 412 million]]|",
    ],
    [
      "too deep twice on one line of text: a lane each",
      [tag(1, 0, 34), tag(2, 0, 34), tag(3, 0, 34), tag(4, 0, 7), tag(5, 8, 12)],
      "[0:[1:[2:[3:Harbour] [4:wall] will cost 412 million]]]",
    ],
    [
      "exactly the paragraph: a line like any other",
      [tag(1, 0, 34)],
      "[0:Harbour wall will cost 412 million]",
    ],
  ];
  it.each(cases)("%s", (_, tags, expected) => {
    expect(drawn(segmentsOf(LINE, tags))).toBe(expected);
  });

  it("an empty paragraph has none", () => {
    expect(segmentsOf({ start: 5, end: 5 }, [tag(1, 0, 10)])).toEqual([]);
  });

  it("cover the paragraph once, each word under exactly its tags, in any order of tags", () => {
    const span = fc.tuple(fc.integer({ min: -10, max: 44 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const tags = spans.map(([start, length], n) => tag(n + 1, start, start + length));
        let at = LINE.start;
        const walk = (segments: readonly Segment[], around: readonly Tag[]) => {
          for (const segment of segments) {
            if (segment.kind === "mark") {
              expect(segment.start).toBe(at);
              walk(segment.inside, [...around, segment.tag]);
              expect(segment.end).toBe(at);
              continue;
            }
            expect(segment.start).toBe(at);
            at = segment.end;
            const expected = tags.filter(
              ({ anchor }) => anchor.start < segment.end && anchor.end > segment.start,
            );
            expect(around.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
            for (const { anchor } of expected)
              expect(anchor.start <= segment.start && anchor.end >= segment.end).toBe(true);
          }
        };
        walk(segmentsOf(LINE, tags), []);
        expect(at).toBe(LINE.end);
      }),
    );
  });
});
