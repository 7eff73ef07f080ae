import { describe, expect, it } from "vitest";

import type { UserId } from "./ids";
import { type Role, ROLES } from "./policy";
import type { ArticleCommand } from "./shapes/command";
import { claimedBy, TAG_STATES, UNDECIDED } from "./tag";
import {
  articleWithTag,
  AUTHOR,
  ONE,
  outcome,
  SENIOR,
  STRANGER,
  TAG,
  type TestArticle,
  TWO,
} from "./testing";

/** Whose work a tag is: taken, given, given back, and by whom. */

const give = (from: UserId | null, to: UserId | null): ArticleCommand => ({
  type: "assignTag",
  tag: TAG,
  from,
  to,
});

const assignee = (article: TestArticle) => article.slice.tags.get(TAG)?.assignee;

const DESK: Role[] = ["copy-editor", "checker", "standards", "managing-editor", "editor"];
const GIVERS: Role[] = ["copy-editor", "standards", "managing-editor", "editor"];

/** In the test's newsroom ONE is a checker, TWO a copy editor. */
const WAYS: readonly [name: string, from: UserId | null, to: UserId | null, who: Role[]][] = [
  ["takes it", null, STRANGER, DESK],
  ["gives it back", STRANGER, null, DESK],
  ["gives it to a checker", null, ONE, DESK],
  ["gives it to a copy editor", null, TWO, GIVERS],
  ["takes it from a checker", ONE, STRANGER, DESK],
  ["takes it off a copy editor", TWO, null, GIVERS],
];

function given(to: UserId | null): TestArticle {
  const article = articleWithTag("open");
  if (to === STRANGER) article.working.set(STRANGER, ["checker"]);
  if (to !== null) article.do(TWO, SENIOR, give(null, to));
  return article;
}

describe("every role × way of assigning has its answer", () => {
  const rows = WAYS.flatMap(([name, from, to, who]) => ROLES.map((role) => ({ name, from, to, who, role })));

  it.each(rows)("a $role $name", ({ from, to, who, role }) => {
    const article = given(from);
    const answer = outcome(() => article.do(STRANGER, [role], give(from, to)));
    expect(answer).toBe(who.includes(role) ? "done" : "forbidden");
    expect(assignee(article)).toBe(who.includes(role) ? to : from);
  });

  it("a reporter takes tags of their own article, and gives none away", () => {
    const article = articleWithTag("open");
    expect(outcome(() => article.do(AUTHOR, ["reporter"], give(null, ONE)))).toBe("forbidden");
    expect(outcome(() => article.do(AUTHOR, ["reporter"], give(null, AUTHOR)))).toBe("done");
  });
});

describe("a tag is given", () => {
  it.each(TAG_STATES)("while something is left to be done on it: %s", (state) => {
    const answer = outcome(() => articleWithTag(state).do(STRANGER, SENIOR, give(null, STRANGER)));
    expect(answer).toBe(UNDECIDED.some((one) => one === state) ? "done" : "illegal-state");
  });

  it("to those who work on its article", () => {
    const answer = outcome(() => articleWithTag("open").do(TWO, SENIOR, give(null, STRANGER)));
    expect(answer).toBe("not-found");
  });

  it("by a checker too, from somebody who works on it no longer", () => {
    const article = given(TWO);
    expect(outcome(() => article.do(STRANGER, ["checker"], give(TWO, STRANGER)))).toBe("forbidden");
    article.working.delete(TWO);
    expect(outcome(() => article.do(STRANGER, ["checker"], give(TWO, STRANGER)))).toBe("done");
  });

  it("by whoever saw whose it was", () => {
    const article = given(ONE);
    expect(outcome(() => article.do(TWO, SENIOR, give(null, TWO)))).toBe("conflict");
    expect(assignee(article)).toBe(ONE);
  });

  it("once: the same again changes nothing", () => {
    const article = given(ONE);
    const { length } = article.events;
    article.do(TWO, SENIOR, give(null, ONE));
    expect(article.events).toHaveLength(length);
  });
});

describe("afterwards", () => {
  it("undo gives it back to whose it was, until it was given on", () => {
    const article = given(ONE);
    const last = article.do(TWO, SENIOR, give(ONE, TWO));
    article.do(TWO, SENIOR, { type: "undo", command: last });
    expect(assignee(article)).toBe(ONE);
    const again = article.do(TWO, SENIOR, give(ONE, TWO));
    article.do(TWO, SENIOR, give(TWO, ONE));
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: again }))).toBe("conflict");
  });

  it("whoever set the verdict is done: the approval is nobody's yet", () => {
    const article = given(ONE);
    const tag = () => article.slice.tags.get(TAG)!;
    expect(claimedBy(tag())).toBe(ONE);
    article.do(ONE, ["checker"], {
      type: "setVerdict",
      tag: TAG,
      sees: null,
      finding: "unverifiable",
      note: "Tried.",
    });
    expect(claimedBy(tag())).toBeNull();
    article.do(TWO, SENIOR, give(ONE, TWO));
    expect(claimedBy(tag())).toBe(TWO);
  });
});
