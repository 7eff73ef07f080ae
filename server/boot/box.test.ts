import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { box } from "./box";
import { accountsAtFirst } from "./first-run";

const facts = {
  address: "http://127.0.0.1:3000",
  development: false,
  data: ".galley/database",
  seconds: 4.26,
  accounts: [],
  embedded: true,
  setUpLink: null,
};

it("frames what a person needs, every line as wide as the next", () => {
  const shown = box({
    ...facts,
    accounts: [
      { newsroom: "The Courier", role: "Reporter", email: "nora@courier.example", password: "a password" },
      {
        newsroom: "The Courier",
        role: "Managing editor",
        email: "t@courier.example",
        password: "a password",
      },
      { newsroom: "The Post", role: "Editor", email: "owen@post.example", password: "a password" },
    ],
  });
  const lines = shown.split("\n");
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  for (const words of ["after 4.3 s", facts.address, facts.data, "Ctrl-C", "npm run db:reset"])
    expect(shown).toContain(words);
  expect(shown).toContain("Reporter         nora@courier.example  a password");
  const under = (name: string) => lines.findIndex((line) => line.includes(`the demo newsroom ${name}:`));
  expect(lines[under("The Courier") + 2]).toContain("t@courier.example");
  expect(lines[under("The Post") + 1]).toContain("Editor           owen@post.example     a password");
});

it("shows the set-up link while there is no administrator, and no demo accounts where there are none", () => {
  const shown = box({ ...facts, setUpLink: "http://127.0.0.1:3000/join#abc" });
  expect(shown).toContain("/join#abc");
  expect(shown).not.toContain("demo");
});

it("offers to start over only where that empties nobody's own server", () => {
  expect(box({ ...facts, embedded: false })).not.toContain("db:reset");
});

it("is shown by the README as a first start prints it", () => {
  const printed = box({ ...facts, seconds: 71.4, accounts: accountsAtFirst() });
  expect(readFileSync("README.md", "utf8")).toContain(printed);
});
