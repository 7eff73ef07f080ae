import { EMPTY_SLICE, type Slice } from "~/core/article";
import type { ArticleEvent } from "~/core/event";
import { fold } from "~/core/evolve";
import { askGate, closedRules, partsRequired, RULES, USUAL_RULES } from "~/core/gate";
import { QCU_1 } from "~/core/qcu";
import type { ArticleCommand } from "~/core/shapes/command";

/** Lives that are lived at random, and what has to hold of each. Not for use outside of tests. */

function at<Item>(items: readonly [Item, ...Item[]], n: number): Item {
  return items[n % items.length] ?? items[0];
}

/** Steps of a life, those that lead further more often. */
export const LIFE_ACTS = [
  "sendToReview",
  "sendBack",
  "signOff",
  "signOff",
  "recall",
  "publish",
  "publish",
  "beginCorrection",
  "dropCorrection",
  "settleDebt",
  "withdrawArticle",
  "spikeArticle",
  "unspikeArticle",
  "setDeadline",
] as const;

export const isLifeAct = (act: string): act is (typeof LIFE_ACTS)[number] =>
  LIFE_ACTS.some((other) => other === act);

/** A step of the article's life; a publication past a closed gate names the rules that are closed. */
export function lifeCommand(
  act: (typeof LIFE_ACTS)[number],
  { other, words }: { other: number; words: string },
  slice: Slice,
): ArticleCommand {
  const sees = slice.revision?.digest ?? null;
  const later = Date.UTC(2100, 0, 1);
  switch (act) {
    case "signOff":
      return { type: act, sees };
    case "publish": {
      const closed = closedRules(askGate(slice, QCU_1, USUAL_RULES));
      const overrides = closed.map(({ rule }) => ({ rule, reason: words, due: later }));
      return { type: act, sees, overrides };
    }
    case "beginCorrection":
      return { type: act, class: at(["refile", "correction"], other) };
    case "settleDebt":
      return { type: act, rule: at(RULES, other), reason: words };
    case "setDeadline":
      return { type: act, from: slice.article?.deadline ?? null, to: at([null, 1, later], other) };
    case "sendBack":
    case "recall":
    case "withdrawArticle":
    case "spikeArticle":
      return { type: act, reason: words };
    default:
      return { type: act };
  }
}

/**
 * What no order of commands may bring about: an article ready or published whose gate was closed and of which nobody
 * said why, and a ready one that somebody had not signed for.
 */
export function unsoundLives(events: readonly ArticleEvent[]): string[] {
  const unsound: string[] = [];
  let slice = EMPTY_SLICE;
  for (const [place, event] of events.entries()) {
    slice = fold(slice, event);
    // What follows by itself from an event comes with it, under one command.
    if (events[place + 1]?.command === event.command || !slice.article) continue;
    const { state, life } = slice.article;
    const closed = closedRules(askGate(slice, QCU_1, USUAL_RULES)).map(({ rule }) => rule);
    if (state === "ready" && closed.length > 0)
      unsound.push(`${event.seq} ready, though ${closed.join()} closed`);
    if (
      state === "ready" &&
      partsRequired(slice, QCU_1).some((part) => !life.signatures.some((one) => one.part === part))
    )
      unsound.push(`${event.seq} ready without a signature`);
    if (event.type !== "ArticlePublished") continue;
    const passed = event.body.overrides.map(({ rule }) => rule);
    const missed = closed.filter((rule) => !passed.includes(rule));
    if (missed.length > 0) unsound.push(`${event.seq} published past ${missed.join()}`);
  }
  return unsound;
}
