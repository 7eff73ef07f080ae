import { describe, expect, it } from "vitest";

import type { ArticleEvent } from "~/core/event";
import { ArticleFact } from "~/core/shapes/event";
import type { UserId } from "~/core/ids";
import { QCU_1 } from "~/core/qcu";
import {
  ARTICLE,
  AUTHOR,
  commandNumber,
  commentNumber,
  DESK,
  EVIDENCE,
  NEWSROOM,
  ONE,
  TAG,
  tagNumber,
  THREAD,
  TWO,
} from "~/core/testing";
import type { Review } from "~/core/tag";
import { wordsOf } from "~/core/words";
import { type Known, tell, tellDeed } from "./sentences";
import { type Cases, lifeCases } from "./testing-life";

const TEXT = "The wall is 2 kilometres long.";
const names = new Map<UserId, string>([
  [ONE, "Ana"],
  [TWO, "Jon"],
]);

const known: Known = {
  scheme: QCU_1,
  person: (id) => names.get(id) ?? "Somebody",
  evidence: (id) => (id === EVIDENCE ? "Survey of 2024" : "an item"),
  typeOf: () => "claim",
  wordsOf: (id) => (id === TAG ? "The wall" : null),
  passage: (_, { start, end }) => TEXT.slice(start, end),
};

const open: Review = { state: "open", verdict: null, approval: null };
const checked = (finding: "confirmed" | "wrong", note: string | null = null): Review => ({
  state: "checked",
  verdict: { finding, by: TWO, at: 1, note: note === null ? null : wordsOf(note) },
  approval: null,
});
const stale: Review = { ...checked("confirmed"), state: "stale" };
const approved = (self: boolean): Review => ({
  ...checked("confirmed"),
  state: "approved",
  approval: { by: ONE, at: 2, self },
});
const moved = (from: Review, to: Review, reason: string | null = null) => ({
  tag: TAG,
  from,
  to,
  reason: reason === null ? null : wordsOf(reason),
});
const claim = { kind: "event", voice: "own", priority: "should", legal: false };
const quote = { form: "mixed", speaker: wordsOf("Mara Quill") };
const added = {
  tag: TAG,
  type: "claim",
  attributes: claim,
  note: null,
  revision: 1,
  span: { start: 0, end: 8 },
  state: "open" as const,
  schemeVersion: 1,
  evidence: [],
  imported: null,
};
const imported = {
  author: "A. Desk",
  at: null,
  state: "checked" as const,
  verdict: null,
  approval: null,
  evidence: [],
};
const details = { language: "en", direction: "ltr" as const, sourceUrl: null, desk: null };
const created = {
  newsroom: NEWSROOM,
  details,
  title: wordsOf("Wall"),
  author: AUTHOR,
  scheme: { id: "QCU", version: 1 },
};
const file = { format: "galley-json", sha256: "0".repeat(64), exportedAt: null, origin: null };
const share = (as: "assigned" | "reader") => ({ share: { person: TWO, as } });
const opened = {
  thread: THREAD,
  kind: "comment" as const,
  about: { tag: TAG, revision: 1, span: { start: 0, end: 8 } },
  comment: commentNumber(1),
  said: wordsOf(`Since when, [@Jon](person:${TWO})?`),
  mentions: [{ person: TWO }],
  blocking: false,
  addressee: null,
  due: null,
  imported: null,
};
const query = { ...opened, kind: "query" as const, addressee: { role: "checker" as const } };
const formerly = { by: "A. Desk", at: 1, editedAt: null };
const replied = {
  thread: THREAD,
  comment: commentNumber(2),
  said: wordsOf("Since 1902."),
  mentions: [],
  reopens: false,
  imported: null,
};
const ofThread = { thread: THREAD };
const removal = { ref: "3/to", passage: null, reason: wordsOf("A court order.") };

const cases: Cases = {
  ArticleCreated: [[created, "added the article", "Title: Wall"]],
  ArticleImported: [[file, "brought it in from a file (galley-json)"]],
  RevisionAdded: [[{ number: 2, text: wordsOf(TEXT), blocks: [] }, "added the text, revision 2"]],
  TagsCarried: [
    [
      {
        revision: 2,
        tags: [
          [TAG, "kept", 0, 4, null],
          [tagNumber(2), "altered", 5, 9, "words"],
          [tagNumber(3), "lost", 0, 0, "deleted"],
        ],
        threads: [[THREAD, "kept", 0, 4, null]],
      },
      "carried what was tagged into revision 2: 2 kept, 1 altered, 1 lost",
    ],
  ],
  TagReattached: [[{ tag: TAG, to: { start: 0, end: 8 } }, "attached it to words again", "Now: The wall"]],
  PlacementSettled: [
    [{ tag: TAG, settled: true }, "confirmed its new words"],
    [{ tag: TAG, settled: false }, "took back that its new words are right"],
  ],
  TitleChanged: [
    [
      { from: wordsOf("Wall"), to: wordsOf("The wall") },
      "changed the title",
      "Before: Wall",
      "Now: The wall",
    ],
  ],
  DetailChanged: [
    [{ name: "language", from: "en", to: "de" }, "changed the language from en to de"],
    [
      { name: "direction", from: "ltr", to: "rtl" },
      "changed the direction from left to right to right to left",
    ],
    [
      { name: "sourceUrl", from: null, to: "https://a.example" },
      "set the source address to https://a.example",
    ],
    [
      { name: "sourceUrl", from: "https://a.example", to: null },
      "took away the source address https://a.example",
    ],
    [{ name: "desk", from: null, to: DESK }, "gave it to another desk"],
    [{ name: "desk", from: DESK, to: null }, "took it off its desk"],
  ],
  ...lifeCases,
  ArticleArchived: [[{}, "archived the article"]],
  ArticleRestored: [[{}, "restored the article"]],
  RestrictionSet: [
    [{ from: false, to: true }, "restricted the article to named people"],
    [{ from: true, to: false }, "lifted the restriction"],
  ],
  ArticleShared: [
    [share("assigned"), "assigned Jon"],
    [share("reader"), "shared it with Jon, to read"],
  ],
  ArticleUnshared: [[share("reader"), "no longer shares it with Jon"]],
  TagAdded: [
    [added, "tagged this as Claim", "Kind: Event", "Voice: Own", "Priority: Should", "Legal: no"],
    [{ ...added, attributes: {}, state: "suggested" }, "suggested this as Claim"],
    [{ ...added, attributes: {}, imported }, "brought this in as Claim", "There by: A. Desk"],
  ],
  TypeChanged: [
    [
      { tag: TAG, from: { type: "claim", attributes: claim }, to: { type: "quote", attributes: quote } },
      "changed the type from Claim to Quote",
      "Form: Mixed",
      "Speaker: Mara Quill",
    ],
  ],
  AttributeSet: [
    [{ tag: TAG, name: "kind", from: "event", to: "quantity" }, "changed Kind from Event to Quantity"],
    [{ tag: TAG, name: "legal", from: false, to: true }, "changed Legal from no to yes"],
    [{ tag: TAG, name: "voice", from: null, to: "own" }, "set Voice to Own"],
    [{ tag: TAG, name: "voice", from: "own", to: null }, "emptied Voice, which was Own"],
    [{ tag: TAG, name: "speaker", from: null, to: wordsOf("Mara") }, "changed Speaker", "Now: Mara"],
    [{ tag: TAG, name: "cue", from: wordsOf("said"), to: null }, "changed Cue", "Before: said"],
  ],
  NoteSet: [
    [{ tag: TAG, from: null, to: wordsOf("Ask.") }, "wrote a note", "Now: Ask."],
    [{ tag: TAG, from: wordsOf("Ask."), to: wordsOf("Go.") }, "changed the note", "Before: Ask.", "Now: Go."],
    [{ tag: TAG, from: wordsOf("Ask."), to: null }, "took the note away", "Before: Ask."],
  ],
  EdgesMoved: [
    [
      { tag: TAG, from: { start: 0, end: 8 }, to: { start: 4, end: 8 } },
      "moved the edges",
      "Before: The wall",
      "Now: wall",
    ],
  ],
  EvidenceAttached: [[{ tag: TAG, evidence: EVIDENCE }, "added evidence: Survey of 2024"]],
  EvidenceDetached: [[{ tag: TAG, evidence: EVIDENCE }, "took evidence off: Survey of 2024"]],
  TagLinked: [
    [{ tag: tagNumber(2), kind: "about", target: TAG }, "linked it: about", "Other tag: The wall"],
    [{ tag: TAG, kind: "praises", target: tagNumber(2) }, "linked it: praises"],
  ],
  TagUnlinked: [
    [{ tag: tagNumber(2), kind: "about", target: TAG }, "took a link off: about", "Other tag: The wall"],
  ],
  SuggestionAccepted: [[moved({ ...open, state: "suggested" }, open), "accepted the suggestion"]],
  TagChecked: [
    [moved(open, checked("confirmed")), "set the verdict confirmed"],
    [
      moved(checked("confirmed"), checked("wrong", "It is 3.")),
      "changed the verdict from confirmed to wrong",
      "Note on the verdict: It is 3.",
    ],
    [moved(stale, checked("confirmed")), "confirmed the verdict confirmed again"],
  ],
  TagApproved: [
    [moved(checked("confirmed"), approved(false)), "approved it"],
    [moved(checked("confirmed"), approved(true)), "approved their own verdict"],
  ],
  TagReopened: [
    [
      moved(approved(false), open, "New figures."),
      "reopened it; the verdict confirmed no longer counts",
      "Reason: New figures.",
    ],
    [moved(checked("wrong"), open), "opened it again by that change; the verdict wrong no longer counts"],
  ],
  TagWentStale: [[moved(checked("confirmed"), stale, "Withdrawn."), "found it stale", "Reason: Withdrawn."]],
  TagDismissed: [
    [moved(open, { ...open, state: "dismissed" }, "Opinion."), "dismissed it", "Reason: Opinion."],
  ],
  TagWithdrawn: [[moved(open, { ...open, state: "withdrawn" }), "withdrew it"]],
  TagRestored: [[moved({ ...open, state: "dismissed" }, open), "restored it"]],
  ThreadOpened: [
    [opened, "commented", "Said: Since when, @Jon?"],
    [
      { ...opened, about: null, blocking: true },
      "commented, which holds up the article",
      "Said: Since when, @Jon?",
    ],
    [query, "asked the checkers", "Said: Since when, @Jon?"],
    [
      { ...query, about: null, addressee: { person: TWO }, due: Date.UTC(2030, 0, 2, 15, 4) },
      "asked Jon",
      "Said: Since when, @Jon?",
      "By: 2 Jan 2030, 15:04",
    ],
    [
      {
        ...opened,
        about: null,
        said: wordsOf("Sure?"),
        imported: { ...formerly, addressee: null, resolved: null },
      },
      "brought in a comment",
      "Said: Sure?",
      "There by: A. Desk",
    ],
  ],
  CommentAdded: [
    [replied, "replied", "Said: Since 1902."],
    [{ ...replied, reopens: true }, "replied, which opened the thread again", "Said: Since 1902."],
    [{ ...replied, imported: formerly }, "replied", "Said: Since 1902.", "There by: A. Desk"],
  ],
  CommentEdited: [
    [
      {
        ...ofThread,
        comment: commentNumber(2),
        from: wordsOf("1902."),
        to: wordsOf("In 1902."),
        mentions: [],
      },
      "changed a comment",
      "Before: 1902.",
      "Now: In 1902.",
    ],
  ],
  ThreadResolved: [[ofThread, "resolved the thread"]],
  ThreadReopened: [[ofThread, "opened the thread again"]],
  ThreadWithdrawn: [[ofThread, "withdrew the thread"]],
  ThreadRestored: [[ofThread, "restored the thread"]],
  BlockingSet: [
    [{ ...ofThread, from: false, to: true }, "made the thread hold up the article"],
    [{ ...ofThread, from: true, to: false }, "let the thread hold up the article no longer"],
  ],
  QueryReaddressed: [
    [
      { ...ofThread, from: { person: ONE }, to: { role: "standards" } },
      "passed the query from Ana on to the standards editors",
    ],
  ],
  QueryDueSet: [
    [{ ...ofThread, from: null, to: Date.UTC(2030, 0, 2, 15, 4) }, "wants the answer by 2 Jan 2030, 15:04"],
    [{ ...ofThread, from: 5, to: null }, "wants the answer at no certain time"],
  ],
  TextRedacted: [
    [removal, "removed words from the record", "Reason: A court order."],
    [
      { ...removal, passage: { start: 0, end: 8 } },
      "removed 8 characters of the text from the record",
      "Reason: A court order.",
    ],
  ],
};

function eventOf(fact: unknown, undoes: number | null = null): ArticleEvent {
  return {
    log: ARTICLE,
    seq: 9,
    version: 1,
    at: 1_800_000_000_000,
    actor: ONE,
    role: "checker",
    revision: null,
    command: commandNumber(1),
    undoes,
    ...ArticleFact.parse(fact),
  };
}

function read(event: ArticleEvent): string[] {
  const told = tell(event, known);
  const lines = told.details.map(
    ({ label, words }) => `${label}: ${typeof words === "string" ? words : (words.words ?? "—")}`,
  );
  return [told.says, ...lines];
}

describe("the history's sentences", () => {
  const rows = Object.entries(cases).flatMap(([type, bodies]) =>
    bodies.map(([body, ...sentences]) => ({
      name: `${type}: ${sentences[0]}`,
      fact: { type, body },
      sentences,
    })),
  );
  it.each(rows)("$name", ({ fact, sentences }) => {
    expect(read(eventOf(fact))).toEqual(sentences);
  });

  it("say of what was undone what it is again", () => {
    const back = { type: "TagRestored", body: moved(approved(false), checked("confirmed")) };
    expect(read(eventOf(back, 8))).toEqual(["set it back to checked"]);
  });

  it("keep words that were removed as removed", () => {
    const removed = { ref: "3/to", words: null, removedAt: 5 };
    const noted = eventOf({ type: "NoteSet", body: { tag: TAG, from: null, to: removed } });
    expect(tell(noted, known).details).toEqual([{ label: "Now", words: removed }]);
  });
});

describe("what one command did", () => {
  const facts: [string, unknown][] = [
    ["added 14 claims", { type: "TagAdded", body: added }],
    [
      "set Kind to Event, on 14 tags",
      { type: "AttributeSet", body: { tag: TAG, name: "kind", from: "quantity", to: "event" } },
    ],
    [
      "dismissed 14 tags",
      { type: "TagDismissed", body: moved(open, { ...open, state: "dismissed" }, "No.") },
    ],
    ["withdrew 14 tags", { type: "TagWithdrawn", body: moved(open, { ...open, state: "withdrawn" }) }],
    ["approved 14 tags", { type: "TagApproved", body: moved(checked("wrong"), approved(false)) }],
    ["changed 14 tags", { type: "NoteSet", body: { tag: TAG, from: null, to: wordsOf("Go.") } }],
  ];
  it.each(facts)("to many tags: %s", (sentence, fact) => {
    expect(tellDeed({ first: eventOf(fact), tags: 14, alike: true }, known)).toBe(sentence);
  });

  it("to one tag is told as the history tells it; different things are told as a change", () => {
    const first = eventOf({ type: "EvidenceAttached", body: { tag: TAG, evidence: EVIDENCE } });
    expect(tellDeed({ first, tags: 1, alike: true }, known)).toBe("added evidence: Survey of 2024");
    expect(tellDeed({ first, tags: 3, alike: false }, known)).toBe("changed 3 tags");
  });
});
