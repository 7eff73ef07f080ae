import { describe, expect, it } from "vitest";

import { ARTICLE_STATES, type ArticleState, type Slice } from "./article";
import { decideAny } from "./decide-any";
import { DomainError, type RefusalKind } from "./errors";
import { type Role, ROLES } from "./policy";
import type { ThreadCommand } from "./shapes/command";
import type { UserId } from "./ids";
import { AskedRole } from "./shapes/thread";
import {
  AUTHOR,
  commandNumber,
  commentNumber,
  ONE,
  SENIOR,
  STRANGER,
  testArticle,
  type TestArticle,
  THREAD,
  threadNumber,
  TWO,
} from "./testing";
import { FIRST, onThread, type Open, opening, reply, SECOND } from "./testing-threads";
import { THREAD_STATES, type ThreadState } from "./thread";

/**
 * Who may give which command about a thread, in which state of it and of its article. The answers stand here as
 * decision 0010 has them; only their order is a rule: a closed article lets nobody do anything, a withdrawn thread
 * neither; then the right is asked, then the state.
 */

/** What somebody is to the article, beside their role. */
const ON_ARTICLE = ["a stranger", "a reader", "assigned", "its author"] as const;
type OnArticle = (typeof ON_ARTICLE)[number];

/** y: may; -: may not. Columns as in ROLES: reporter, copy, checker, standards, managing, editor, admin, counsel, system. */
type Right = Record<OnArticle, string>;

const COMMENTS: Right = {
  "a stranger": "- y y y y y - - -",
  "a reader": "- y y y y y - y -",
  assigned: "y y y y y y - y -",
  "its author": "y y y y y y - y -",
};
const ASKS: Right = {
  "a stranger": "- y y y y y - - -",
  "a reader": "- y y y y y - - -",
  assigned: "y y y y y y - - -",
  "its author": "y y y y y y - - -",
};
const DESK: Right = {
  "a stranger": "- y y y y y - - -",
  "a reader": "- y y y y y - - -",
  assigned: "- y y y y y - - -",
  "its author": "- y y y y y - - -",
};
const NOBODY: Right = {
  "a stranger": "- - - - - - - - -",
  "a reader": "- - - - - - - - -",
  assigned: "- - - - - - - - -",
  "its author": "- - - - - - - - -",
};

/** What somebody is to the thread: nothing, who opened it, who is asked by name, or one of those whose role is asked. */
const ON_THREAD = ["others", "opener", "asked", "roleAsked"] as const;
type OnThread = (typeof ON_THREAD)[number];

type Kind = "comment" | "blocking" | "query" | "answered";

interface Move {
  readonly of: Kind;
  readonly does: (role: Role) => ThreadCommand;
  readonly others: Right;
  readonly opener: Right;
  /** Of a query. */
  readonly asked?: Right;
  /** What it comes to for those who may; a withdrawn thread lets nobody do anything. */
  readonly open: RefusalKind | "done";
  readonly resolved: RefusalKind | "done";
}

const everybody = (right: Right) => ({ others: right, opener: right, asked: right });
const openerAlone = { others: NOBODY, opener: COMMENTS, asked: NOBODY };
const settles = { others: DESK, opener: COMMENTS, asked: COMMENTS };
const changes = { others: DESK, opener: ASKS, asked: ASKS };
const always = { open: "done", resolved: "done" } as const;
const whileOpen = { open: "done", resolved: "illegal-state" } as const;
const nonsense = { open: "bad-input", resolved: "illegal-state" } as const;
/** Of a comment neither whom nor by when it asks can be said. */
const onComment = { of: "comment", ...everybody(ASKS), ...nonsense } as const;

const say = (): ThreadCommand => reply({ comment: commentNumber(7) });
const answer = (): ThreadCommand => reply({ comment: commentNumber(7), resolves: true });
const resolve = () => onThread("resolveThread");
const reopen = () => onThread("reopenThread");
const withdraw = () => onThread("withdrawThread");
const block = (to: boolean) => (): ThreadCommand => ({ type: "setBlocking", thread: THREAD, to });
const passOn = (role: Role): ThreadCommand => ({
  type: "readdressQuery",
  thread: THREAD,
  from: asks(role),
  to: { person: AUTHOR },
});
const putOff = (): ThreadCommand => ({ type: "setDue", thread: THREAD, from: null, to: 5 });
const edit =
  (comment = FIRST) =>
  (): ThreadCommand => ({
    type: "editComment",
    thread: THREAD,
    comment,
    from: { words: comment === FIRST ? "Who measured it?" : "The harbour office." },
    to: "Who says so?",
  });

/** Whether the query of the present case asks a role; it then asks that of whoever acts, where a role can be asked. */
let asksRole = false;
function asks(role: Role): NonNullable<Open["addressee"]> {
  const asked = AskedRole.safeParse(role);
  return asksRole && asked.success ? { role: asked.data } : { person: TWO };
}

const MOVES: Record<string, Move> = {
  "reply to a comment": { of: "comment", does: say, ...everybody(COMMENTS), ...always },
  "reply to what blocks": { of: "blocking", does: say, ...everybody(COMMENTS), ...always },
  "reply to a query": { of: "query", does: say, ...everybody(COMMENTS), ...always },
  "reply to a comment, and resolve it": { of: "comment", does: answer, ...everybody(COMMENTS), ...always },
  "reply to what blocks, and resolve it": { of: "blocking", does: answer, ...settles, ...always },
  "answer a query": { of: "query", does: answer, ...settles, ...always },
  "edit the first comment": { of: "comment", does: edit(), ...openerAlone, ...always },
  "edit the words of a query": { of: "query", does: edit(), ...openerAlone, ...always },
  "edit what the stranger replied": {
    of: "answered",
    does: edit(SECOND),
    ...everybody(NOBODY),
    others: COMMENTS,
    ...always,
  },
  "resolve a comment": { of: "comment", does: resolve, ...everybody(COMMENTS), ...always },
  "resolve what blocks": { of: "blocking", does: resolve, ...settles, ...always },
  "resolve a query": { of: "query", does: resolve, ...settles, ...always },
  "reopen a comment": { of: "comment", does: reopen, ...everybody(COMMENTS), ...always },
  "reopen what blocks": { of: "blocking", does: reopen, ...settles, ...always },
  "reopen a query": { of: "query", does: reopen, ...settles, ...always },
  "withdraw a comment": { of: "comment", does: withdraw, ...openerAlone, ...whileOpen },
  "withdraw what blocks": { of: "blocking", does: withdraw, ...openerAlone, ...whileOpen },
  "withdraw a query": { of: "query", does: withdraw, ...openerAlone, ...whileOpen },
  "withdraw what was answered": {
    of: "answered",
    does: withdraw,
    ...openerAlone,
    open: "illegal-state",
    resolved: "illegal-state",
  },
  "let a comment block": { of: "comment", does: block(true), ...everybody(ASKS), ...whileOpen },
  "let a comment not block": { of: "blocking", does: block(false), ...changes, ...whileOpen },
  "let a query block": { of: "query", does: block(true), ...changes, ...whileOpen },
  "pass a query on": { of: "query", does: passOn, ...changes, ...whileOpen },
  "pass a comment on": { does: passOn, ...onComment },
  "set a query’s time": { of: "query", does: putOff, ...changes, ...whileOpen },
  "set a comment’s time": { does: putOff, ...onComment },
};

const OPENINGS: Record<string, { does: Open; may: Right }> = {
  "open a comment": { does: opening({ thread: threadNumber(9) }), may: COMMENTS },
  "open a comment that blocks": { does: opening({ thread: threadNumber(9), blocking: true }), may: ASKS },
  "ask a query": {
    does: opening({ thread: threadNumber(9), kind: "query", addressee: { person: TWO } }),
    may: ASKS,
  },
};

const CLOSED: readonly ArticleState[] = ["withdrawn", "spiked", "archived"];

const PERSON: Record<OnThread, UserId> = { others: STRANGER, opener: ONE, asked: TWO, roleAsked: STRANGER };

/** The article of the case: its one thread by ONE, in a state, and to which the person is what is said. */
function scene(kind: Kind, thread: ThreadState, role: Role, person: UserId, on: OnArticle): TestArticle {
  const article = testArticle();
  const query = kind === "query" ? { kind, addressee: asks(role) } : {};
  article.do(ONE, SENIOR, opening({ blocking: kind === "blocking", ...query }));
  if (kind === "answered") article.do(STRANGER, SENIOR, reply());
  if (thread === "resolved") article.do(ONE, SENIOR, onThread("resolveThread"));
  if (thread === "withdrawn") {
    const { slice } = article;
    const [only] = slice.threads.values();
    article.slice = { ...slice, threads: new Map([[THREAD, { ...only!, state: "withdrawn" }]]) };
  }
  if (on === "its author") article.slice = altered(article.slice, { author: person });
  if (on === "a reader" || on === "assigned") {
    const as = on === "assigned" ? "assigned" : "reader";
    article.slice = altered(article.slice, { shares: [{ person, as }] });
  }
  return article;
}

/** The slice with something else said of its article; nothing is lived through, since threads ask for no more. */
function altered(slice: Slice, change: Partial<NonNullable<Slice["article"]>>): Slice {
  return { ...slice, article: { ...slice.article!, ...change } };
}

interface Answer {
  readonly is: RefusalKind | "done";
  readonly says: string;
}

function answerTo(
  article: TestArticle,
  slice: Slice,
  person: UserId,
  role: Role,
  does: ThreadCommand,
): Answer {
  try {
    decideAny(slice, does, article.circumstances(person, [role], commandNumber(999)));
    return { is: "done", says: "" };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { is: error.kind, says: error.message };
  }
}

const mayOf = (right: Right, on: OnArticle, role: Role) => right[on].split(" ")[ROLES.indexOf(role)] === "y";

/** Whoever is refused a right learns whose it is. */
const NAMES_SOMEBODY = / takes (a|an|the) .+\.$|whoever (opened|wrote) it/;

describe("every role × command × thread state × article state has its answer", () => {
  const rows = Object.entries(MOVES).flatMap(([name, move]) =>
    ON_THREAD.filter(
      (onThread) => move.of === "query" || onThread === "others" || onThread === "opener",
    ).flatMap((onThread) => ON_ARTICLE.map((onArticle) => ({ name, move, onThread, onArticle }))),
  );

  it.each(rows)("$name: $onThread, to the article $onArticle", ({ move, onThread, onArticle }) => {
    const person = PERSON[onThread];
    for (const role of ROLES) {
      // Neither administrators nor Galley can be asked as such: those are others then.
      const isAsked = onThread === "asked" || (onThread === "roleAsked" && AskedRole.safeParse(role).success);
      asksRole = onThread === "roleAsked";
      const right = isAsked ? (move.asked ?? NOBODY) : onThread === "opener" ? move.opener : move.others;
      for (const state of THREAD_STATES) {
        const article = scene(move.of, state, role, person, onArticle);
        for (const at of ARTICLE_STATES) {
          const { is, says } = answerTo(
            article,
            altered(article.slice, { state: at }),
            person,
            role,
            move.does(role),
          );
          const expected =
            CLOSED.includes(at) || state === "withdrawn"
              ? "illegal-state"
              : mayOf(right, onArticle, role)
                ? move[state]
                : "forbidden";
          expect(is, `${role}, ${state}, ${at}: ${says}`).toBe(expected);
          if (is === "forbidden") expect(says).toMatch(NAMES_SOMEBODY);
        }
      }
    }
  });

  const openings = Object.entries(OPENINGS).flatMap(([name, { does, may }]) =>
    ON_ARTICLE.map((onArticle) => ({ name, does, may, onArticle })),
  );

  it.each(openings)("$name: to the article $onArticle", ({ does, may, onArticle }) => {
    asksRole = false;
    for (const role of ROLES) {
      const article = scene("comment", "open", role, STRANGER, onArticle);
      for (const at of ARTICLE_STATES) {
        const { is, says } = answerTo(article, altered(article.slice, { state: at }), STRANGER, role, does);
        const allowed = mayOf(may, onArticle, role) ? "done" : "forbidden";
        expect(is, `${role}, ${at}`).toBe(CLOSED.includes(at) ? "illegal-state" : allowed);
        if (is === "forbidden") expect(says).toMatch(NAMES_SOMEBODY);
      }
    }
  });
});

describe("what is not there", () => {
  it.each(Object.entries(MOVES))("%s: no thread of that id, for nobody", (_, { does }) => {
    asksRole = false;
    const article = scene("comment", "open", "checker", STRANGER, "a stranger");
    for (const role of ROLES) {
      const elsewhere = { ...does(role), thread: threadNumber(8) };
      expect(answerTo(article, article.slice, STRANGER, role, elsewhere).is).toBe("not-found");
    }
  });

  it("a comment of another thread is none, for whoever may comment", () => {
    const article = scene("comment", "open", "checker", STRANGER, "a stranger");
    for (const role of ROLES) {
      const { is } = answerTo(article, article.slice, STRANGER, role, edit(commentNumber(8))());
      expect(is, role).toBe(mayOf(COMMENTS, "a stranger", role) ? "not-found" : "forbidden");
    }
  });
});
