import type { Article, Slice } from "./article";
import type { Circumstances, Decision } from "./decide";
import { anyTag, refuseTwin, withReopening } from "./decide-tag";
import { DomainError } from "./errors";
import type { ArticleEvent, ArticleFact } from "./event";
import type { TagId } from "./ids";
import { allowsLink, linkedFrom, misfits, type PlacedLink, sameLink } from "./link";
import { mustBeOpen } from "./life";
import type { Decided } from "./log";
import { mustBeAllowed } from "./policy";
import { gradesOf, sameValue } from "./scheme";
import { isStanding, type Review, type Tag } from "./tag";
import { trialOf, tryOut } from "./trial";
import { isOfThread, takeBackInThread } from "./undo-thread";
import { sameWords } from "./words";

/**
 * Undo and redo: ordinary events that put back what one of the actor's own commands changed, where nobody
 * changed it since. Taking back an undo is the redo.
 */

/** The facts that put back what a command did, the last first. @throws DomainError as `decide` */
export function takeBack(
  slice: Slice,
  article: Article,
  events: readonly ArticleEvent[],
  c: Circumstances,
): Decision {
  if (events.length === 0 || events.some((event) => event.actor !== c.actor.id)) {
    throw new DomainError("not-found", "There is nothing of yours here to undo.");
  }
  mustBeOpen(article);
  // What followed by itself is not taken back with it: a sign-off that fell is signed again.
  const own = events.filter(({ type }) => type !== "SignOffVoided" && type !== "DebtSettled");
  if (own.length === 0) throw notUndone();
  if (own.every(isOfThread)) return takeBackInThread(slice, article, own, c);
  const as = mustBeAllowed(c.actor, "tag", { article });
  const touchedLast = new Map<TagId, number>();
  for (const event of own) touchedLast.set(tagOf(event), event.seq);
  const facts = new Map<TagId, Decided<ArticleFact>[]>();
  // Each step back is seen over the ones after it: a command may have changed one thing twice.
  const trial = trialOf(slice);
  for (const event of own.toReversed()) {
    const tag = anyTag(trial, tagOf(event));
    const untouched = anyTag(slice, tag.id).touched === touchedLast.get(tag.id);
    if (!followedByItself(event, own)) mustStillBeAllowed(event, tag, article, c);
    mustBeOfPresentText(event, slice);
    const fact = { ...inverse(event, tag, untouched), undoes: event.seq };
    mustStillRest(fact, tag, c);
    if (fact.type === "TypeChanged") refuseTwin(trial, tag.id, fact.body.to.type, tag.anchor);
    if (fact.type === "TagRestored" && !isStanding(tag)) refuseTwin(trial, tag.id, tag.type, tag.anchor);
    tryOut(trial, { as, facts: [fact] }, article.id, c);
    facts.set(tag.id, [...(facts.get(tag.id) ?? []), fact]);
  }
  for (const fact of fittingLinks(slice, [...facts.values()].flat(), c))
    facts.set(tagOf(fact), [...(facts.get(tagOf(fact)) ?? []), fact]);
  return {
    as,
    facts: [...facts].flatMap(([id, back]) =>
      back.some(({ type }) => type === "TagRestored") ? back : withReopening(anyTag(slice, id), back, c),
    ),
  };
}

/** What was unsaid of a tag because it became another, or was checked, comes back with that, by no right of its own. */
function followedByItself({ type, body }: ArticleEvent, own: readonly ArticleEvent[]): boolean {
  if ((type !== "WaiverSet" && type !== "IdentitySet") || body.to !== null) return false;
  return own.some(
    (other) => other.type !== "WaiverSet" && other.type !== "IdentitySet" && tagOf(other) === body.tag,
  );
}

/** Taking back a step of the review takes the right to that step, as it is now; so does taking that back again. */
function mustStillBeAllowed(event: ArticleEvent, tag: Tag, article: Article, c: Circumstances): void {
  const grades = gradesOf(c.scheme, tag);
  if (event.type === "TagChecked") mustBeAllowed(c.actor, "set verdict", { article, grades });
  if (event.type === "TagApproved") mustBeAllowed(c.actor, "approve", { article, grades });
  if (event.type === "TagRestored") mustBeAllowedAgain(event.body.from, { article, grades }, c);
  if (event.type === "TagReopened" && event.body.reason !== null)
    mustBeAllowed(c.actor, "reopen", { article });
  if (event.type === "WaiverSet") mustBeAllowed(c.actor, "waive", { article, grades });
  if (event.type === "TagAssigned") mustBeAllowed(c.actor, "take", { article });
  if (event.type === "IdentitySet") mustBeAllowed(c.actor, "vouch for a source", { article });
}

/** The review comes back only by whoever could bring it about now, and against four eyes by nobody. */
function mustBeAllowedAgain(
  { state, approval }: Review,
  subject: Parameters<typeof mustBeAllowed>[2],
  c: Circumstances,
): void {
  if (state === "checked") mustBeAllowed(c.actor, "set verdict", subject);
  if (state !== "approved") return;
  mustBeAllowed(c.actor, "approve", subject);
  if (approval?.self && c.newsroom.fourEyes === "required")
    throw new DomainError(
      "forbidden",
      "Nobody approves their own verdict, so the approval does not come back.",
    );
}

/** Places of another revision mean nothing in the present one. */
function mustBeOfPresentText({ type, revision }: ArticleEvent, slice: Slice): void {
  if (type !== "EdgesMoved" && type !== "PlacementSettled") return;
  const present = slice.revision?.digest ?? null;
  if (revision !== present) throw overtaken(slice.revision?.number);
}

/** Nothing comes back that rests on evidence withdrawn since. */
function mustStillRest(fact: ArticleFact, tag: Tag, c: Circumstances): void {
  const rests = fact.type === "EvidenceAttached" ? [fact.body.evidence] : tag.evidence;
  const needsOne =
    fact.type === "EvidenceAttached" ||
    (fact.type === "TagRestored" &&
      fact.body.to.verdict !== null &&
      fact.body.to.verdict.finding !== "unverifiable");
  if (needsOne && !rests.some((id) => c.known.evidence.has(id))) {
    throw new DomainError(
      "conflict",
      "The evidence that this rests on was withdrawn since, so it was not undone.",
    );
  }
}

/**
 * What else keeps links fitting: those made since that do not fit a type that comes back are taken off.
 * @throws DomainError conflict where a link that comes back does not fit any more, or is there again
 */
function fittingLinks(slice: Slice, facts: readonly ArticleFact[], { scheme }: Circumstances): ArticleFact[] {
  const retyped = new Map(
    facts.flatMap(({ type, body }) => (type === "TypeChanged" ? [[body.tag, body.to.type] as const] : [])),
  );
  const typeOf = ({ id, type }: Tag) => retyped.get(id) ?? type;
  const off: PlacedLink[] = [];
  for (const { type, body } of facts) {
    if (type === "TagUnlinked") off.push(body);
    if (type !== "TagLinked") continue;
    const [from, to] = [typeOf(anyTag(slice, body.tag)), typeOf(anyTag(slice, body.target))];
    if (!allowsLink(scheme, from, body.kind, to) || linkedFrom(slice.tags, body)) throw overtaken(null);
  }
  if (retyped.size === 0) return [];
  return misfits(slice.tags, scheme, typeOf)
    .filter((link) => !off.some((other) => other.tag === link.tag && sameLink(other, link)))
    .map((body) => ({ type: "TagUnlinked", body }));
}

function tagOf(event: ArticleFact): TagId {
  if ("tag" in event.body) return event.body.tag;
  throw notUndone();
}

function notUndone(): DomainError {
  return new DomainError("illegal-state", "Only what was done to tags and threads can be undone.");
}

/** The fact that puts back what the event changed, as long as the tag still shows it. */
function inverse(event: ArticleEvent, tag: Tag, untouched: boolean): ArticleFact {
  switch (event.type) {
    case "TagAdded": {
      const to: Review = { state: "withdrawn", verdict: null, approval: null };
      if (tag.answered || tag.review.state !== event.body.state) throw overtaken(tag.review.state);
      return { type: "TagWithdrawn", body: { tag: tag.id, from: tag.review, to, reason: null } };
    }
    case "TypeChanged": {
      const { from, to } = event.body;
      if (tag.type !== to.type) throw overtaken(tag.type);
      return {
        type: "TypeChanged",
        body: { tag: tag.id, from: { type: tag.type, attributes: tag.attributes }, to: from },
      };
    }
    case "AttributeSet": {
      const { name, from, to } = event.body;
      const present = tag.attributes[name] ?? null;
      if (!sameValue(present, to)) throw overtaken(present);
      return { type: "AttributeSet", body: { tag: tag.id, name, from: present, to: from } };
    }
    case "NoteSet": {
      const { from, to } = event.body;
      if (!sameWords(tag.note, to)) throw overtaken(tag.note);
      return { type: "NoteSet", body: { tag: tag.id, from: tag.note, to: from } };
    }
    case "EdgesMoved": {
      const { from, to } = event.body;
      if (tag.anchor.start !== to.start || tag.anchor.end !== to.end) throw overtaken(tag.anchor);
      return { type: "EdgesMoved", body: { tag: tag.id, from: to, to: from } };
    }
    case "PlacementSettled": {
      const { settled } = event.body;
      if (tag.placement?.settled !== settled) throw overtaken(tag.placement);
      return { type: "PlacementSettled", body: { tag: tag.id, settled: !settled } };
    }
    case "EvidenceAttached":
      if (!tag.evidence.includes(event.body.evidence)) throw overtaken(null);
      // What a stale verdict rested on is in doubt anyway.
      if (tag.review.verdict && tag.review.state !== "stale") throw overtaken(tag.review.state);
      return { type: "EvidenceDetached", body: event.body };
    case "EvidenceDetached":
      if (tag.evidence.includes(event.body.evidence)) throw overtaken(null);
      return { type: "EvidenceAttached", body: event.body };
    case "TagLinked":
      if (!tag.links.some((link) => sameLink(link, event.body))) throw overtaken(null);
      return { type: "TagUnlinked", body: event.body };
    case "TagUnlinked":
      return { type: "TagLinked", body: event.body };
    case "WaiverSet": {
      const { from, to } = event.body;
      if (tag.waiver?.at !== to?.at || tag.waiver?.by !== to?.by) throw overtaken(tag.waiver);
      return { type: "WaiverSet", body: { tag: tag.id, from: tag.waiver, to: from } };
    }
    case "IdentitySet": {
      const { from, to } = event.body;
      if (tag.identity?.at !== to?.at || tag.identity?.by !== to?.by) throw overtaken(tag.identity);
      return { type: "IdentitySet", body: { tag: tag.id, from: tag.identity, to: from } };
    }
    case "TagAssigned": {
      const { from, to } = event.body;
      if (tag.assignee !== to) throw overtaken(tag.assignee);
      return { type: "TagAssigned", body: { tag: tag.id, from: to, to: from } };
    }
    case "SuggestionAccepted":
    case "TagChecked":
    case "TagApproved":
    case "TagReopened":
    case "TagWentStale":
    case "TagDismissed":
    case "TagWithdrawn":
    case "TagRestored": {
      if (!untouched) throw overtaken(tag.review.state);
      const { from, to } = event.body;
      return { type: "TagRestored", body: { tag: tag.id, from: to, to: from, reason: null } };
    }
    default:
      throw notUndone();
  }
}

function overtaken(present: unknown): DomainError {
  return new DomainError(
    "conflict",
    "This was changed again since, so it was not undone. What stands now is kept.",
    present,
  );
}
