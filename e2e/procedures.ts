import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** What somebody does without looking at it: by the procedures that their pages call, in their name. */

async function call(page: Page, procedure: string, json: unknown): Promise<void> {
  const headers = { origin: new URL(page.url()).origin, "x-galley": "1" };
  const answer = await page.context().request.post(`/api/trpc/${procedure}`, { headers, data: { json } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Carries out a command on the article. @returns its id, by which it can be undone */
export async function execute(page: Page, { id }: AddedArticle, command: object): Promise<string> {
  const commandId = randomUUID();
  await call(page, "articles.execute", { article: id, commandId, command });
  return commandId;
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

/** Tags the first place of a word as a claim. @returns the tag's id */
export async function tagWord(page: Page, added: AddedArticle, word: string): Promise<string> {
  const tag = randomUUID();
  const start = added.text.indexOf(word);
  const span = { start, end: start + word.length };
  await execute(page, added, { type: "addTag", tag, as: "claim", span, attributes: {} });
  return tag;
}

/** Sets the article's deadline, in milliseconds since 1970: one long past comes first in every queue. */
export async function setDeadline(page: Page, added: AddedArticle, to: number): Promise<void> {
  await execute(page, added, { type: "setDeadline", from: null, to });
}

/** The id of whoever is signed in. */
export async function personOf(page: Page): Promise<string> {
  return (await read<{ person: string }>(page, "account.me")).person;
}

/** What a decision over the article as it stands has seen of its text. */
async function seenText(page: Page, { id }: AddedArticle): Promise<string> {
  const opened = await read<{ slice: { revision: { digest: string } } }>(page, "articles.open", {
    article: id,
  });
  return opened.slice.revision.digest;
}

async function read<Answer>(page: Page, procedure: string, json: object = {}): Promise<Answer> {
  const input = new URLSearchParams({ input: JSON.stringify({ json }) });
  const answer = await page.context().request.get(`/api/trpc/${procedure}?${input}`);
  return ((await answer.json()) as { result: { data: { json: Answer } } }).result.data.json;
}

/** Publishes an article of which nothing is tagged. */
export async function publish(page: Page, added: AddedArticle): Promise<void> {
  const sees = await seenText(page, added);
  await execute(page, added, { type: "sendToReview" });
  await execute(page, added, { type: "signOff", sees });
  await execute(page, added, { type: "publish", sees, overrides: [] });
}

/** Begins a refile of a published article, and puts in its new text. */
export async function beginRefile(page: Page, added: AddedArticle, text: string): Promise<void> {
  await execute(page, added, { type: "beginCorrection", class: "refile" });
  const sees = await seenText(page, added);
  await call(page, "articles.revise", { article: added.id, commandId: randomUUID(), sees, text });
}
