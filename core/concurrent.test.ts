import { describe, expect, it } from "vitest";

import { DomainError } from "./errors";
import { UserId } from "./shapes/ids";
import type { TagCommand } from "./shapes/command";
import type { Tag } from "./tag";
import {
  addClaim,
  articleWithTag,
  EVIDENCE,
  idNumber,
  ONE,
  SENIOR,
  spanOf,
  STRANGER,
  TAG,
  tagNumber,
  testArticle,
  type TestArticle,
  TEXT,
  TWO,
  verdictSeen,
} from "./testing";

/**
 * What becomes of two people's commands on one tag that were given at the same time: the first is in the log when the
 * second arrives, and whoever gave the second had seen nothing of the first.
 */

const OTHER = tagNumber(2);
const WORDS = "The wall is 2 kilometres long";
/** Neither story's nor tag's author, nor whoever set the verdict. */
const PEOPLE = { first: STRANGER, second: UserId.parse(idNumber(0xbe)) };

type Turn = keyof typeof PEOPLE;

const KINDS = {
  claim: { first: "event", second: "rule" },
  uncertainty: { first: "hedge", second: "forecast" },
} as const;

/** What each command says, on a tag as the article has it before both; the second says something else, if it can. */
const COMMANDS: Record<
  Exclude<TagCommand["type"], "addTag">,
  (article: TestArticle, turn: Turn) => object
> = {
  changeType: (article, turn) => ({
    from: tagOf(article).type,
    to:
      turn === "first"
        ? { type: "quote", attributes: { form: "direct", speaker: null, sourceKind: "unknown" } }
        : { type: "uncertainty", attributes: { kind: "hedge" } },
  }),
  setAttribute: (article, turn) => ({
    name: "kind",
    from: tagOf(article).attributes.kind ?? null,
    to: KINDS[tagOf(article).type === "claim" ? "claim" : "uncertainty"][turn],
  }),
  setNote: (_, turn) => ({ from: null, to: { words: `The ${turn} note.` } }),
  moveEdges: (article, turn) => ({
    from: { start: tagOf(article).anchor.start, end: tagOf(article).anchor.end },
    to: {
      start: tagOf(article).anchor.start + (turn === "first" ? 4 : 0),
      end: tagOf(article).anchor.end - (turn === "first" ? 0 : 5),
    },
  }),
  reattachTag: (_, turn) => ({ to: spanOf(turn === "first" ? "Mara Quill" : "the port", LOST) }),
  confirmPlacement: () => ({}),
  retireTag: () => ({}),
  attachEvidence: () => ({ evidence: EVIDENCE }),
  detachEvidence: () => ({ evidence: EVIDENCE }),
  linkTag: () => ({ kind: "contradicts", target: OTHER }),
  unlinkTag: () => ({ kind: "supports", target: OTHER }),
  acceptSuggestion: () => ({}),
  setVerdict: (article, turn) => ({
    sees: verdictSeen(article),
    of: { type: tagOf(article).type, exact: tagOf(article).anchor.exact },
    finding: turn === "first" ? "unverifiable" : "wrong",
    note: "Called twice.",
  }),
  approveTag: (article) => ({ sees: verdictSeen(article) }),
  reopenTag: () => ({ reason: "New figures." }),
  markStale: () => ({ reason: "Evidence withdrawn." }),
  dismissTag: () => ({ reason: "Not checkable." }),
  waiveTag: () => ({ reason: "The desk knows." }),
  vouchIdentity: (_, turn) => ({ to: { secondSource: turn === "first" } }),
  assignTag: (_, turn) => ({ from: null, to: turn === "first" ? ONE : TWO }),
  withdrawTag: () => ({}),
  restoreTag: () => ({}),
};
const NAMES = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];

const LOST = TEXT.replace(`${WORDS}. `, "");

const BASES: Record<string, () => TestArticle> = {
  open: () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
    return linked(article);
  },
  checked: () => linked(articleWithTag("checked")),
  approved: () => linked(articleWithTag("approved")),
  stale: () => linked(articleWithTag("stale")),
  suggested: () => articleWithTag("suggested"),
  anonymous: () => {
    const article = testArticle();
    const span = spanOf("two people");
    const attributes = { kind: "anonymous" };
    article.do(ONE, SENIOR, { type: "addTag", tag: TAG, as: "uncertainty", span, attributes });
    return article;
  },
  altered: () => revised(articleWithTag("open"), TEXT.replace("2 kilometres", "3 kilometres")),
  lost: () => revised(articleWithTag("open"), LOST),
  dismissed: () => articleWithTag("dismissed"),
  withdrawn: () => articleWithTag("withdrawn"),
};

function linked(article: TestArticle): TestArticle {
  article.do(ONE, SENIOR, addClaim(OTHER, "It was built in 1902"));
  article.do(ONE, SENIOR, { type: "linkTag", tag: TAG, kind: "supports", target: OTHER });
  return article;
}

function revised(article: TestArticle, text: string): TestArticle {
  article.do(TWO, SENIOR, { type: "addRevision", text, sees: article.slice.revision?.digest ?? null });
  return article;
}

function tagOf(article: TestArticle): Tag {
  const tag = article.slice.tags.get(TAG);
  if (!tag) throw new Error("The tag is missing.");
  return tag;
}

type Name = (typeof NAMES)[number];

function commandOf(article: TestArticle, name: Name, turn: Turn): TagCommand {
  return { type: name, tag: TAG, ...COMMANDS[name](article, turn) } as TagCommand;
}

function give(article: TestArticle, command: TagCommand, turn: Turn): void {
  const isOwn = command.type === "withdrawTag" || command.type === "restoreTag";
  if (command.type === "markStale") article.do(ONE, ["system"], command);
  else article.do(isOwn ? ONE : PEOPLE[turn], SENIOR, command);
}

function refusalOf(act: () => void): DomainError | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** The commands that can be given in the base at all. */
function possible(base: string): Name[] {
  return NAMES.filter((name) => {
    const article = BASES[base]!();
    return refusalOf(() => give(article, commandOf(article, name, "first"), "first")) === null;
  });
}

/** Both given at once, and what became of the second. */
function both(base: string, first: Name, second: Name) {
  const article = BASES[base]!();
  const commands = [commandOf(article, first, "first"), commandOf(article, second, "second")] as const;
  give(article, commands[0], "first");
  const { slice } = article;
  const refusal = refusalOf(() => give(article, commands[1], "second"));
  return { article, between: slice, refusal };
}

function signOf({ article, between, refusal }: ReturnType<typeof both>): string {
  if (refusal === null) return article.slice.seq === between.seq ? "=" : "+";
  return { conflict: "x", "illegal-state": "!", forbidden: "f", "bad-input": "b", "not-found": "n" }[
    refusal.kind
  ];
}

/**
 * A row for what came first, a column for what came second, in the same order. `+` both stand, `=` nothing is left to
 * do, `x` a conflict that shows what stands now, `!` refused as the tag is now, `f` by the hand it needs now, `n` for what
 * is not there any more, `b` for what the tag, as it is now, has no place for.
 */
const ANSWERS: Record<keyof typeof BASES, string> = {
  open: `
changeType        x b + + = = + b = x = + + + !
setAttribute      + x + + = = + + + + = + + + +
setNote           + + x + = = + + + + = + + + +
moveEdges         + + + x = = + + + x = + + + +
confirmPlacement  + + + + = = + + + + = + + + +
attachEvidence    + + + + = = + + + + = + + + +
detachEvidence    + + + + = + = + + ! = + + + +
linkTag           + + + + = = + x + + = + + + !
unlinkTag         + + + + = = + + = + = + + + !
setVerdict        + + + + = = ! + + x + + + + !
markStale         + + + + = = + + + + = + + + +
dismissTag        ! ! ! ! ! ! ! ! + ! = ! ! ! !
waiveTag          + + + + = = + + + + = + + + +
assignTag         + + + + = = + + + + = + + x +
withdrawTag       ! ! ! ! ! ! ! ! + ! = ! ! ! !
`,
  checked: `
changeType        x b + + = = b = x ! ! = + + +
setAttribute      + x + + = = + + x ! ! = + + +
setNote           + + x + = = + + + + + + + + +
moveEdges         + + + x = = + + x ! ! = + + +
confirmPlacement  + + + + = = + + + + + + + + +
attachEvidence    + + + + = = + + + + + + + + +
linkTag           + + + + = = x + + + + + + + +
unlinkTag         + + + + = = + = + + + + + + +
setVerdict        + + + + = = + + x x + + + + +
approveTag        + + + + = = + + ! ! + + + + !
reopenTag         + + + + = = + + x ! ! = + + +
markStale         + + + + = = + + + ! + = + + +
dismissTag        ! ! ! ! ! ! ! + ! ! ! = ! ! !
waiveTag          + + + + = = + + + + + + + + +
assignTag         + + + + = = + + + + + + + + x
`,
  approved: `
changeType        x b + + = = b = ! = + +
setAttribute      + x + + = = + + ! = + +
setNote           + + x + = = + + + + + +
moveEdges         + + + x = = + + ! = + +
confirmPlacement  + + + + = = + + + + + +
attachEvidence    + + + + = = + + + + + +
linkTag           + + + + = = x + + + + +
unlinkTag         + + + + = = + = + + + +
reopenTag         + + + + = = + + ! = + +
markStale         + + + + = = + + + = + +
dismissTag        ! ! ! ! ! ! ! + ! = ! !
waiveTag          + + + + = = + + + + + +
`,
  stale: `
changeType        x b + + = = + b = x + = + + +
setAttribute      + x + + = = + + + + + = + + +
setNote           + + x + = = + + + + + = + + +
moveEdges         + + + x = = + + + x + = + + +
confirmPlacement  + + + + = = + + + + + = + + +
attachEvidence    + + + + = = + + + + + = + + +
detachEvidence    + + + + = + = + + ! + = + + +
linkTag           + + + + = = + x + + + = + + +
unlinkTag         + + + + = = + + = + + = + + +
setVerdict        + + + + = = ! + + x + + + + +
reopenTag         + + + + = = + + + x ! = + + +
markStale         + + + + = = + + + + + = + + +
dismissTag        ! ! ! ! ! ! ! ! + ! ! = ! ! !
waiveTag          + + + + = = + + + + + = + + +
assignTag         + + + + = = + + + + + = + + x
`,
  suggested: `
changeType        x b + + = + = = + = + +
setAttribute      + x + + = + = = + = + +
setNote           + + x + = + = = + = + +
moveEdges         + + + x = + = = + = + +
confirmPlacement  + + + + = + = = + = + +
attachEvidence    + + + + = = + = + = + +
detachEvidence    + + + + = + = = + = + +
unlinkTag         + + + + = + = = + = + +
acceptSuggestion  + + + + = + = = ! = + +
markStale         + + + + = + = = + = + +
dismissTag        ! ! ! ! ! ! ! n ! = ! !
waiveTag          + + + + = + = = + = + +
`,
  anonymous: `
changeType        x b + + = + = = x = + + ! + +
setAttribute      = x + + = + = = ! = + + ! + +
setNote           = + x + = + = = ! = + + + + +
moveEdges         = + + x = + = = x = + + + + +
confirmPlacement  = + + + = + = = ! = + + + + +
attachEvidence    = + + + = = + = + = + + + + +
detachEvidence    = + + + = + = = ! = + + + + +
unlinkTag         = + + + = + = = ! = + + + + +
setVerdict        = + + + = + = = x + + + + + !
markStale         = + + + = + = = ! = + + + + +
dismissTag        ! ! ! ! ! ! ! n ! = ! ! ! ! !
waiveTag          = + + + = + = = ! = + + + + +
vouchIdentity     = + + + = + = = ! = + + + + +
assignTag         = + + + = + = = ! = + + + x +
withdrawTag       ! ! ! ! ! ! ! n ! = ! ! ! ! !
`,
  altered: `
changeType        x b + + + + = = x = + + + +
setAttribute      + x + + + + = = ! = + + + +
setNote           + + x + + + = = ! = + + + +
moveEdges         + + + x = + = = x = + + + +
confirmPlacement  + + + + = + = = ! = + + + +
attachEvidence    + + + + + = + = + = + + + +
detachEvidence    + + + + + + = = ! = + + + +
unlinkTag         + + + + + + = = ! = + + + +
setVerdict        + + + + + + = = x + + + + !
markStale         + + + + + + = = ! = + + + +
dismissTag        ! ! ! ! ! ! ! n ! = ! ! ! !
waiveTag          + + + + + + = = ! = + + + +
assignTag         + + + + + + = = ! = + + x +
withdrawTag       ! ! ! ! ! ! ! n ! = ! ! ! !
`,
  lost: `
changeType        x b + + + + = = = + + + +
setAttribute      + x + + + + = = = + + + +
setNote           + + x + + + = = = + + + +
reattachTag       + + + ! ! + = = = + + + +
retireTag         ! ! ! ! ! ! ! n = ! ! ! !
attachEvidence    + + + + + = + = = + + + +
detachEvidence    + + + + + + = = = + + + +
unlinkTag         + + + + + + = = = + + + +
markStale         + + + + + + = = = + + + +
dismissTag        ! ! ! ! ! ! ! n = ! ! ! !
waiveTag          + + + + + + = = = + + + +
assignTag         + + + + + + = = = + + x +
withdrawTag       ! ! ! ! ! ! ! n = ! ! ! !
`,
  dismissed: `
markStale         = +
restoreTag        = !
`,
  withdrawn: `
markStale         = +
restoreTag        = !
`,
};

function tableOf(base: string): string {
  const names = possible(base);
  const rows = names.map(
    (first) => first.padEnd(18) + names.map((second) => signOf(both(base, first, second))).join(" "),
  );
  return rows.join("\n");
}

describe("two commands on one tag at once", () => {
  it.each(Object.keys(BASES))("on a tag that is %s have their answers", (base) => {
    expect(`\n${tableOf(base)}\n`).toBe(ANSWERS[base]);
  });

  const pairs = Object.keys(BASES).flatMap((base) =>
    possible(base).flatMap((first) => possible(base).map((second) => [base, first, second] as const)),
  );

  it("are refused with a sentence, a conflict with what stands now, and leave what was done first as it was", () => {
    for (const [base, first, second] of pairs) {
      const { article, between, refusal } = both(base, first, second);
      if (refusal === null) continue;
      expect(article.slice).toBe(between);
      expect(refusal.message, `${base}: ${first}, ${second}`).toMatch(/^\p{Lu}.*[.?]$/u);
      // A link that is there already is what was asked for.
      if (refusal.kind === "conflict" && second !== "linkTag")
        expect(refusal.present, `${base}: ${first}, ${second}`).toBeDefined();
    }
  });
});
