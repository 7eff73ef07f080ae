import { describe, expect, it } from "vitest";

import { DomainError } from "./errors";
import { UserId } from "./shapes/ids";
import {
  can,
  mayManage,
  mustBeAllowed,
  POLICY,
  reachOf,
  type Role,
  ROLES,
  ROLES_OF_DESK,
  type Verb,
  whoCan,
} from "./policy";
import type { Grade } from "./scheme";

const ME = UserId.parse("018f0000-0000-7000-8000-000000000001");
const OTHER = UserId.parse("018f0000-0000-7000-8000-000000000002");

/** y: everywhere; o: own and assigned articles; s: shared ones too; -: never. Columns as in ROLES. */
const TABLE: Record<Verb, string> = {
  //                        rep copy chk std man edi adm cou sys
  "create article": "y   y    -   -   y   y   -   -   -",
  "read text": "s   y    y   y   y   y   -   s   -",
  "change details": "o   y    -   -   y   y   -   -   -",
  "add revision": "o   y    -   -   y   y   -   -   -",
  "add revision: after draft": "-   y    -   -   y   y   -   -   -",
  archive: "o   y    -   -   y   y   -   -   -",
  "send to review": "o   y    -   -   y   y   -   -   -",
  "send back": "-   y    y   y   y   y   -   -   -",
  "sign off": "-   y    -   -   y   y   -   -   -",
  "sign off: standards": "-   -    -   y   y   y   -   -   -",
  publish: "-   -    -   -   y   y   -   -   -",
  "publish: where the desk allows": "-   y    -   -   y   y   -   -   -",
  "override the gate": "-   -    -   -   y   y   -   -   -",
  refile: "-   y    -   -   y   y   -   -   -",
  correct: "-   -    -   y   y   y   -   -   -",
  "withdraw article": "-   -    -   -   y   y   -   -   -",
  spike: "-   y    -   y   y   y   -   -   -",
  "set deadline": "-   y    y   y   y   y   -   -   -",
  share: "-   y    -   y   y   y   -   -   -",
  restrict: "-   -    -   y   y   y   -   -   -",
  redact: "-   -    -   y   y   y   -   -   -",
  tag: "o   y    y   y   y   y   -   -   -",
  suggest: "-   -    -   -   -   -   -   -   y",
  "dismiss another's tag": "-   y    -   y   y   y   -   -   -",
  "dismiss a checked tag": "-   -    -   y   y   y   -   -   -",
  "set verdict": "-   y    y   y   y   y   -   -   -",
  "set verdict: must": "-   -    y   y   y   y   -   -   -",
  "set verdict: legal": "-   -    y   y   y   y   -   -   -",
  "set verdict: anonymous": "-   -    y   y   y   y   -   -   -",
  approve: "-   y    y   y   y   y   -   -   -",
  "approve: must": "-   y    y   y   y   y   -   -   -",
  "approve: legal": "-   -    -   y   y   y   -   -   -",
  "approve: anonymous": "-   -    -   y   y   y   -   -   -",
  reopen: "-   -    y   y   y   y   -   -   -",
  take: "o   y    y   y   y   y   -   -   -",
  assign: "-   y    -   y   y   y   -   -   -",
  "assign: among checkers": "-   y    y   y   y   y   -   -   -",
  waive: "-   y    -   y   y   y   -   -   -",
  "waive: must": "-   -    -   -   y   y   -   -   -",
  "waive: legal": "-   -    -   y   y   y   -   -   -",
  "waive: anonymous": "-   -    -   y   y   y   -   -   -",
  "vouch for a source": "-   y    -   y   y   y   -   -   -",
  comment: "o   y    y   y   y   y   -   s   -",
  ask: "o   y    y   y   y   y   -   -   -",
  "settle for others": "-   y    y   y   y   y   -   -   -",
  "mark stale": "-   -    -   -   -   -   -   -   y",
  "recheck the gate": "-   -    -   -   -   -   -   -   y",
  "read history": "o   y    y   y   y   y   -   -   -",
  "read audit": "o   y    y   y   y   y   y   s   -",
  "read newsroom log": "-   -    -   y   y   y   y   -   -",
  "view evidence": "y   y    y   y   y   y   -   -   -",
  export: "o   y    y   y   y   y   -   -   -",
  "add evidence": "y   y    y   y   y   y   -   -   -",
  "withdraw evidence": "-   y    y   y   y   y   -   -   -",
  "view members": "-   -    -   -   y   y   y   -   -",
  "manage members": "-   -    -   -   -   -   y   -   -",
  "manage newsroom": "-   -    -   -   -   -   y   -   -",
};

const article = (author: UserId, assigned: UserId[] = []) => ({
  author,
  shares: assigned.map((person) => ({ person, as: "assigned" as const })),
});

describe("every role and verb has its answer", () => {
  const rows = Object.entries(TABLE).flatMap(([verb, cells]) =>
    cells.split(/\s+/).map((cell, column) => ({ verb: verb as Verb, role: ROLES[column]!, cell })),
  );

  it("covers the whole policy", () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(POLICY).sort());
    expect(rows).toHaveLength(Object.keys(POLICY).length * ROLES.length);
  });

  it.each(rows)("$role: $verb is $cell", ({ verb, role, cell }) => {
    const actor = { id: ME, roles: [role] };
    expect(can(actor, verb, { article: article(OTHER) }).allowed).toBe(cell === "y");
    expect(can(actor, verb, { article: article(ME) }).allowed).toBe(cell !== "-");
    expect(can(actor, verb, { article: article(OTHER, [ME]) }).allowed).toBe(cell !== "-");
    const shared = { author: OTHER, shares: [{ person: ME, as: "reader" as const }] };
    expect(can(actor, verb, { article: shared }).allowed).toBe(cell === "y" || cell === "s");
  });
});

describe("grades", () => {
  const cases: [Role[], Grade["name"][], "set verdict" | "approve", boolean][] = [
    [["copy-editor"], [], "set verdict", true],
    [["copy-editor"], ["must"], "set verdict", false],
    [["copy-editor"], ["must"], "approve", true],
    [["copy-editor"], ["must", "legal"], "approve", false],
    [["checker"], ["must", "legal"], "set verdict", true],
    [["checker"], ["anonymous"], "approve", false],
    [["standards"], ["must", "legal"], "approve", true],
    [["copy-editor", "standards"], ["must", "legal"], "approve", true],
    [["editor"], ["must", "legal", "anonymous"], "approve", true],
    [["admin"], [], "approve", false],
  ];
  it.each(cases)("%j with %j may %s: %s", (roles, grades, verb, allowed) => {
    expect(can({ id: ME, roles }, verb, { article: article(OTHER), grades }).allowed).toBe(allowed);
  });
});

it.each(ROLES)("the settings of the newsroom are something for a %s, or not", (role) => {
  const some: Role[] = ["managing-editor", "editor", "admin"];
  expect(mayManage({ id: ME, roles: [role] })).toBe(some.includes(role));
});

describe("of which articles a verb is somebody's", () => {
  const cases: [Role[], Verb, ReturnType<typeof reachOf>][] = [
    [["checker"], "read audit", "all"],
    [["admin"], "read audit", "all"],
    [["reporter"], "read audit", "own"],
    [["counsel"], "read audit", "shared"],
    [["reporter", "counsel"], "read audit", "shared"],
    [["counsel", "admin"], "read audit", "all"],
    [["counsel"], "read history", null],
    [["editor"], "read text", "all"],
    [[], "read audit", null],
  ];
  it.each(cases)("%j: %s reaches %s", (roles, verb, reach) => {
    expect(reachOf({ id: ME, roles }, verb)).toBe(reach);
  });
});

describe("refusals", () => {
  it("say who can", () => {
    const refused = () =>
      mustBeAllowed({ id: ME, roles: ["reporter"] }, "approve", { article: article(ME), grades: ["legal"] });
    expect(refused).toThrow(DomainError);
    expect(refused).toThrow(
      "Approving a legal claim takes a standards editor or a managing editor (on a small desk: an editor).",
    );
  });

  /** What each role is called in a sentence. */
  const CALLED: Record<Exclude<Role, "editor">, string> = {
    reporter: "reporter",
    "copy-editor": "copy editor",
    checker: "checker",
    standards: "standards editor",
    "managing-editor": "managing editor",
    admin: "administrator",
    counsel: "counsel",
    system: "Galley itself",
  };
  const SMALL_DESK = " (on a small desk: an editor)";

  it.each(Object.entries(TABLE) as [Verb, string][])(
    "to %s: name whoever can, and nobody else",
    (verb, row) => {
      const cells = row.split(/\s+/);
      const cellOf = (role: Role) => cells[ROLES.indexOf(role)]!;
      for (const role of ROLES.filter((one) => cellOf(one) === "-")) {
        const answer = can({ id: ME, roles: [role] }, verb, { article: article(ME) });
        const why = answer.allowed ? "allowed" : answer.why;
        expect(why).toMatch(/^[A-Z].* takes (a|an|the|Galley) .+\.$/);
        const [what, who = ""] = why.split(" takes ");
        expect(what!.length).toBeGreaterThan(3);
        for (const [other, called] of Object.entries(CALLED) as [Role, string][])
          expect(who.includes(called), `${why} (${other})`).toBe(cellOf(other) !== "-");
        expect(who.includes(SMALL_DESK), why).toBe(cellOf("editor") !== "-");
        const isOwn = cellOf("reporter") === "o" || cellOf("reporter") === "s";
        expect(who.includes("the reporter whose article it is"), why).toBe(isOwn);
      }
    },
  );

  it("say of no two verbs the same", () => {
    const sentences = (Object.keys(POLICY) as Verb[]).map((verb) => {
      const answer = can({ id: ME, roles: [] }, verb);
      return answer.allowed ? "allowed" : answer.why;
    });
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("calls Galley by its name alone", () => {
    expect(whoCan("suggest")).toBe("Galley itself");
  });

  it("say nothing may be done by somebody without a role", () => {
    for (const verb of Object.keys(POLICY) as Verb[])
      expect(can({ id: ME, roles: [] }, verb).allowed).toBe(false);
  });
});

it("nobody can be given Galley's own role", () => {
  expect(Object.values(ROLES_OF_DESK).flat()).not.toContain("system");
});
