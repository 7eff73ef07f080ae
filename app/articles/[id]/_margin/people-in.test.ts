import { expect, it } from "vitest";

import { QCU_1 } from "~/core/qcu";
import { articleWithTag, TAG } from "~/core/testing";
import type { Tag } from "~/core/tag";
import { type Words, wordsOf } from "~/core/words";
import { peopleIn } from "./people-in";

function tag(type: string, attributes: Record<string, Words | string>): Tag {
  const one = articleWithTag("open").slice.tags.get(TAG);
  if (!one) throw new Error("The tag is missing.");
  return { ...one, type, attributes };
}

it("suggests the people whom tags of any type name, the most named first, and nothing else", () => {
  const tags = [
    tag("quote", { form: "direct", speaker: wordsOf("Jon Reed"), cue: wordsOf("said") }),
    tag("quote", { form: "direct", speaker: wordsOf("Mara Quill") }),
    tag("claim", { kind: "event", speaker: wordsOf("Mara Quill") }),
    tag("claim", { kind: "event", speaker: { ref: "4/to", words: null, removedAt: 1 } }),
    tag("a type that left the scheme", { speaker: wordsOf("Nobody") }),
  ];
  expect(peopleIn(QCU_1, tags)).toEqual([{ value: "Mara Quill", hint: "2 ×" }, { value: "Jon Reed" }]);
});
