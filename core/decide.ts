import { type Article, type ArticleDetails, isDetail, type Slice } from "./article";
import type { ArticleCommand } from "./shapes/command";
import { withConsequences } from "./consequences";
import { decideLife } from "./decide-life";
import { type EarlierText, redact } from "./decide-redaction";
import { decideThread } from "./decide-thread";
import { DomainError } from "./errors";
import type { ArticleEvent, ArticleFact } from "./event";
import type { CommandId, DeskId, EvidenceId, NewsroomId, UserId } from "./ids";
import type { DeskRules } from "./life";
import type { Asking, Decided } from "./log";
import { mustBeAllowed, type Role } from "./policy";
import type { Scheme } from "./scheme";
import { decideTagCommand, several } from "./several";
import { takeBack } from "./undo";
import { wordsOf } from "./words";

/**
 * What a command comes to, given what stands: the facts that follow from it, or a refusal. Pure: the time,
 * the actor and everything outside the article come in with the circumstances.
 */

export interface Circumstances extends Asking {
  readonly newsroom: { readonly id: NewsroomId; readonly fourEyes: "required" | "recorded" };
  readonly scheme: Scheme;
  /** How the article's desk runs its stories. */
  readonly rules: DeskRules;
  /**
   * Which of the ids and places that the command names exist in the newsroom and may be used; for a verdict,
   * which of the evidence that it rests on.
   */
  readonly known: {
    readonly evidence: ReadonlySet<EvidenceId>;
    /** Who sees the article, where words mention them; members, where it is shared. */
    readonly people: ReadonlySet<UserId>;
    /** Who may comment on the article, and so can be asked. */
    readonly answering: ReadonlySet<UserId>;
    /** Who may work on the article's tags, with their roles, where the command gives one to somebody. */
    readonly working: ReadonlyMap<UserId, readonly Role[]>;
    readonly desks: ReadonlySet<DeskId>;
    readonly refs: ReadonlySet<string>;
  };
  /** The article's texts before the present one, for a command that removes a passage; else empty. */
  readonly earlier: readonly EarlierText[];
  /** The events of an earlier command on this article, in order; empty when there was none. */
  readonly past: (command: CommandId) => readonly ArticleEvent[];
}

/** What follows, and the role by which the actor could do it. */
export interface Decision {
  readonly as: Role;
  readonly facts: readonly Decided<ArticleFact>[];
}

/**
 * The facts that follow from a command on an article that is there.
 * @throws DomainError forbidden, conflict (with the present value), illegal-state or bad-input
 */
export function decide(slice: Slice, command: ArticleCommand, c: Circumstances): Decision {
  const article = articleOf(slice);
  const decision = decideOn(slice, article, command, c);
  return withConsequences({ ...slice, article }, decision, c, command.type === "recheckGate");
}

/** The article of the slice. @throws DomainError not-found */
export function articleOf({ article }: Slice): Article {
  if (!article) throw new DomainError("not-found", "There is no such article.");
  return article;
}

function decideOn(slice: Slice, article: Article, command: ArticleCommand, c: Circumstances): Decision {
  switch (command.type) {
    case "changeDetail":
      return changeDetail(article, command, c);
    case "sendToReview":
    case "sendBack":
    case "signOff":
    case "recall":
    case "publish":
    case "beginCorrection":
    case "dropCorrection":
    case "publishCorrection":
    case "settleDebt":
    case "withdrawArticle":
    case "spikeArticle":
    case "unspikeArticle":
    case "archiveArticle":
    case "restoreArticle":
    case "setDeadline":
      return decideLife(slice, article, command, c);
    case "restrictArticle": {
      const as = mustBeAllowed(c.actor, "restrict", { article });
      return { as, facts: restriction(article, command.restricted, c.actor.id) };
    }
    case "shareArticle": {
      const as = mustBeAllowed(c.actor, "share", { article });
      mustKnow(c.known.people, command.share.person, "member");
      return { as, facts: [{ type: "ArticleShared", body: { share: command.share } }] };
    }
    case "unshareArticle": {
      const as = mustBeAllowed(c.actor, "share", { article });
      return { as, facts: [{ type: "ArticleUnshared", body: { share: command.share } }] };
    }
    case "recheckGate":
      return { as: mustBeAllowed(c.actor, "recheck the gate"), facts: [] };
    case "redact":
      return redact(slice, article, command, c);
    case "undo":
      return takeBack(slice, article, c.past(command.command), c);
    case "several":
      return several(slice, article, command.items, c);
    case "openThread":
    case "addComment":
    case "editComment":
    case "resolveThread":
    case "reopenThread":
    case "withdrawThread":
    case "setBlocking":
    case "readdressQuery":
    case "setDue":
      return decideThread(slice, article, command, c);
    default:
      return decideTagCommand(slice, article, command, c);
  }
}

/** Whoever restricts an article stays among those who see it. */
function restriction(article: Article, restricted: boolean, by: UserId): ArticleFact[] {
  if (article.restricted === restricted) return [];
  const set: ArticleFact = { type: "RestrictionSet", body: { from: article.restricted, to: restricted } };
  const seesItAnyway = article.author === by || article.shares.some(({ person }) => person === by);
  if (!restricted || seesItAnyway) return [set];
  return [set, { type: "ArticleShared", body: { share: { person: by, as: "assigned" } } }];
}

function changeDetail(
  article: Article,
  { name, from, to }: ArticleCommand & { type: "changeDetail" },
  c: Circumstances,
): Decision {
  const as = mustBeAllowed(c.actor, "change details", { article });
  const present = name === "title" ? article.title.words : article[name];
  if (present !== from) throw new DomainError("conflict", "Somebody changed this meanwhile.", present);
  if (!isDetail(name, to)) throw new DomainError("bad-input", DETAIL_EXPECTED[name]);
  if (name === "title") {
    return { as, facts: [{ type: "TitleChanged", body: { from: article.title, to: wordsOf(to ?? "") } }] };
  }
  if (name === "desk" && to !== null) mustKnow(c.known.desks, to, "desk");
  return { as, facts: [{ type: "DetailChanged", body: { name, from, to } }] };
}

const DETAIL_EXPECTED: Record<keyof ArticleDetails, string> = {
  title: "A title has 1 to 300 characters.",
  language: "A language is a code such as en, de or pt-BR.",
  direction: "The direction is left to right or right to left.",
  sourceUrl: "The source address starts with http:// or https://.",
  desk: "Choose one of the newsroom’s desks.",
};

/** @throws DomainError not-found for an id that the newsroom does not know */
export function mustKnow<Id extends string>(known: ReadonlySet<Id>, id: string, noun: string): void {
  const ids: ReadonlySet<string> = known;
  if (!ids.has(id)) throw new DomainError("not-found", `There is no such ${noun} in this newsroom.`);
}
