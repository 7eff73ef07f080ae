import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** What somebody does without looking at it: by the procedures that their pages call, in their name. */

async function call(page: Page, procedure: string, json: unknown): Promise<void> {
  const headers = { origin: new URL(page.url()).origin, "x-galley": "1" };
  const answer = await page.context().request.post(`/api/trpc/${procedure}`, { headers, data: { json } });
  expect(answer.status(), await answer.text()).toBe(200);
}

export interface AddedArticle {
  readonly id: string;
  readonly text: string;
}

/** Adds an article of this text to the demo newsroom. */
export async function addArticle(page: Page, text: string): Promise<AddedArticle> {
  const id = randomUUID();
  const about = { articleId: id, commandId: randomUUID(), newsroom: "harbour-courier", language: "en" };
  await call(page, "articles.create", { ...about, text });
  return { id, text };
}

/** Tags the first place of a word as a claim. */
export async function tagWord(page: Page, { id, text }: AddedArticle, word: string): Promise<void> {
  const start = text.indexOf(word);
  const span = { start, end: start + word.length };
  const command = { type: "addTag", tag: randomUUID(), as: "claim", span, attributes: {} };
  await call(page, "articles.execute", { article: id, commandId: randomUUID(), command });
}
