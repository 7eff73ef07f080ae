import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { eventsOf } from "./event";
import { fold } from "./evolve";
import { asId } from "./ids";
import { ARTICLE, DESK, idNumber, testArticle, TWO } from "./testing";
import { takingBack, type TogetherCommand } from "./together";

/** What a command comes to, carried out by somebody who may. */
function carryOut(article: ReturnType<typeof testArticle>, command: TogetherCommand) {
  const circumstances = article.circumstances(TWO, ["managing-editor"], asId("command", idNumber(1)));
  const known = { ...circumstances.known, desks: new Set([DESK]) };
  const c = { ...circumstances, known };
  const events = eventsOf(article.slice, decide(article.slice, command, c), ARTICLE, c);
  article.slice = events.reduce(fold, article.slice);
  return events;
}

describe("what is done to several articles", () => {
  it.each<[string, readonly TogetherCommand[], TogetherCommand]>([
    ["archiving", [], { type: "archiveArticle" }],
    ["restoring", [{ type: "archiveArticle" }], { type: "restoreArticle" }],
    ["another desk", [], { type: "changeDetail", name: "desk", from: null, to: DESK }],
    [
      "no desk",
      [{ type: "changeDetail", name: "desk", from: null, to: DESK }],
      { type: "changeDetail", name: "desk", from: DESK, to: null },
    ],
  ])("%s is taken back, and done again by taking that back", (_, before, command) => {
    const article = testArticle();
    for (const first of before) carryOut(article, first);
    const was = article.slice.article;
    const done = carryOut(article, command);
    const is = article.slice.article;
    expect(is).not.toEqual(was);
    const back = carryOut(article, takingBack(done)!);
    expect(article.slice.article).toEqual(was);
    carryOut(article, takingBack(back)!);
    expect(article.slice.article).toEqual(is);
  });

  it("is not what was done to tags", () => {
    expect(takingBack([])).toBeNull();
  });
});
