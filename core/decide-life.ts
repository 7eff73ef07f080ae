import type { Article, ArticleState, Slice } from "./article";
import type { Circumstances, Decision } from "./decide";
import { DomainError, unreachable } from "./errors";
import type { ArticleFact } from "./event";
import { askGate, closedRules, partsRequired, type RuleAnswer } from "./gate";
import {
  CORRECTION_LABEL,
  lastPublication,
  leadsFrom,
  type Override,
  partsMissing,
  STATE_LABEL,
  type Step,
  STEPS,
} from "./life";
import { can, mustBeAllowed, type Role } from "./policy";
import type { LifeCommand } from "./shapes/command";
import { wordsOf } from "./words";

/**
 * How an article goes through its life: who may take each step, from where, and what has to hold. The gate is asked
 * over the whole article, under the lock.
 */

/** @throws DomainError as `decide` */
export function decideLife(slice: Slice, article: Article, command: LifeCommand, c: Circumstances): Decision {
  switch (command.type) {
    case "setDeadline":
      return setDeadline(article, command, c);
    case "settleDebt":
      return settleDebt(article, command, c);
    case "signOff":
      return signOff(slice, article, command, c);
    case "publish":
      return publish(slice, article, command, c);
    case "publishCorrection":
      return publishCorrection(slice, article, command, c);
    default:
      return step(slice, article, command, c);
  }
}

type PlainStep = Exclude<
  LifeCommand,
  { type: "setDeadline" | "settleDebt" | "signOff" | "publish" | "publishCorrection" }
>;

/** A step that takes a right, a state to start from, and at most a reason. */
function step(slice: Slice, article: Article, command: PlainStep, c: Circumstances): Decision {
  const subject = { article };
  const one = (as: Role, fact: ArticleFact): Decision => {
    mustLeadFrom(command.type, article.state);
    return { as, facts: [fact] };
  };
  switch (command.type) {
    case "sendToReview":
      return one(mustBeAllowed(c.actor, "send to review", subject), { type: "SentToReview", body: {} });
    case "sendBack": {
      const body = { reason: wordsOf(command.reason) };
      return one(mustBeAllowed(c.actor, "send back", subject), { type: "SentBack", body });
    }
    case "recall": {
      const as = maySign(article, c);
      mustLeadFrom(command.type, article.state);
      if (article.life.signatures.length === 0)
        throw new DomainError("illegal-state", "Nobody has signed this article off.");
      const body = { reason: wordsOf(command.reason), rules: [] };
      return { as, facts: [{ type: "SignOffVoided", body }] };
    }
    case "beginCorrection": {
      const as = mustBeAllowed(c.actor, command.class === "refile" ? "refile" : "correct", subject);
      return one(as, { type: "CorrectionBegun", body: { class: command.class } });
    }
    case "dropCorrection": {
      const kind = article.life.correcting ?? "correction";
      const as = mustBeAllowed(c.actor, kind === "refile" ? "refile" : "correct", subject);
      mustLeadFrom(command.type, article.state);
      if (slice.revision?.number !== lastPublication(article)?.revision) {
        throw new DomainError(
          "illegal-state",
          "The text was changed since it was published, and what was put in stays. Publish the correction.",
        );
      }
      return { as, facts: [{ type: "CorrectionDropped", body: { class: kind } }] };
    }
    case "withdrawArticle": {
      const body = { reason: wordsOf(command.reason) };
      return one(mustBeAllowed(c.actor, "withdraw article", subject), { type: "PublicationWithdrawn", body });
    }
    case "spikeArticle": {
      const body = { reason: wordsOf(command.reason) };
      return one(mustBeAllowed(c.actor, "spike", subject), { type: "ArticleSpiked", body });
    }
    case "unspikeArticle":
      return one(mustBeAllowed(c.actor, "spike", subject), { type: "ArticleUnspiked", body: {} });
    case "archiveArticle":
      if (article.life.debts.some(({ settledAt }) => settledAt === null))
        throw new DomainError(
          "illegal-state",
          "It was published past the gate and still owes something. Settle that, then archive it.",
        );
      return one(mustBeAllowed(c.actor, "archive", subject), { type: "ArticleArchived", body: {} });
    case "restoreArticle":
      return one(mustBeAllowed(c.actor, "archive", subject), { type: "ArticleRestored", body: {} });
    default:
      return unreachable(command);
  }
}

function signOff(
  slice: Slice,
  article: Article,
  { sees }: LifeCommand & { type: "signOff" },
  c: Circumstances,
): Decision {
  const as = maySign(article, c);
  mustLeadFrom("signOff", article.state);
  mustSeeText(slice, sees);
  mustBeOpenGate(slice, c);
  const required = partsRequired(slice, c.scheme);
  const missing = partsMissing(article, required);
  const parts = missing.filter((part) => can(c.actor, SIGNS[part], { article }).allowed);
  if (parts.length === 0) {
    const why = missing.includes("standards")
      ? can(c.actor, SIGNS.standards, { article })
      : can(c.actor, SIGNS.desk, { article });
    throw why.allowed
      ? new DomainError("illegal-state", "This article is signed off already.")
      : new DomainError("forbidden", why.why);
  }
  const body = { parts, digest: slice.revision?.digest ?? null, ready: parts.length === missing.length };
  return { as, facts: [{ type: "SignedOff", body }] };
}

const SIGNS = { desk: "sign off", standards: "sign off: standards" } as const;

function maySign(article: Article, { actor }: Circumstances): Role {
  const standards = can(actor, SIGNS.standards, { article });
  return standards.allowed ? standards.as : mustBeAllowed(actor, SIGNS.desk, { article });
}

function publish(
  slice: Slice,
  article: Article,
  { sees, overrides }: LifeCommand & { type: "publish" },
  c: Circumstances,
): Decision {
  const isReady = article.state === "ready";
  const verb = c.rules.copyEditorsPublish ? "publish: where the desk allows" : "publish";
  const as = mustBeAllowed(c.actor, isReady ? verb : "override the gate", { article });
  mustLeadFrom("publish", article.state);
  mustSeeText(slice, sees);
  if (isReady) {
    mustBeOpenGate(slice, c);
    if (article.life.signatures.some(({ digest }) => digest !== (slice.revision?.digest ?? null)))
      throw new Error(`Article ${article.id} is ready, and its text is not the signed one.`);
  } else if (closedRules(askGate(slice, c.scheme, c.rules)).length === 0) {
    throw new DomainError("illegal-state", "The gate is open: sign the article off, then publish it.");
  }
  const body = { digest: slice.revision?.digest ?? null, overrides: overriding(slice, overrides, c) };
  return { as, facts: [{ type: "ArticlePublished", body }] };
}

function publishCorrection(
  slice: Slice,
  article: Article,
  command: LifeCommand & { type: "publishCorrection" },
  c: Circumstances,
): Decision {
  const kind = article.life.correcting ?? "correction";
  const as = mustBeAllowed(c.actor, kind === "refile" ? "refile" : "correct", { article });
  mustLeadFrom("publishCorrection", article.state);
  mustSeeText(slice, command.sees);
  if (slice.revision?.number === lastPublication(article)?.revision) {
    throw new DomainError(
      "illegal-state",
      `A ${CORRECTION_LABEL[kind]} changes the text. Put in the new text first.`,
    );
  }
  const note = command.note?.trim() ? wordsOf(command.note) : null;
  if (kind === "correction" && !note)
    throw new DomainError("illegal-state", "A correction tells readers what was wrong and where.");
  if (kind === "correction" && command.tags.length === 0)
    throw new DomainError("illegal-state", "A correction names the tags that failed.");
  const unknown = command.tags.some((id) => !slice.tags.has(id));
  if (unknown) throw new DomainError("not-found", "There is no such tag in this article.");
  if (closedRules(askGate(slice, c.scheme, c.rules)).length > 0)
    mustBeAllowed(c.actor, "override the gate", { article });
  const body = {
    class: kind,
    digest: slice.revision?.digest ?? null,
    note,
    tags: command.tags,
    overrides: overriding(slice, command.overrides, c),
  };
  return { as, facts: [{ type: "CorrectionPublished", body }] };
}

/** The overrides, if they name just the rules that are closed. @throws DomainError illegal-state, conflict, bad-input */
function overriding(
  slice: Slice,
  overrides: (LifeCommand & { type: "publish" })["overrides"],
  c: Circumstances,
): Override[] {
  const closed = closedRules(askGate(slice, c.scheme, c.rules));
  const missing = closed.filter(({ rule }) => !overrides.some((override) => override.rule === rule));
  if (missing.length > 0) {
    throw new DomainError(
      overrides.length > 0 ? "conflict" : "illegal-state",
      `The gate is closed: ${inShort(missing)}. Give a reason for each, or settle what it lists.`,
      missing.map(({ rule }) => rule),
    );
  }
  return closed.map(({ rule }) => {
    const { reason, due } = overrides.find((override) => override.rule === rule) ?? { reason: "", due: 0 };
    if (due <= c.now)
      throw new DomainError("bad-input", "What is overridden is due at a time that is still to come.");
    return { rule, reason: wordsOf(reason), due };
  });
}

function mustBeOpenGate(slice: Slice, c: Circumstances): void {
  const closed = closedRules(askGate(slice, c.scheme, c.rules));
  if (closed.length === 0) return;
  throw new DomainError(
    "illegal-state",
    `The gate is closed: ${inShort(closed)}. Open the gate to see what closes it.`,
    closed.map(({ rule }) => rule),
  );
}

/** “G1 (2), G7 (1)” */
function inShort(closed: readonly RuleAnswer[]): string {
  return closed.map(({ rule, items }) => `${rule} (${items.length})`).join(", ");
}

function settleDebt(
  article: Article,
  { rule, reason }: LifeCommand & { type: "settleDebt" },
  c: Circumstances,
): Decision {
  const as = mustBeAllowed(c.actor, "override the gate", { article });
  if (!article.life.debts.some((debt) => debt.rule === rule && debt.settledAt === null))
    throw new DomainError("illegal-state", "Nothing is owed for this rule any more.");
  return { as, facts: [{ type: "DebtSettled", body: { rule, reason: wordsOf(reason) } }] };
}

function setDeadline(
  article: Article,
  { from, to }: LifeCommand & { type: "setDeadline" },
  c: Circumstances,
): Decision {
  const as = mustBeAllowed(c.actor, "set deadline", { article });
  if (article.deadline === to) return { as, facts: [] };
  if (article.deadline !== from)
    throw new DomainError("conflict", "Somebody changed the deadline meanwhile.", article.deadline);
  return { as, facts: [{ type: "DeadlineSet", body: { from, to } }] };
}

/** Refuses whoever saw another text. @throws DomainError conflict */
export function mustSeeText({ revision }: Slice, seen: string | null): void {
  if ((revision?.digest ?? null) === seen) return;
  throw new DomainError(
    "conflict",
    "The text was changed meanwhile. Look at it as it is now, then decide.",
    revision?.number,
  );
}

function mustLeadFrom(taken: Step, state: ArticleState): void {
  if (leadsFrom(taken, state)) return;
  const from = STEPS[taken].map((one) => STATE_LABEL[one]).join(" or ");
  throw new DomainError(
    "illegal-state",
    `This article is ${STATE_LABEL[state]}; this takes one that is ${from}.`,
    state,
  );
}
