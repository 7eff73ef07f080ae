import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mentionsIn, withoutTargets, withTargets } from "./mentions";
import { ONE, TWO } from "./testing";

const PEOPLE = [
  { name: "Ana", who: { person: ONE } },
  { name: "Ana Lund", who: { person: TWO } },
  { name: "checkers", who: { role: "checker" } },
] as const;

describe("mentions", () => {
  const cases: [string, string, string][] = [
    ["somebody", "Ask @Ana.", `Ask [@Ana](person:${ONE}).`],
    ["the longer name", "@Ana Lund knows", `[@Ana Lund](person:${TWO}) knows`],
    ["a role", "for @checkers!", "for [@checkers](role:checker)!"],
    ["not part of a longer word", "@Anatole and @Ana1", "@Anatole and @Ana1"],
    ["not an address", "mail ana@Ana", "mail ana@Ana"],
    ["nobody", "@nobody @", "@nobody @"],
    ["twice", "@Ana, @Ana", `[@Ana](person:${ONE}), [@Ana](person:${ONE})`],
  ];
  it.each(cases)("are written for %s", (_, typed, stored) => {
    expect(withTargets(typed, PEOPLE)).toBe(stored);
    expect(withoutTargets(stored)).toBe(typed);
    expect(withTargets(stored, PEOPLE)).toBe(stored);
  });

  it("are found once each, and only for what there is", () => {
    expect(
      mentionsIn(
        `[@A](person:${ONE}) [@B](person:${ONE}) [@c](role:checker) [@d](role:king) [@e](role:admin) [f](role:checker)`,
      ),
    ).toEqual([{ person: ONE }, { role: "checker" }]);
  });

  it("survive a round trip through any words", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("@Ana", "@Ana Lund", "@", " ", "x", "[", "](", "@checkers", "\n")),
        (parts) => {
          const typed = parts.join("");
          expect(withoutTargets(withTargets(typed, PEOPLE))).toBe(typed);
        },
      ),
    );
  });
});
