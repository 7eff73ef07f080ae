import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";

import type { ArticleCommand } from "~/core/shapes/command";
import { ArticleId, CommandId, EvidenceId, SessionId, TagId } from "~/core/shapes/ids";
import { testDatabase } from "~/db/testing";
import { newsroomWithDesks } from "~/db/testing-members";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

const db = await testDatabase();
let clock = Date.UTC(2026, 10, 22, 9);
const commandId = () => CommandId.parse(randomUUID());

it("is what an article's tags rest on, or rested on before it was taken off, and no other article's", async () => {
  const home = await newsroomWithDesks(db, "harbour");
  const nora = await home.member("Nora", ["reporter"]);
  const viewer = { person: nora, session: SessionId.parse(randomUUID()), name: "", email: "" };
  const api = createCallerFactory(appRouter)({ db, viewer, now: () => (clock += 1_000) });

  const addArticle = async (text: string) => {
    const article = ArticleId.parse(randomUUID());
    const about = { newsroom: home.slug, articleId: article, commandId: commandId(), text };
    expect(await api.articles.create(about)).toMatchObject({ status: "created" });
    return article;
  };
  const addEvidence = async (reference: string) => {
    const evidence = EvidenceId.parse(randomUUID());
    const more = { locator: null, retrievedAt: null, note: null };
    await api.evidence.add({
      newsroom: home.slug,
      commandId: commandId(),
      command: { type: "addEvidence", evidence, kind: "document", reference, ...more },
    });
    return evidence;
  };

  const article = await addArticle("The quay was closed at noon.\n");
  const other = await addArticle("The ferry is late.\n");
  const tag = TagId.parse(randomUUID());
  const change = (command: ArticleCommand) =>
    api.articles.execute({ article, commandId: commandId(), command });
  await change({ type: "addTag", tag, as: "claim", span: { start: 0, end: 8 }, attributes: {} });
  const kept = await addEvidence("Kept");
  const off = await addEvidence("Taken off");
  await addEvidence("Never used");
  for (const evidence of [kept, off]) await change({ type: "attachEvidence", tag, evidence });
  await change({ type: "detachEvidence", tag, evidence: off });

  const found = await api.articles.evidence({ article });
  expect(found.map(({ id, addedByName }) => [id, addedByName])).toEqual([
    [kept, "Nora"],
    [off, "Nora"],
  ]);
  expect(await api.articles.evidence({ article: other })).toEqual([]);
});
