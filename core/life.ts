import type { Article, ArticleState } from "./article";
import { DomainError } from "./errors";
import { RULES } from "./gate";
import type { DeskId } from "./ids";
import type { CorrectionClass, DeskRules, Life, Publication, RuleId, SigningPart } from "./shapes/life";

/**
 * An article's life: draft, in review, ready, published, and the ways beside. What each step takes is decided in
 * `decide-life`; this file says what the steps are and what may be done to an article meanwhile.
 */

export type {
  CorrectionClass,
  Debt,
  DeskRules,
  Life,
  Override,
  Publication,
  Signature,
  SigningPart,
} from "./shapes/life";

export const SIGNING_PARTS = ["desk", "standards"] as const;

/** A refile puts right what no reader was misled by; a correction says what was wrong. */
export const CORRECTION_CLASSES = ["refile", "correction"] as const;

export const PUBLICATION_CLASSES = ["first", "breaking", ...CORRECTION_CLASSES] as const;

/** A life that has only begun. */
export const NEW_LIFE: Life = {
  before: null,
  signatures: [],
  publications: [],
  debts: [],
  correcting: null,
  reason: null,
};

/** The steps of an article's life, each with the states that it can be taken from. */
export const STEPS = {
  sendToReview: ["draft"],
  sendBack: ["in-review"],
  signOff: ["in-review"],
  recall: ["in-review", "ready"],
  publish: ["in-review", "ready"],
  beginCorrection: ["published"],
  dropCorrection: ["correcting"],
  publishCorrection: ["correcting"],
  withdrawArticle: ["published", "correcting"],
  spikeArticle: ["draft", "in-review"],
  unspikeArticle: ["spiked"],
  archiveArticle: ["draft", "published", "withdrawn", "spiked"],
  restoreArticle: ["archived"],
} as const satisfies Record<string, readonly ArticleState[]>;

export type Step = keyof typeof STEPS;

/** Whether the step leads on from the state. */
export function leadsFrom(step: Step, state: ArticleState): boolean {
  const from: readonly ArticleState[] = STEPS[step];
  return from.includes(state);
}

/** An article's state, as it is said in a sentence. */
export const STATE_LABEL: Record<ArticleState, string> = {
  draft: "a draft",
  "in-review": "in review",
  ready: "ready",
  published: "published",
  correcting: "being corrected",
  withdrawn: "withdrawn",
  spiked: "spiked",
  archived: "archived",
};

/** Why nothing can be done to what the article holds in its state, and what opens it; null where it can. */
export function whyClosed(state: ArticleState): string | null {
  switch (state) {
    case "archived":
      return "This article is archived. Restore it, then it can be worked on.";
    case "spiked":
      return "This article is spiked. Take it off the spike, then it can be worked on.";
    case "withdrawn":
      return "This article was withdrawn. Its text and tags are kept as they were.";
    default:
      return null;
  }
}

/** @throws DomainError illegal-state where nothing can be done to what the article holds */
export function mustBeOpen({ state }: Pick<Article, "state">): void {
  const why = whyClosed(state);
  if (why !== null) throw new DomainError("illegal-state", why, state);
}

/** Whether what happens to the article can undo a sign-off or settle a debt, so that the gate has to be asked again. */
export function isWatched({ life }: Pick<Article, "life">): boolean {
  return life.signatures.length > 0 || life.debts.some(({ settledAt }) => settledAt === null);
}

/** The rules by which an article of that desk is run. */
export function rulesFor(
  newsroom: { readonly rules: DeskRules },
  desks: readonly { readonly id: DeskId; readonly rules: DeskRules | null }[],
  desk: DeskId | null,
): DeskRules {
  return desks.find(({ id }) => id === desk)?.rules ?? newsroom.rules;
}

/** True where both come to the same gate; a rule that is not named is standard. */
export function sameRules(a: DeskRules | null, b: DeskRules | null): boolean {
  if (a === null || b === null) return a === b;
  const level = (rules: DeskRules, rule: RuleId) => rules.gate[rule] ?? "standard";
  return (
    a.copyEditorsPublish === b.copyEditorsPublish && RULES.every((rule) => level(a, rule) === level(b, rule))
  );
}

/** The revision as it last went out; undefined before that. */
export function lastPublication({ life }: Pick<Article, "life">): Publication | undefined {
  return life.publications.at(-1);
}

/** What a kind of correction is called in a sentence. */
export const CORRECTION_LABEL: Record<CorrectionClass, string> = {
  refile: "refile",
  correction: "correction",
};

/** The parts of a sign-off that have no signature yet. */
export function partsMissing(
  { life }: Pick<Article, "life">,
  required: readonly SigningPart[],
): SigningPart[] {
  return required.filter((part) => !life.signatures.some((signature) => signature.part === part));
}
