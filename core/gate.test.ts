import { describe, expect, it } from "vitest";

import { askGate, closedRules, partsRequired, type RuleId, USUAL_RULES, type Why } from "./gate";
import type { DeskRules } from "./life";
import { QCU_1 } from "./qcu";
import type { Attributes } from "./scheme";
import type { Finding, Review, Tag, TagState } from "./tag";
import { articleWithTag, AUTHOR, ONE, SENIOR, tagNumber, TAG, testArticle, THREAD, TWO } from "./testing";
import { wordsOf } from "./words";

/** A tag that stands open on some words; only what a rule looks at is different. */
const OPEN = articleWithTag("open").slice.tags.get(TAG)!;

const MUST: Attributes = { kind: "quantity", voice: "own", priority: "must", legal: false };
const SHOULD: Attributes = { ...MUST, priority: "should" };
const LEGAL: Attributes = { ...SHOULD, legal: true };
const DIRECT: Attributes = { form: "direct", sourceKind: "named" };
const ANONYMOUS: Attributes = { kind: "anonymous", level: "unspecified", holder: "author" };
const CONFLICT: Attributes = { ...ANONYMOUS, kind: "conflicting" };
const UNVERIFIED: Attributes = { ...ANONYMOUS, kind: "unverified" };

function review(state: TagState, finding?: Finding): Review {
  return {
    state,
    verdict: finding ? { finding, by: ONE, at: 1, note: null } : null,
    approval: state === "approved" ? { by: TWO, at: 2, self: false } : null,
  };
}

function tag(type: string, attributes: Attributes, more: Partial<Tag> = {}): Tag {
  return { ...OPEN, type, attributes, ...more };
}

/** The rules that are closed over these tags, each with why. */
function closed(tags: readonly Tag[], rules: DeskRules = USUAL_RULES): Partial<Record<RuleId, Why[]>> {
  const slice = { tags: new Map(tags.map((one) => [one.id, one])), threads: new Map() };
  return Object.fromEntries(
    closedRules(askGate(slice, QCU_1, rules)).map(({ rule, items }) => [rule, items.map(({ why }) => why)]),
  );
}

const knows = { by: ONE, at: 1, secondSource: false };
const two = { by: ONE, at: 1, secondSource: true };
const waiver = { by: ONE, at: 1, reason: wordsOf("The desk knows.") };
const strictly = (rule: RuleId): DeskRules => ({ ...USUAL_RULES, gate: { [rule]: "strict" } });
const about = (n: number) => ({ kind: "about", target: tagNumber(n) });
const other = (n: number, of: Tag): Tag => ({ ...of, id: tagNumber(n) });

const cases: [string, Tag[], Partial<Record<RuleId, Why[]>>, DeskRules?][] = [
  ["nothing", [], {}],
  ["must, open", [tag("claim", MUST)], { G1: ["unchecked"] }],
  ["must, checked", [tag("claim", MUST, { review: review("checked", "confirmed") })], { G1: ["unapproved"] }],
  ["must, approved", [tag("claim", MUST, { review: review("approved", "confirmed") })], {}],
  [
    "must, with a change",
    [tag("claim", MUST, { review: review("approved", "confirmed-with-change") })],
    { G1: ["not confirmed"] },
  ],
  [
    "must, unverifiable",
    [tag("claim", MUST, { review: review("approved", "unverifiable") })],
    { G1: ["not confirmed"] },
  ],
  [
    "must, disputed",
    [tag("claim", MUST, { review: review("approved", "disputed") })],
    { G1: ["disputed without a conflict"] },
  ],
  [
    "must, disputed, and the text says so",
    [
      tag("claim", MUST, { review: review("approved", "disputed") }),
      other(2, tag("uncertainty", UNVERIFIED, { links: [about(1)] })),
    ],
    {},
  ],
  [
    "must, disputed, and what said so was dismissed",
    [
      tag("claim", MUST, { review: review("approved", "disputed") }),
      other(2, tag("uncertainty", UNVERIFIED, { links: [about(1)], review: review("dismissed") })),
    ],
    { G1: ["disputed without a conflict"] },
  ],
  ["must, waived", [tag("claim", MUST, { waiver })], {}],
  [
    "must, wrong, and waived: what is wrong stays in the list",
    [tag("claim", MUST, { waiver, review: review("approved", "wrong") })],
    { G8: ["wrong"] },
  ],
  ["must, a machine’s suggestion", [tag("claim", MUST, { review: review("suggested") })], {}],
  ["must, dismissed", [tag("claim", MUST, { review: review("dismissed") })], {}],
  ["should, open", [tag("claim", SHOULD)], { G2: ["unchecked"] }],
  ["should, checked", [tag("claim", SHOULD, { review: review("checked", "disputed") })], {}],
  [
    "should, checked, on a strict desk",
    [tag("claim", SHOULD, { review: review("checked", "confirmed") })],
    { G2: ["unapproved"] },
    strictly("G2"),
  ],
  ["should, waived", [tag("claim", SHOULD, { waiver })], {}],
  ["should, open, and nobody asks", [tag("claim", SHOULD)], {}, { ...USUAL_RULES, gate: { G2: "off" } }],
  ["direct, open", [tag("quote", DIRECT)], { G3: ["unchecked"] }],
  ["mixed, open", [tag("quote", { ...DIRECT, form: "mixed" })], { G3: ["unchecked"] }],
  ["indirect, open", [tag("quote", { ...DIRECT, form: "indirect" })], {}],
  ["direct, confirmed", [tag("quote", DIRECT, { review: review("checked", "confirmed") })], {}],
  [
    "direct, confirmed, on a strict desk",
    [tag("quote", DIRECT, { review: review("checked", "confirmed") })],
    { G3: ["unapproved"] },
    strictly("G3"),
  ],
  [
    "direct, unverifiable",
    [tag("quote", DIRECT, { review: review("checked", "unverifiable") })],
    { G3: ["not confirmed"] },
  ],
  ["anonymous", [tag("uncertainty", ANONYMOUS)], { G4: ["identity unknown"] }],
  ["anonymous, known", [tag("uncertainty", ANONYMOUS, { identity: knows })], {}],
  [
    "anonymous, known, on a strict desk",
    [tag("uncertainty", ANONYMOUS, { identity: knows })],
    { G4: ["one source"] },
    strictly("G4"),
  ],
  ["anonymous, with a second source", [tag("uncertainty", ANONYMOUS, { identity: two })], {}, strictly("G4")],
  ["conflict of nothing", [tag("uncertainty", CONFLICT)], { G5: ["one-sided"] }],
  [
    "conflict of a claim with itself",
    [
      tag("uncertainty", CONFLICT, { links: [about(2), about(2)] }),
      other(2, tag("claim", SHOULD, { waiver })),
    ],
    { G5: ["one-sided"] },
  ],
  [
    "conflict of two claims",
    [
      tag("uncertainty", CONFLICT, { links: [about(2), about(3)] }),
      other(2, tag("claim", SHOULD, { waiver })),
      other(3, tag("claim", SHOULD, { waiver })),
    ],
    {},
  ],
  [
    "legal, checked",
    [tag("claim", LEGAL, { review: review("checked", "confirmed") })],
    { G6: ["unapproved"] },
  ],
  ["legal, approved", [tag("claim", LEGAL, { review: review("approved", "confirmed") })], {}],
  [
    "stale",
    [tag("claim", SHOULD, { review: review("stale", "confirmed") })],
    { G2: ["unchecked"], G7: ["stale"] },
  ],
  ["wrong", [tag("claim", SHOULD, { review: review("checked", "wrong") })], { G8: ["wrong"] }],
];

describe("the gate", () => {
  it.each(cases)("%s", (_, tags, expected, rules) => {
    expect(closed(tags, rules)).toEqual(expected);
  });

  it("waits for queries and for what blocks, until they are resolved", () => {
    const article = testArticle();
    const open = { type: "openThread", about: { on: "article" }, words: "Is it?", due: null } as const;
    const comment = tagNumber(9) as never;
    const gate = () => closedRules(askGate(article.slice, QCU_1, USUAL_RULES)).flatMap(({ items }) => items);
    article.do(ONE, SENIOR, {
      ...open,
      ...{ thread: THREAD, comment, kind: "comment", blocking: false, addressee: null },
    });
    expect(gate()).toEqual([]);
    article.do(ONE, SENIOR, { type: "setBlocking", thread: THREAD, to: true });
    expect(gate()).toEqual([{ about: { thread: THREAD }, why: "blocking" }]);
    article.do(ONE, SENIOR, { type: "resolveThread", thread: THREAD });
    expect(gate()).toEqual([]);
    const query = tagNumber(8) as never;
    const asked = { kind: "query", blocking: false, addressee: { person: AUTHOR } } as const;
    article.do(ONE, SENIOR, { ...open, ...asked, thread: query, comment: tagNumber(7) as never });
    expect(gate()).toEqual([{ about: { thread: query }, why: "query" }]);
  });

  it("says what was waived", () => {
    const slice = { tags: new Map([[TAG, tag("claim", MUST, { waiver })]]), threads: new Map() };
    expect(askGate(slice, QCU_1, USUAL_RULES)[0]).toMatchObject({ rule: "G1", items: [], waived: [TAG] });
  });
});

describe("who has to sign", () => {
  it.each([
    ["nothing delicate", [tag("claim", MUST)], ["desk"]],
    ["a legal claim", [tag("claim", LEGAL)], ["desk", "standards"]],
    ["an anonymous source", [tag("uncertainty", ANONYMOUS)], ["desk", "standards"]],
    ["a legal claim that was dismissed", [tag("claim", LEGAL, { review: review("dismissed") })], ["desk"]],
  ])("%s", (_, tags, parts) => {
    expect(partsRequired({ tags: new Map(tags.map((one) => [one.id, one])) }, QCU_1)).toEqual(parts);
  });
});
