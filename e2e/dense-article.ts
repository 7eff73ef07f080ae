import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { v7 } from "uuid";

import { newsroom } from "./people";
import { paragraph, sentence } from "./prose";

/**
 * An article in which tags do to each other everything that they may: lie in each other five deep, cross, share
 * the very same words, crowd on one sentence, stand thirty to a screen, and run over twenty paragraphs.
 */

interface DenseTag {
  readonly as: string;
  readonly start: number;
  readonly end: number;
}

/** What the parts of the dense article are found by. */
export const DENSE = {
  nested: "The council admitted on Tuesday that the wall would perhaps not hold",
  innermost: "perhaps",
  crossing: "The cost of the wall has doubled since the spring and nobody at the office can say why it has",
  twins: "the pumps were switched off",
  crowded: "Ten boats, nine crews, eight nets, seven lamps, six bells, five ropes",
  wide: "What follows, from here to the end of the minutes, was read out by the clerk.",
  endless: 20_000,
} as const;

/** The article's text and its tags, in UTF-16 code units. */
export function denseArticle(): { text: string; tags: DenseTag[] } {
  const lines: string[] = [];
  const tags: DenseTag[] = [];
  let length = 0;
  const write = (line: string, marked: readonly (readonly [as: string, words: string])[] = []) => {
    for (const [as, words] of marked) {
      const at = line.indexOf(words);
      if (at === -1) throw new Error(`“${words}” is not in “${line}”.`);
      tags.push({ as, start: length + at, end: length + at + words.length });
    }
    lines.push(line);
    length += line.length + 1;
  };

  write("A Wall of Tags in Kelmouth");
  write("Everything that tags may do to each other, in one place, so that it can be looked at.");
  write("");
  write(`${DENSE.nested} through the winter, she said. ${paragraph(1, 2)}`, [
    ["claim", DENSE.nested],
    ["quote", "on Tuesday that the wall would perhaps not hold"],
    ["claim", "the wall would perhaps not hold"],
    ["uncertainty", "would perhaps not"],
    ["uncertainty", DENSE.innermost],
  ]);
  write("");
  write(`${DENSE.crossing}. ${paragraph(3, 2)}`, [
    ["claim", "The cost of the wall has doubled since the spring"],
    ["quote", "doubled since the spring and nobody at the office"],
    ["uncertainty", "nobody at the office can say why it has"],
  ]);
  write("");
  write(`On the night in question ${DENSE.twins}. ${sentence(5)}`, [
    ["claim", DENSE.twins],
    ["quote", DENSE.twins],
    ["uncertainty", DENSE.twins],
  ]);
  write("");
  write(`${DENSE.crowded}. ${sentence(6)}`, [
    ["claim", "Ten boats"],
    ["quote", "nine crews"],
    ["uncertainty", "eight nets"],
    ["claim", "seven lamps"],
    ["quote", "six bells"],
    ["uncertainty", "five ropes"],
    ["claim", "Ten boats, nine crews, eight nets"],
    ["quote", "seven lamps, six bells, five ropes"],
    ["claim", DENSE.crowded],
    ["uncertainty", "nine"],
    ["quote", "seven"],
    ["claim", "five"],
  ]);
  write("");
  for (let line = 0; line < 10; line += 1) {
    const [one, two, three] = [0, 1, 2].map((place) => sentence(10 + 3 * line + place));
    write([one, two, three].join(" "), [
      ["claim", one!.slice(0, -1)],
      ["quote", two!.slice(0, -1)],
      ["uncertainty", three!.slice(0, -1)],
    ]);
  }
  write("");
  const start = length;
  write(DENSE.wide);
  for (let line = 0; line < 19; line += 1) {
    const second = sentence(101 + 2 * line).slice(0, -1);
    write(paragraph(100 + 2 * line, 2), line % 4 === 0 ? [["quote", second]] : []);
  }
  tags.push({ as: "claim", start, end: length - 1 });
  write("");
  let endless = "";
  const marked: [string, string][] = [];
  for (let number = 200; endless.length < DENSE.endless; number += 1) {
    const words = sentence(number);
    endless += `${endless === "" ? "" : " "}${words}`;
    if (number % 6 === 0)
      marked.push([["claim", "quote", "uncertainty"][(number / 6) % 3]!, words.slice(0, -1)]);
  }
  write(endless, marked);
  return { text: lines.join("\n"), tags };
}

/** Adds a text as an article, past the form, for whoever is signed in on the page; gives its address. */
export async function addArticle(page: Page, text: string): Promise<string> {
  const article = v7();
  await ask(page, "articles.create", {
    newsroom: newsroom.split("/").at(-1),
    articleId: article,
    commandId: randomUUID(),
    text,
    again: true,
  });
  return `/articles/${article}`;
}

/** Tags an article, past the page. */
export async function addTags(page: Page, path: string, tags: readonly DenseTag[]): Promise<void> {
  const items = tags.map(({ as, start, end }) => ({
    type: "addTag",
    tag: v7(),
    as,
    span: { start, end },
    attributes: {},
  }));
  await ask(page, "articles.execute", {
    article: path.split("/").at(-1),
    commandId: randomUUID(),
    command: { type: "several", items },
  });
}

async function ask(page: Page, procedure: string, input: unknown): Promise<void> {
  const answer = await page.request.post(`/api/trpc/${procedure}`, {
    headers: { "x-galley": "1", origin: new URL(page.url()).origin },
    data: { json: input },
  });
  if (!answer.ok()) throw new Error(`${procedure}: ${await answer.text()}`);
}
