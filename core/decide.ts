import { checkSpan } from "./anchor";
import { type Article, type ArticleDetails, isDetail, type Slice, textOf } from "./article";
import { guessBlocks } from "./blocks";
import type { AnyArticleCommand, ArticleCommand, CreateArticle } from "./shapes/command";
import { withConsequences } from "./consequences";
import { decideLife } from "./decide-life";
import { decideThread } from "./decide-thread";
import { importThread } from "./import-thread";
import { DomainError } from "./errors";
import type { ArticleEvent, ArticleFact } from "./event";
import type { CommandId, DeskId, EvidenceId, NewsroomId, UserId } from "./ids";
import type { DeskRules } from "./life";
import { allowsLink } from "./link";
import type { Asking, Decided } from "./log";
import { mustBeAllowed, type Role } from "./policy";
import { parseAttributes, type Scheme, typeNamed } from "./scheme";
import { decideTagCommand, several } from "./several";
import { acceptText } from "./text";
import { arrivingState, type Review } from "./tag";
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
    readonly desks: ReadonlySet<DeskId>;
    readonly refs: ReadonlySet<string>;
  };
  /** The events of an earlier command on this article, in order; empty when there was none. */
  readonly past: (command: CommandId) => readonly ArticleEvent[];
}

/** What follows, and the role by which the actor could do it. */
export interface Decision {
  readonly as: Role;
  readonly facts: readonly Decided<ArticleFact>[];
}

/**
 * The facts that follow from the command.
 * @throws DomainError forbidden, conflict (with the present value), illegal-state or bad-input
 */
export function decide(slice: Slice, command: AnyArticleCommand, circumstances: Circumstances): Decision {
  if (command.type === "createArticle") return create(slice, command, circumstances);
  if (!slice.article) throw new DomainError("not-found", "There is no such article.");
  const { article } = slice;
  const decision = decideOn(slice, article, command, circumstances);
  const isAskedAgain = command.type === "recheckGate";
  return withConsequences({ ...slice, article }, decision, circumstances, isAskedAgain);
}

function create(slice: Slice, command: CreateArticle, c: Circumstances): Decision {
  if (slice.article) throw new DomainError("conflict", "This article is already here.", slice.article.id);
  const as = mustBeAllowed(c.actor, "create article");
  const accepted = acceptText(command.text);
  if (!accepted.ok)
    throw new DomainError("bad-input", accepted.problems.map(({ sentence }) => sentence).join(" "));
  const { text } = accepted;
  const { title, ...details } = command.details;
  if (details.desk) mustKnow(c.known.desks, details.desk, "desk");
  const facts: Decided<ArticleFact>[] = [
    {
      type: "ArticleCreated",
      body: {
        newsroom: c.newsroom.id,
        details,
        title: wordsOf(title),
        author: c.actor.id,
        scheme: { id: c.scheme.id, version: c.scheme.version },
      },
    },
    { type: "RevisionAdded", body: { number: 1, text: wordsOf(text), blocks: guessBlocks(text) } },
  ];
  if (command.file) {
    const { tags, threads, restricted, ...file } = command.file;
    facts.push({ type: "ArticleImported", body: file });
    if (restricted) {
      mustBeAllowed(c.actor, "restrict");
      facts.push({ type: "RestrictionSet", body: { from: false, to: true } });
    }
    for (const tag of tags) facts.push(...importTag(text, tag, c));
    facts.push(...importLinks(tags, c));
    for (const thread of threads) facts.push(...importThread(text, thread, tags, c.actor));
  }
  return { as, facts };
}

type ImportedTag = NonNullable<CreateArticle["file"]>["tags"][number];

/** A tag as it comes in: open at most, whatever it was, since a file approves nothing; dismissed stays dismissed. */
function importTag(text: string, imported: ImportedTag, c: Circumstances): ArticleFact[] {
  const { tag, as: type, span, attributes, note, evidence, imported: former } = imported;
  checkSpan(text, span);
  for (const item of evidence) mustKnow(c.known.evidence, item, "evidence item");
  const arriving = arrivingState(former.state);
  const state = arriving === "suggested" ? "suggested" : "open";
  const added: ArticleFact = {
    type: "TagAdded",
    body: {
      tag,
      type,
      attributes: parseAttributes(typeNamed(c.scheme, type), attributes),
      note: note === null ? null : wordsOf(note),
      revision: 1,
      span,
      state,
      schemeVersion: c.scheme.version,
      evidence,
      imported: former,
    },
  };
  if (arriving === state) return [added];
  const from: Review = { state, verdict: null, approval: null };
  const body = { tag, from, to: { ...from, state: arriving }, reason: null };
  return [added, { type: arriving === "dismissed" ? "TagDismissed" : "TagWithdrawn", body }];
}

/** The links of a file's tags, once all of those are there. Where edges were moved since, a link need not fit its place. */
function importLinks(tags: readonly ImportedTag[], { scheme }: Circumstances): ArticleFact[] {
  const types = new Map(tags.map(({ tag, as }) => [tag, as]));
  return tags.flatMap(({ tag, as, links }) =>
    links.map((link): ArticleFact => {
      const to = types.get(link.target);
      if (to === undefined || !allowsLink(scheme, as, link.kind, to))
        throw new DomainError("bad-input", `The file has a link “${link.kind}” that does not fit its tags.`);
      return { type: "TagLinked", body: { tag, ...link } };
    }),
  );
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

function redact(
  slice: Slice,
  article: Article,
  { ref, passage, reason }: ArticleCommand & { type: "redact" },
  c: Circumstances,
): Decision {
  const as = mustBeAllowed(c.actor, "redact", { article });
  if (!c.known.refs.has(ref))
    throw new DomainError("not-found", "There are no such words in this article’s record.");
  const ofText = slice.revision?.ref === ref;
  if (ofText !== (passage !== null)) {
    throw new DomainError(
      "bad-input",
      "Of an article’s text, choose the passage to remove; other words are removed whole.",
    );
  }
  if (passage) checkSpan(textOf(slice), passage);
  return { as, facts: [{ type: "TextRedacted", body: { ref, passage, reason: wordsOf(reason) } }] };
}

function mustKnow<Id extends string>(known: ReadonlySet<Id>, id: string, noun: string): void {
  const ids: ReadonlySet<string> = known;
  if (!ids.has(id)) throw new DomainError("not-found", `There is no such ${noun} in this newsroom.`);
}
