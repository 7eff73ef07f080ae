import { describe, expect, it } from "vitest";

import { AUDIT_KINDS, eventsOfKind, mayReadWords, newsroomLogFor, withoutWords } from "./audit";
import type { Article } from "./article";
import type { Role } from "./policy";
import { AUTHOR, ONE } from "./testing";

const actor = (...roles: Role[]) => ({ id: ONE, roles });
type Held = Pick<Article, "author" | "shares">;
const theirs: Held = { author: AUTHOR, shares: [] };
const shared: Held = { author: AUTHOR, shares: [{ person: ONE, as: "reader" }] };

describe("kinds of events", () => {
  it("name no type twice", () => {
    const types = AUDIT_KINDS.map(eventsOfKind).flatMap((of) => ("types" in of ? of.types : []));
    expect(new Set(types).size).toBe(types.length);
  });

  it("leave to the article what no other kind names", () => {
    const of = eventsOfKind("article");
    const others = "ofArticlesBut" in of ? of.ofArticlesBut : [];
    expect(others).toEqual(expect.arrayContaining(["TagAdded", "TextRedacted"]));
    expect(others).not.toContain("RevisionAdded");
  });
});

describe("whose words somebody may read", () => {
  const cases: [Role, string, Held | null, boolean][] = [
    ["checker", "NoteSet", theirs, true],
    ["admin", "NoteSet", theirs, false],
    ["admin", "NoteSet", shared, false],
    ["counsel", "NoteSet", theirs, false],
    ["counsel", "NoteSet", shared, true],
    ["admin", "PersonInvited", null, true],
    ["managing-editor", "PersonInvited", null, true],
    ["standards", "PersonInvited", null, false],
    ["admin", "EvidenceAdded", null, false],
    ["reporter", "EvidenceAdded", null, true],
  ];
  it.each(cases)("%s, %s", (role, type, article, expected) => {
    expect(mayReadWords(actor(role), { type }, article)).toBe(expected);
  });

  it("of the newsroom's own log", () => {
    const roles: Role[] = [
      "reporter",
      "checker",
      "standards",
      "managing-editor",
      "editor",
      "admin",
      "counsel",
    ];
    expect(roles.map((role) => newsroomLogFor(actor(role)))).toEqual([
      "evidence",
      "evidence",
      "all",
      "all",
      "all",
      "all",
      "none",
    ]);
  });
});

it("what is withheld keeps its shape, and when words were removed", () => {
  const body = {
    tag: "t",
    from: null,
    to: { ref: "3/to", words: "It is 3." },
    list: [{ said: { ref: "4/said", words: null, removedAt: 5 } }],
  };
  expect(withoutWords(body)).toEqual({
    tag: "t",
    from: null,
    to: { ref: "3/to", words: null },
    list: [{ said: { ref: "4/said", words: null, removedAt: 5 } }],
  });
});
