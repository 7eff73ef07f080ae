import { describe, expect, it } from "vitest";

import type { ArticleEvent } from "./event";
import type { UserId } from "./ids";
import { tellingOf, TOPICS } from "./notices";
import type { Role } from "./policy";
import type { AnyArticleCommand, ArticleCommand } from "./shapes/command";
import {
  addClaim,
  articleWithTag,
  AUTHOR,
  EVIDENCE,
  ONE,
  SENIOR,
  STRANGER,
  TAG,
  tagNumber,
  testArticle,
  type TestArticle,
  THREAD,
  TWO,
  verdictSeen,
} from "./testing";
import { asking, FIRST, onThread, opening, reply } from "./testing-threads";

/** Who is told of what, for each thing that can be told of. */

const NAMES = new Map<UserId, string>([
  [AUTHOR, "the author"],
  [ONE, "one"],
  [TWO, "two"],
  [STRANGER, "a stranger"],
]);

interface Told {
  /** "topic to whom", with how many where it is more than one. */
  readonly told: string[];
  readonly overtaken: string[];
}

/** What a command comes to. */
function telling(article: TestArticle, act: () => unknown): Told {
  const [before, known] = [article.slice, article.events.length];
  act();
  const { notices, overtaken } = tellingOf(before, article.events.slice(known));
  return {
    told: notices.map(({ topic, to, count }) => {
      const whom = "role" in to ? `every ${to.role}` : (NAMES.get(to.person) ?? "somebody else");
      return `${topic} to ${whom}${count > 1 ? ` (${count})` : ""}`;
    }),
    overtaken: overtaken.map((what) =>
      "seq" in what
        ? `event ${what.seq}`
        : `${"thread" in what ? "thread" : "tag"}: ${what.topics.join(" ")}`,
    ),
  };
}

const mention = (person: UserId) => `[@A name](person:${person})`;
const give = (
  to: UserId | null,
  tag = TAG,
  from: UserId | null = null,
): ArticleCommand & { type: "assignTag" } => ({
  type: "assignTag",
  tag,
  from,
  to,
});
const find = (article: TestArticle): ArticleCommand => ({
  type: "setVerdict",
  tag: TAG,
  sees: verdictSeen(article),
  finding: "wrong",
  note: null,
});

/** An article by AUTHOR that ONE signed off, with nothing tagged. */
function signed(): TestArticle {
  const article = testArticle();
  article.do(TWO, SENIOR, { type: "sendToReview" });
  article.do(ONE, SENIOR, { type: "signOff", sees: article.slice.revision?.digest ?? null });
  return article;
}

function withThread(command: ArticleCommand = opening(), by = ONE): TestArticle {
  const article = articleWithTag("open");
  article.do(by, SENIOR, command);
  return article;
}

function withEvidence(): TestArticle {
  const article = articleWithTag("open");
  article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
  return article;
}

const CASES: readonly [
  name: string,
  article: () => TestArticle,
  who: UserId,
  roles: readonly Role[],
  command: (article: TestArticle) => AnyArticleCommand,
  told: string[],
][] = [
  ["a comment that names nobody", testArticle, ONE, SENIOR, () => opening(), []],
  [
    "a comment that mentions a person and a role",
    testArticle,
    ONE,
    SENIOR,
    () => opening({ words: `${mention(TWO)}, [@checkers](role:checker)?` }),
    ["mention to two", "mention to every checker"],
  ],
  [
    "a comment that mentions whoever writes it",
    testArticle,
    ONE,
    SENIOR,
    () => opening({ words: mention(ONE) }),
    [],
  ],
  ["a query to a person", testArticle, ONE, SENIOR, () => asking(), ["query to two"]],
  [
    "a query to a role",
    testArticle,
    ONE,
    SENIOR,
    () => asking({ addressee: { role: "checker" } }),
    ["query to every checker"],
  ],
  ["a query to oneself", testArticle, TWO, SENIOR, () => asking(), []],
  [
    "a query that also mentions whom it asks",
    testArticle,
    ONE,
    SENIOR,
    () => asking({ words: mention(TWO) }),
    ["query to two", "mention to two"],
  ],
  [
    "a query that is passed on",
    () => withThread(asking()),
    TWO,
    SENIOR,
    () => ({ type: "readdressQuery", thread: THREAD, from: { person: TWO }, to: { person: AUTHOR } }),
    ["query to the author"],
  ],
  ["a reply", () => withThread(), TWO, SENIOR, () => reply(), ["reply to one"]],
  [
    "a reply to a query",
    () => withThread(asking()),
    STRANGER,
    SENIOR,
    () => reply(),
    ["reply to one", "reply to two"],
  ],
  [
    "a reply that mentions whoever opened the thread",
    () => withThread(),
    TWO,
    SENIOR,
    () => reply({ words: mention(ONE) }),
    ["mention to one", "reply to one"],
  ],
  [
    "an answer that resolves the query",
    () => withThread(asking()),
    TWO,
    SENIOR,
    () => reply({ resolves: true }),
    ["reply to one"],
  ],
  [
    "a resolved query that a reply opens again",
    () => {
      const article = withThread(asking());
      article.do(TWO, SENIOR, onThread("resolveThread"));
      return article;
    },
    ONE,
    SENIOR,
    () => reply(),
    ["query to two", "reply to two"],
  ],
  [
    "an edit that mentions somebody more",
    () => withThread(opening({ words: mention(TWO) })),
    ONE,
    SENIOR,
    () => ({
      type: "editComment",
      thread: THREAD,
      comment: FIRST,
      from: { words: mention(TWO) },
      to: `${mention(TWO)} ${mention(AUTHOR)}`,
    }),
    ["mention to the author"],
  ],
  [
    "a tag given to somebody",
    () => articleWithTag("open"),
    TWO,
    SENIOR,
    () => give(ONE),
    ["assignment to one"],
  ],
  ["a tag that somebody takes", () => articleWithTag("open"), ONE, SENIOR, () => give(ONE), []],
  [
    "tags given to somebody at once",
    () => {
      const article = articleWithTag("open");
      article.do(ONE, SENIOR, addClaim(tagNumber(2), "412 million"));
      article.do(ONE, SENIOR, addClaim(tagNumber(3), "1902"));
      return article;
    },
    AUTHOR,
    SENIOR,
    () => ({ type: "several", items: [give(TWO), give(ONE, tagNumber(2)), give(TWO, tagNumber(3))] }),
    ["assignment to two (2)", "assignment to one"],
  ],
  ["a verdict", withEvidence, TWO, SENIOR, find, ["verdict to one"]],
  ["a verdict on one's own tag", withEvidence, ONE, SENIOR, find, []],
  [
    "an approval",
    () => articleWithTag("checked"),
    AUTHOR,
    SENIOR,
    (article) => ({ type: "approveTag", tag: TAG, sees: verdictSeen(article)! }),
    [],
  ],
  [
    "a sign-off taken back",
    signed,
    TWO,
    SENIOR,
    () => ({ type: "recall", reason: "Not yet." }),
    ["sign-off to the author", "sign-off to one"],
  ],
  [
    "a story sent back",
    () => {
      const article = testArticle();
      article.do(TWO, SENIOR, { type: "sendToReview" });
      return article;
    },
    TWO,
    SENIOR,
    () => ({ type: "sendBack", reason: "Not yet." }),
    ["sent-back to the author"],
  ],
  [
    "a sign-off that falls by a new text",
    signed,
    ONE,
    SENIOR,
    (article) => ({
      type: "addRevision",
      text: "Another text.",
      sees: article.slice.revision?.digest ?? null,
    }),
    ["sign-off to the author"],
  ],
];

describe("who is told of", () => {
  it.each(CASES)("%s", (_, make, who, roles, command, told) => {
    const article = make();
    expect(telling(article, () => article.do(who, roles, command(article))).told).toEqual(told);
  });

  it("a query and a reply that came with a file: nobody", () => {
    const article = withThread(asking());
    const before = article.slice;
    article.do(TWO, SENIOR, reply());
    const former = { by: "Somebody", at: 0, editedAt: null };
    const events = article.events.map((event): ArticleEvent => {
      if (event.type === "ThreadOpened")
        return {
          ...event,
          body: { ...event.body, imported: { ...former, addressee: null, resolved: null } },
        };
      return event.type === "CommentAdded" ? { ...event, body: { ...event.body, imported: former } } : event;
    });
    expect(tellingOf(before, article.events).notices.map(({ topic }) => topic)).toEqual(["query", "reply"]);
    expect(tellingOf(before, events).notices).toEqual([]);
  });
});

describe("what holds no longer is not told to whoever has not read it", () => {
  const seqOf = (article: TestArticle) => article.events.at(-1)?.seq;

  it("an undo takes back what it undoes, and a redo tells it again", () => {
    const article = articleWithTag("open");
    const given = article.do(TWO, SENIOR, give(ONE));
    const seq = seqOf(article);
    let undo = given;
    const undone = telling(article, () => (undo = article.do(TWO, SENIOR, { type: "undo", command: given })));
    expect(undone).toEqual({ told: [], overtaken: [`event ${seq}`, "tag: assignment"] });
    const again = telling(article, () => article.do(TWO, SENIOR, { type: "undo", command: undo }));
    expect(again.told).toEqual(["assignment to one"]);
  });

  it("a verdict that is undone, and done again", () => {
    const article = withEvidence();
    const verdict = article.do(TWO, SENIOR, find(article));
    const seq = seqOf(article);
    let undo = verdict;
    const undone = telling(
      article,
      () => (undo = article.do(TWO, SENIOR, { type: "undo", command: verdict })),
    );
    expect(undone).toEqual({ told: [], overtaken: [`event ${seq}`] });
    const again = telling(article, () => article.do(TWO, SENIOR, { type: "undo", command: undo }));
    expect(again.told).toEqual(["verdict to one"]);
  });

  const ways: readonly [name: string, who: UserId, command: ArticleCommand, overtaken: string[]][] = [
    ["a query that is answered", TWO, reply({ resolves: true }), ["thread: query"]],
    ["a query that is resolved", ONE, onThread("resolveThread"), ["thread: query"]],
    [
      "a query that is passed on",
      TWO,
      { type: "readdressQuery", thread: THREAD, from: { person: TWO }, to: { role: "checker" } },
      ["thread: query"],
    ],
    [
      "a query that is withdrawn",
      ONE,
      onThread("withdrawThread"),
      ["thread: query mention assignment verdict reply sign-off sent-back"],
    ],
  ];
  it.each(ways)("%s", (_, who, command, overtaken) => {
    const article = withThread(asking());
    expect(telling(article, () => article.do(who, SENIOR, command)).overtaken).toEqual(overtaken);
  });

  it("a withdrawn thread that comes back is told of as when it was opened", () => {
    const article = withThread(asking({ words: `${mention(AUTHOR)}?` }));
    const withdrawn = article.do(ONE, SENIOR, onThread("withdrawThread"));
    const { told } = telling(article, () => article.do(ONE, SENIOR, { type: "undo", command: withdrawn }));
    expect(told).toEqual(["query to two", "mention to the author"]);
  });

  it("of one command, what its later events overtake", () => {
    const article = articleWithTag("open");
    const items = [give(TWO), give(ONE, TAG, TWO)];
    const { told } = telling(article, () => article.do(AUTHOR, SENIOR, { type: "several", items }));
    expect(told).toEqual(["assignment to one"]);
  });

  it("a verdict gives way to the next one", () => {
    const article = articleWithTag("checked");
    const { told, overtaken } = telling(article, () => article.do(TWO, SENIOR, find(article)));
    expect([told, overtaken]).toEqual([["verdict to one"], ["tag: verdict"]]);
  });
});

it("each topic is told by some case", () => {
  const seen = new Set(CASES.flatMap(([, , , , , told]) => told.map((one) => one.split(" ")[0])));
  expect([...seen].toSorted()).toEqual(TOPICS.toSorted());
});
