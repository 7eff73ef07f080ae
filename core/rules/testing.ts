/**
 * What the rules' tests share: a passage marked in a sentence, and the tag that stands before it.
 */
import { guessBlocks } from "~/core/blocks";
import { QCU_1 } from "~/core/qcu";
import type { Attributes } from "~/core/scheme";
import { Tag } from "~/core/shapes/tag";

import { proposeAttributes } from "./index";
import type { Passage } from "./rule";

/** `[…]` marks the passage, in an article of its own after a headline and a first paragraph. */
export function passageOf(
  marked: string,
  {
    language = "en",
    earlier = [],
    head = "Town closes bridge\n\nFirst.\n\n",
  }: Partial<Passage> & { head?: string } = {},
): Passage {
  const whole = head + marked;
  const start = whole.indexOf("[");
  const end = whole.indexOf("]") - 1;
  const text = whole.replace("[", "").replace("]", "");
  return { text, blocks: guessBlocks(text), span: { start, end }, language, earlier };
}

/** An attribute as it reads: the words of words. */
export function read(attributes: Attributes, name: string): unknown {
  const value = attributes[name];
  return typeof value === "object" ? value.words : value;
}

/** What the rules of QCU-1 propose for a marked passage. */
export function propose(type: string, marked: string, options = {}): Attributes {
  return proposeAttributes(QCU_1, type, passageOf(marked, options));
}

/** A quote that stands on the first place of `words`. */
export function tagOn(text: string, words: string, attributes: Attributes, type = "quote"): Tag {
  const start = text.indexOf(words);
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  return Tag.parse({
    id,
    article: id,
    type,
    attributes,
    anchor: { revision: 1, start, end: start + words.length, exact: words, prefix: "", suffix: "" },
    placement: null,
    note: null,
    review: { state: "open", verdict: null, approval: null },
    evidence: [],
    links: [],
    author: id,
    at: 0,
    schemeVersion: 1,
    waiver: null,
    assignee: null,
    identity: null,
    imported: null,
    answered: false,
    touched: 1,
  });
}
