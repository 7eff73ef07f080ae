import fc from "fast-check";
import { parseOptions } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { hashPassword, NOBODY, passwordProblem, verifyPassword } from "./passwords";

const nora = { name: "Nora Falk", email: "nora.falk@courier.example" };

describe("keeping a password", () => {
  it("costs what OWASP asks for, and as much for nobody", async () => {
    const kept = parseOptions(await hashPassword("harbour lamps at dusk"));
    expect(kept).toMatchObject({
      algorithm: 2,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      saltLen: 16,
    });
    expect(parseOptions(NOBODY)).toEqual(kept);
  });

  it("knows it again, and no other; each hash has a salt of its own", async () => {
    const [one, two] = await Promise.all([
      hashPassword("harbour lamps at dusk"),
      hashPassword("harbour lamps at dusk"),
    ]);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "harbour lamps at dusk")).toBe(true);
    expect(await verifyPassword(one, "harbour lamps at dusK")).toBe(false);
    expect(await verifyPassword(null, "")).toBe(false);
  });
});

describe("judging a new password", () => {
  it.each([
    "harbour lamps at dusk",
    "трамвай под дождём",
    "🦀 under the long pier",
    "x7#Qm!2vPz9&",
    "a falcon over the quay",
  ])("takes %j", (password) => {
    expect(passwordProblem(password, nora)).toBeNull();
  });

  it.each([
    ["", "0 characters"],
    ["short", "5 characters"],
    ["elevenchars", "11 characters"],
    ["😀😀😀", "3 characters"],
    ["password1234", "the first"],
    ["Pass-Word 2026!", "the first"],
    ["correcthorsebatterystaple", "the first"],
    ["Correct Horse Battery Staple!", "the first"],
    ["aaaaaaaaaaaa", "the first"],
    ["abcabcabcabcabc", "the first"],
    ["123456789012", "the first"],
    ["210987654321", "the first"],
    ["qwertyuiop[]asdf", "the first"],
    ["November 2026", "the first"],
    ["nora.falk@courier.example", "mostly"],
    ["NoraFalk2026", "mostly"],
    ["galley-galley-7", "the first"],
    ["galley pages", "mostly"],
    ["harbour\0lamps at dusk", "cannot be stored"],
    ["harbour \ud800 lamps at dusk", "cannot be stored"],
    ["long ".repeat(41), "too long"],
  ])("refuses %j", (password, why) => {
    expect(passwordProblem(password, nora)).toContain(why);
  });

  it("answers every text, and never passes what is short", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (password) => {
        const problem = passwordProblem(password, nora);
        if (Array.from(password).length < 12) expect(problem).not.toBeNull();
      }),
    );
  });
});
