import { expect, it } from "vitest";

import { guessBlocks } from "~/core/blocks";
import { headingsOf } from "./headings";

it("finds the headline and the headings between paragraphs, and no sentence", () => {
  const text = [
    "Harbour wall will cost 412 million",
    "",
    "The council may vote on Tuesday, two people said, after a long night of talks about the wall.",
    "",
    "What the survey found",
    "",
    "The wall is 2 kilometres long. It was built in 1902, and nobody has looked into it since the war.",
    "",
    "“No,” she said.",
    "",
    "## What comes next",
    "",
    "A vote follows in the spring, when the new members of the council will have taken their seats.",
  ].join("\n");
  const found = headingsOf(text, guessBlocks(text));
  expect(found.map(({ words, level }) => `${level} ${words}`)).toEqual([
    "1 Harbour wall will cost 412 million",
    "2 What the survey found",
    "2 What comes next",
  ]);
  for (const { start, words } of found) expect(text.slice(start)).toMatch(new RegExp(`^(## )?${words}`));
});
