import { describePassage } from "./anchor";
import { type Article, type Revision, type Slice, withDetail } from "./article";
import { unreachable } from "./errors";
import type { ArticleEvent } from "./event";
import { evolveLife, removeFromLife } from "./evolve-life";
import { carriedOver, removedEarlier } from "./evolve-placement";
import { type AboutPassage, evolveThread, removeFromThread } from "./evolve-thread";
import { asId, type TagId } from "./ids";
import { NEW_LIFE } from "./life";
import { type Link, sameLink } from "./link";
import { withEntries } from "./patched-map";
import { blotOut, removeFromTag, removeWords } from "./redaction";
import type { Review, Span, Tag } from "./tag";
import type { Thread } from "./thread";

/**
 * The one meaning of the log: what each event does to an article. The server folds its slice with it and
 * maps what changed to rows; the browser folds its copy with it; the replay test folds whole logs with it.
 */

/** What an event changed: the whole of each changed part. */
export interface Changes {
  readonly article?: Article;
  readonly revision?: Revision;
  readonly tags?: readonly Tag[];
  readonly threads?: readonly Thread[];
}

/** The slice with the changes of event `seq` in it; the old one stays as it was. */
export function applyChanges(slice: Slice, changes: Changes, seq: number): Slice {
  return {
    seq,
    article: changes.article ?? slice.article,
    revision: changes.revision ?? slice.revision,
    tags: withEntries(slice.tags, changes.tags?.map((tag) => [tag.id, tag]) ?? []),
    threads: withEntries(slice.threads, changes.threads?.map((thread) => [thread.id, thread]) ?? []),
  };
}

/** The slice after the event: `evolve` and `applyChanges` in one step. */
export function fold(slice: Slice, event: ArticleEvent): Slice {
  return applyChanges(slice, evolve(slice, event), event.seq);
}

/**
 * What the event changes in the slice.
 * @throws Error when the slice lacks what the event is about: the two do not belong together
 */
export function evolve(slice: Slice, event: ArticleEvent): Changes {
  switch (event.type) {
    case "ArticleCreated":
      return { article: created(event) };
    case "ArticleImported":
      return {};
    case "RevisionAdded": {
      const { number, text, blocks } = event.body;
      return {
        article: { ...articleIn(slice), revision: number },
        revision: {
          number,
          text: text.words ?? "",
          ref: text.ref ?? `${event.seq}/text`,
          digest: event.revision,
          blocks,
          createdAt: event.at,
        },
      };
    }
    case "TagsCarried":
      return carriedOver(slice, event);
    case "TitleChanged":
      return { article: { ...articleIn(slice), title: event.body.to } };
    case "DetailChanged":
      return { article: withDetail(articleIn(slice), event.body) };
    case "SentToReview":
    case "SentBack":
    case "SignedOff":
    case "SignOffVoided":
    case "ArticlePublished":
    case "CorrectionBegun":
    case "CorrectionDropped":
    case "CorrectionPublished":
    case "DebtSettled":
    case "PublicationWithdrawn":
    case "ArticleSpiked":
    case "ArticleUnspiked":
    case "ArticleArchived":
    case "ArticleRestored":
      return { article: evolveLife(articleIn(slice), event) };
    case "DeadlineSet":
      return { article: { ...articleIn(slice), deadline: event.body.to } };
    case "RestrictionSet":
      return { article: { ...articleIn(slice), restricted: event.body.to } };
    case "ArticleShared": {
      const article = articleIn(slice);
      const others = article.shares.filter((share) => share.person !== event.body.share.person);
      return { article: { ...article, shares: [...others, event.body.share] } };
    }
    case "ArticleUnshared": {
      const article = articleIn(slice);
      const shares = article.shares.filter((share) => share.person !== event.body.share.person);
      return { article: { ...article, shares } };
    }
    case "TagAdded":
      return { tags: [added(slice, event)] };
    case "TypeChanged":
      return changed(slice, event, event.body.tag, event.body.to);
    case "AttributeSet": {
      const { tag, name, to } = event.body;
      const { [name]: _, ...others } = tagIn(slice, tag).attributes;
      return changed(slice, event, tag, { attributes: to === null ? others : { ...others, [name]: to } });
    }
    case "NoteSet":
      return changed(slice, event, event.body.tag, { note: event.body.to });
    case "EdgesMoved":
      return changed(slice, event, event.body.tag, { anchor: anchorIn(slice, event.body.to) });
    case "TagReattached": {
      const { tag, to } = event.body;
      return changed(slice, event, tag, {
        anchor: anchorIn(slice, to),
        placement: settledIn(slice, tag, true),
      });
    }
    case "PlacementSettled": {
      const { tag, settled } = event.body;
      return changed(slice, event, tag, { placement: settledIn(slice, tag, settled) });
    }
    case "EvidenceAttached": {
      const { tag, evidence } = event.body;
      return changed(slice, event, tag, { evidence: [...tagIn(slice, tag).evidence, evidence] });
    }
    case "EvidenceDetached": {
      const { tag, evidence } = event.body;
      return changed(slice, event, tag, {
        evidence: tagIn(slice, tag).evidence.filter((id) => id !== evidence),
      });
    }
    case "TagLinked": {
      const { tag, kind, target } = event.body;
      return linked(slice, event, [...tagIn(slice, tag).links, { kind, target }]);
    }
    case "TagUnlinked": {
      const { tag, ...link } = event.body;
      return linked(
        slice,
        event,
        tagIn(slice, tag).links.filter((other) => !sameLink(other, link)),
      );
    }
    case "WaiverSet":
      return changed(slice, event, event.body.tag, { waiver: event.body.to });
    case "IdentitySet":
      return changed(slice, event, event.body.tag, { identity: event.body.to });
    case "TagAssigned":
      return changed(slice, event, event.body.tag, { assignee: event.body.to });
    case "SuggestionAccepted":
    case "TagChecked":
    case "TagApproved":
    case "TagReopened":
    case "TagWentStale":
    case "TagDismissed":
    case "TagWithdrawn":
    case "TagRestored":
      return reviewed(slice, event, event.body);
    case "ThreadOpened":
    case "CommentAdded":
    case "CommentEdited":
    case "ThreadResolved":
    case "ThreadReopened":
    case "ThreadWithdrawn":
    case "ThreadRestored":
    case "BlockingSet":
    case "QueryReaddressed":
    case "QueryDueSet":
      return discussed(slice, event);
    case "TextRedacted":
      return redacted(slice, event);
    default:
      return unreachable(event);
  }
}

function created(event: ArticleEvent & { type: "ArticleCreated" }): Article {
  const { newsroom, details, title, author, scheme } = event.body;
  return {
    id: asId("article", event.log),
    newsroom,
    ...details,
    title,
    author,
    restricted: false,
    shares: [],
    state: "draft",
    life: NEW_LIFE,
    deadline: null,
    scheme,
    revision: 0,
    createdAt: event.at,
  };
}

function added(slice: Slice, event: ArticleEvent & { type: "TagAdded" }): Tag {
  const { tag, type, attributes, note, span, state, schemeVersion, evidence, imported } = event.body;
  return {
    id: tag,
    article: articleIn(slice).id,
    type,
    attributes,
    anchor: anchorIn(slice, span),
    placement: null,
    note,
    review: { state, verdict: null, approval: null },
    waiver: null,
    identity: null,
    assignee: null,
    evidence,
    links: [],
    author: event.actor,
    at: event.at,
    schemeVersion,
    imported,
    answered: false,
    touched: event.seq,
  };
}

function changed(slice: Slice, event: ArticleEvent, id: TagId, change: Partial<Tag>): Changes {
  return { tags: [{ ...tagIn(slice, id), ...change, touched: event.seq }] };
}

function reviewed(slice: Slice, event: ArticleEvent, { tag: id, to }: { tag: TagId; to: Review }): Changes {
  return changed(slice, event, id, { review: to, answered: isAnswered(tagIn(slice, id), event) });
}

/** A link says something of both its ends: whoever makes or removes it has answered both. */
function linked(
  slice: Slice,
  event: ArticleEvent & { type: "TagLinked" | "TagUnlinked" },
  links: readonly Link[],
): Changes {
  const tag = { ...tagIn(slice, event.body.tag), links: [...links], touched: event.seq };
  const ends = [tag, tagIn(slice, event.body.target)];
  return { tags: ends.map((end) => ({ ...end, answered: isAnswered(end, event) })) };
}

/** Whoever speaks in a thread about a tag has answered the tag. */
function discussed(slice: Slice, event: Parameters<typeof evolveThread>[1]): Changes {
  const thread = evolveThread(slice, event, (about) => anchorOfThread(slice, about));
  const speaks = event.type === "ThreadOpened" || event.type === "CommentAdded";
  if (!speaks || thread.tag === null) return { threads: [thread] };
  const tag = tagIn(slice, thread.tag);
  const answered = isAnswered(tag, event);
  return { threads: [thread], ...(answered !== tag.answered && { tags: [{ ...tag, answered }] }) };
}

/** Of a lost tag, the words that it had: its thread is about those. */
function anchorOfThread(slice: Slice, { tag, revision, span }: AboutPassage): Tag["anchor"] {
  const isPresent = tag === null || revision === slice.revision?.number;
  return isPresent ? anchorIn(slice, span) : tagIn(slice, tag).anchor;
}

function isAnswered({ answered, author }: Tag, { actor }: ArticleEvent): boolean {
  return answered || actor !== author;
}

/** Words blanked wherever they show; or a passage blotted out, and with it what tags quote of it. */
function redacted(slice: Slice, { at, body }: ArticleEvent & { type: "TextRedacted" }): Changes {
  const { ref, passage, revision: earlier } = body;
  if (earlier !== undefined && passage) return removedEarlier(slice, { revision: earlier, passage });
  const article = articleIn(slice);
  const title = {
    ...article,
    title: removeWords(article.title, ref, at),
    life: removeFromLife(article.life, ref, at),
  };
  const threads = [...slice.threads.values()];
  if (!passage)
    return {
      article: title,
      tags: [...slice.tags.values()].map((tag) => removeFromTag(tag, ref, at)),
      threads: threads.map((thread) => removeFromThread(thread, ref, at)),
    };
  const before = revisionIn(slice);
  const revision = { ...before, text: blotOut(before.text, passage) };
  // What stands in an earlier text quotes that one.
  const described = (anchor: Tag["anchor"]) =>
    anchor.revision === revision.number ? describePassage(revision.text, revision.number, anchor) : anchor;
  const tags = [...slice.tags.values()].map((tag) => ({ ...tag, anchor: described(tag.anchor) }));
  const redescribed = threads.map((thread) => ({
    ...thread,
    anchor: thread.anchor && described(thread.anchor),
  }));
  return { revision, tags, threads: redescribed };
}

function articleIn(slice: Slice): Article {
  if (!slice.article) throw new Error("The event is about an article that the slice lacks.");
  return slice.article;
}

function revisionIn(slice: Slice): Revision {
  if (!slice.revision) throw new Error("The event is about a text that the slice lacks.");
  return slice.revision;
}

function tagIn(slice: Slice, id: TagId): Tag {
  const tag = slice.tags.get(id);
  if (!tag) throw new Error(`The event is about tag ${id}, which the slice lacks.`);
  return tag;
}

function settledIn(slice: Slice, id: TagId, settled: boolean): Tag["placement"] {
  const { placement } = tagIn(slice, id);
  return placement && { ...placement, settled };
}

function anchorIn(slice: Slice, span: Span): Tag["anchor"] {
  const revision = revisionIn(slice);
  return describePassage(revision.text, revision.number, span);
}
