import type { Article, Slice } from "./article";
import type { Circumstances, Decision } from "./decide";
import { type ArticleFact, eventsOf } from "./event";
import { fold } from "./evolve";
import { askGate, closedRules, partsRequired } from "./gate";
import { isWatched, partsMissing } from "./life";

/**
 * What follows by itself from whatever happens to an article: a sign-off falls with the event that closes the gate
 * or changes the text, and a debt is settled by what it waited for. In the same transaction, so that no article is
 * ready whose gate is closed.
 */

/**
 * The decision, and what follows from it.
 * @param slice holds all of a watched article
 * @param isAskedAgain the gate is asked though nothing happened
 */
export function withConsequences(
  slice: Slice & { readonly article: Article },
  decision: Decision,
  c: Circumstances,
  isAskedAgain: boolean,
): Decision {
  const { article } = slice;
  const isNothing = decision.facts.length === 0 && !isAskedAgain;
  if (isNothing || !isWatched(article)) return decision;
  const after = eventsOf(slice, decision, article.id, c).reduce(fold, slice);
  const isReopened = decision.facts.some(({ type }) => type === "TagReopened");
  const facts = [...fallenSignatures(slice, after, { ...c, isReopened }), ...settledDebts(after, c)];
  return facts.length === 0 ? decision : { ...decision, facts: [...decision.facts, ...facts] };
}

function fallenSignatures(
  before: Slice,
  after: Slice,
  c: Circumstances & { readonly isReopened: boolean },
): ArticleFact[] {
  const { article } = after;
  if (!article || article.life.signatures.length === 0) return [];
  const rules = closedRules(askGate(after, c.scheme, c.rules)).map(({ rule }) => rule);
  const isNewText = before.revision?.number !== after.revision?.number;
  // Another desk has other rules, which nobody signed by.
  const isOnNewDesk = before.article?.desk !== article.desk;
  // A claim that became legal needs a signature more; the gate may be open meanwhile.
  const lacksPart =
    article.state === "ready" && partsMissing(article, partsRequired(after, c.scheme)).length > 0;
  // What was signed as checked is open again, whether or not a rule still asks for it as what it is now.
  if (rules.length === 0 && !isNewText && !isOnNewDesk && !lacksPart && !c.isReopened) return [];
  return [{ type: "SignOffVoided", body: { reason: null, rules } }];
}

function settledDebts({ article, ...after }: Slice, c: Circumstances): ArticleFact[] {
  const owed = article?.life.debts.filter(({ settledAt }) => settledAt === null) ?? [];
  if (owed.length === 0 || article?.state === "archived") return [];
  const answers = askGate(after, c.scheme, c.rules);
  return owed
    .filter(({ rule }) => answers.every((answer) => answer.rule !== rule || answer.items.length === 0))
    .map(({ rule }) => ({ type: "DebtSettled", body: { rule, reason: null } }));
}
