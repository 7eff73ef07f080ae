import { describe, expect, it } from "vitest";

import { ARTICLE, AUTHOR, DESK } from "~/core/testing";
import type { ListedArticle } from "~/server/routers/articles";
import { kindOf, planOf } from "./batch";

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
    [{ kind: "archive" }, draft, { type: "archiveArticle" }],
    [{ kind: "restore" }, archived, { type: "restoreArticle" }],
    [{ kind: "desk", to: DESK }, draft, { type: "changeDetail", name: "desk", from: null, to: DESK }],
  ] as const)("%j is one command for each, which is told as that change", (change, article, command) => {
    expect(planOf(change, [article])).toEqual([{ article: ARTICLE, command }]);
    expect(kindOf(command)).toBe(change.kind);
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
