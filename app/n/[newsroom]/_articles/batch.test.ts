import { describe, expect, it } from "vitest";

import { ARTICLE, AUTHOR, DESK } from "~/core/testing";
import type { ListedArticle } from "~/server/routers/articles";
import { planOf } from "./batch";

const listed = (change: Partial<ListedArticle>): ListedArticle => ({
  id: ARTICLE,
  title: { words: "Harbour wall" },
  state: "draft",
  language: "en",
  direction: "ltr",
  restricted: false,
  author: { id: AUTHOR, name: "Ana" },
  desk: null,
  updatedAt: 5,
  tags: { open: 0, checked: 0, approved: 0 },
  ...change,
});
const draft = listed({});
const archived = listed({ state: "archived", desk: { id: DESK, name: "City" } });

describe("a change of several articles", () => {
  it.each([
    ["archive", { kind: "archive" }, draft, "archiveArticle", "restoreArticle"],
    ["restore", { kind: "restore" }, archived, "restoreArticle", "archiveArticle"],
  ] as const)("%s is one command for each, and one back", (_, change, article, command, back) => {
    expect(planOf(change, [article])).toEqual([
      { article: ARTICLE, command: { type: command }, back: { type: back } },
    ]);
  });

  it("of the desk says what it was, and takes that back", () => {
    expect(planOf({ kind: "desk", to: DESK }, [draft])).toMatchObject([
      { command: { name: "desk", from: null, to: DESK }, back: { name: "desk", from: DESK, to: null } },
    ]);
  });

  it.each([
    [{ kind: "archive" }, archived],
    [{ kind: "restore" }, draft],
    [{ kind: "desk", to: DESK }, archived],
    [{ kind: "desk", to: null }, draft],
  ] as const)("%j leaves out what is so already", (change, article) => {
    expect(planOf(change, [article])).toEqual([]);
  });
});
