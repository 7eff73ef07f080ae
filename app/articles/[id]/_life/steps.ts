import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import type { Article, Slice } from "~/core/article";
import { askGate, closedRules, type RuleAnswer } from "~/core/gate";
import { leadsFrom, rulesFor, type Step } from "~/core/life";
import type { LifeCommand } from "~/core/shapes/command";

/** The steps of an article's life as they are offered: in the state's menu, in the palette, by keys. */

export const STEP_CHOICES = [
  "sendToReview",
  "sendBack",
  "signOff",
  "recall",
  "publish",
  "publishPast",
  "correct",
  "refile",
  "publishCorrection",
  "dropCorrection",
  "withdrawArticle",
  "spikeArticle",
  "unspikeArticle",
] as const;

export type StepChoice = (typeof STEP_CHOICES)[number];

/** Which step of the article's life each is. */
const STEP_OF: Record<StepChoice, Step> = {
  sendToReview: "sendToReview",
  sendBack: "sendBack",
  signOff: "signOff",
  recall: "recall",
  publish: "publish",
  publishPast: "publish",
  correct: "beginCorrection",
  refile: "beginCorrection",
  publishCorrection: "publishCorrection",
  dropCorrection: "dropCorrection",
  withdrawArticle: "withdrawArticle",
  spikeArticle: "spikeArticle",
  unspikeArticle: "unspikeArticle",
};

/** The command of a step, with nothing written in it yet. */
export function stepCommand(choice: StepChoice, store: ArticleStore, reason = "-"): LifeCommand {
  const sees = store.slice.revision?.digest ?? null;
  switch (choice) {
    case "correct":
      return { type: "beginCorrection", class: "correction" };
    case "refile":
      return { type: "beginCorrection", class: "refile" };
    case "signOff":
      return { type: "signOff", sees };
    case "publish":
    case "publishPast":
      return { type: "publish", sees, overrides: [] };
    case "publishCorrection":
      return { type: "publishCorrection", sees, note: null, tags: [], overrides: [] };
    case "sendBack":
    case "recall":
    case "withdrawArticle":
    case "spikeArticle":
      return { type: choice, reason };
    case "sendToReview":
    case "dropCorrection":
    case "unspikeArticle":
      return { type: choice };
  }
}

/** The gate over an article's tags and threads, by the rules of its desk. */
export function gateOf(
  { newsroom, desks, scheme }: ArticleStore["standing"],
  { desk, ...slice }: Pick<Slice, "tags" | "threads"> & { desk: Article["desk"] },
): RuleAnswer[] {
  return askGate(slice, scheme, rulesFor(newsroom, desks, desk));
}

/** Whether the step leads on from where the article is, whoever may take it. */
export function leadsOn(choice: StepChoice, store: ArticleStore): boolean {
  const { article } = store.slice;
  if (!article || !leadsFrom(STEP_OF[choice], article.state)) return false;
  if (choice === "recall") return article.life.signatures.length > 0;
  if (choice === "publish") return article.state === "ready";
  if (choice === "publishPast") {
    const gate = gateOf(store.standing, { ...store.slice, desk: article.desk });
    return article.state === "in-review" && closedRules(gate).length > 0;
  }
  return true;
}

/** The steps that this person can take from here, though what they take may still have to be done. */
export function stepsOffered(store: ArticleStore): StepChoice[] {
  return STEP_CHOICES.filter(
    (choice) => leadsOn(choice, store) && store.refusalOf(stepCommand(choice, store))?.kind !== "forbidden",
  );
}

/** Takes the step, or asks what it takes. */
export function takeStep(choice: StepChoice, store: ArticleStore): void {
  const command = stepCommand(choice, store);
  const refusal = store.refusalOf(command);
  if (refusal?.kind === "forbidden" || (refusal && !leadsOn(choice, store))) {
    showToast({ title: refusal.message, trouble: true });
    return;
  }
  if (choice === "signOff" && refusal) {
    store.look({ gating: true, discussing: false });
    showToast({ title: refusal.message, trouble: true });
    return;
  }
  const isPlain =
    choice === "sendToReview" || choice === "unspikeArticle" || choice === "correct" || choice === "refile";
  if (!isPlain) {
    store.intend({ kind: "step", step: choice });
    return;
  }
  if (store.dispatch(command).ok) showToast({ title: words.life.done[choice] });
}
