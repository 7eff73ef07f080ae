import { DomainError } from "~/core/errors";
import { type Passage, passageOf } from "~/core/excerpt";
import type { ArticleId, NewsroomId, TagId, UserId } from "~/core/ids";
import type { Newsroom } from "~/core/newsroom";
import { type Actor, can, rolesHeld } from "~/core/policy";
import { gradeLabels, gradesOf, type Scheme } from "~/core/scheme";
import type { SharingOut, TagPlace, TagQueueAsked } from "~/core/shapes/queue";
import { shareOut } from "~/core/sharing-out";
import { claimedBy, type Tag } from "~/core/tag";
import type { Article } from "~/core/article";
import type { Database, Queryable } from "~/db/client";
import type { ArticleEvidence } from "~/db/queries/article-evidence";
import { namesOf } from "~/db/queries/cast";
import { desksOf } from "~/db/queries/desks";
import { schemesOf } from "~/db/queries/dossiers";
import type { Looker } from "~/db/queries/queues/conditions";
import { lookAtTag } from "~/db/queries/queues/look";
import { seenBy, type Worker, workersOf } from "~/db/queries/queues/people";
import { dueOf, evidenceAmongTags, queuedTags } from "~/db/queries/queues/tags";
import { tagFrom } from "~/db/rows";
import { searcherFor } from "./searcher";

/** The queues as their page shows them: rows with what may be done about each. */

/** A tag that waits for its next step. */
export interface QueuedTag {
  readonly tag: Tag;
  /** Why it needs a more senior hand, in the words of its scheme. */
  readonly grades: readonly string[];
  readonly article: Pick<Article, "id" | "title" | "language" | "direction" | "state" | "restricted"> & {
    /** By when it has to be done: what is owed, else the deadline; in milliseconds since 1970. */
    readonly due: number | null;
    readonly desk: string | null;
  };
  /** By name: who tagged it, who set its verdict, and whose its next step is. */
  readonly author: string;
  readonly verdictBy: string | null;
  readonly claimedBy: { readonly id: UserId; readonly name: string } | null;
  /** Whether a verdict, or an approval, is the caller's to give, as far as roles and four eyes go. */
  readonly mayCheck: boolean;
  readonly mayApprove: boolean;
}

export interface TagQueuePage {
  readonly tags: readonly QueuedTag[];
  readonly next: TagPlace | null;
}

/** Who looks, and by what. @throws DomainError forbidden where they may read no text */
export async function lookerFor(
  db: Queryable,
  actor: Actor,
  { id, fourEyes }: Pick<Newsroom, "id" | "fourEyes">,
): Promise<Looker> {
  return { ...searcherFor(actor, id), fourEyes, schemes: await schemesOf(db, id) };
}

/** A page of a queue of tags. */
export async function tagQueuePage(
  db: Queryable,
  looker: Looker,
  asked: { asked: TagQueueAsked; after: TagPlace | null; limit: number },
): Promise<TagQueuePage> {
  const { rows, next } = await queuedTags(db, looker, asked);
  const evidence = await evidenceAmongTags(
    db,
    rows.map(({ tag }) => tag.id),
  );
  const tags = rows.map((row) => ({ ...row, tag: tagFrom(row.tag, evidence.get(row.tag.id) ?? [], []) }));
  const people = tags.flatMap(({ tag }) =>
    [tag.author, tag.review.verdict?.by, claimedBy(tag)].filter((id) => id !== null && id !== undefined),
  );
  const names = await namesOf(db, people);
  const desks = new Map((await desksOf(db, looker.newsroom)).map(({ id, name }) => [id, name]));
  const nameOf = (id: UserId) => names.get(id) ?? "";
  return {
    tags: tags.map(({ tag, article }) => {
      const holder = claimedBy(tag);
      const { title, titleRef, titleRemovedAt, deskId, deadline, debtDue, authorId, ...rest } = article;
      const removal = titleRemovedAt && { removedAt: titleRemovedAt.getTime() };
      return {
        tag,
        grades: gradeLabelsOf(looker.schemes, tag),
        article: {
          ...rest,
          title: { ref: titleRef, words: title, ...removal },
          due: dueOf({ debtDue, deadline }),
          desk: deskId === null ? null : (desks.get(deskId) ?? null),
        },
        author: tag.imported?.author ?? nameOf(tag.author),
        verdictBy: tag.review.verdict && nameOf(tag.review.verdict.by),
        claimedBy: holder === null ? null : { id: holder, name: nameOf(holder) },
        ...mayDo(looker, tag, authorId),
      };
    }),
    next,
  };
}

function mayDo(
  { actor, schemes, fourEyes }: Pick<Looker, "actor" | "schemes" | "fourEyes">,
  tag: Tag,
  storyBy: UserId,
): Pick<QueuedTag, "mayCheck" | "mayApprove"> {
  const grades = gradesOfTag(schemes, tag);
  const { state, verdict } = tag.review;
  const isOwnVerdict = verdict?.by === actor.id;
  return {
    mayCheck: storyBy !== actor.id && can(actor, "set verdict", { grades }).allowed,
    mayApprove:
      state === "checked" &&
      can(actor, "approve", { grades }).allowed &&
      (fourEyes === "recorded" || !isOwnVerdict),
  };
}

function gradesOfTag(schemes: readonly Scheme[], tag: Tag) {
  const scheme = schemeOf(schemes, tag);
  return scheme ? gradesOf(scheme, tag) : [];
}

function gradeLabelsOf(schemes: readonly Scheme[], tag: Tag): string[] {
  const scheme = schemeOf(schemes, tag);
  return scheme ? gradeLabels(scheme, tag) : [];
}

/** The newest of the schemes that know the type: later versions only add. */
function schemeOf(schemes: readonly Scheme[], { type }: Tag): Scheme | undefined {
  return schemes.findLast(({ types }) => types.some(({ name }) => name === type));
}

/** What is looked at to decide about a tag. */
export interface Looked {
  readonly passage: Passage;
  readonly evidence: readonly ArticleEvidence[];
  readonly openThreads: number;
}

/** So many code units of the text are shown on either side of a tag. */
const AROUND = 220;

/** @throws DomainError not-found where the article has no such tag */
export async function looked(db: Queryable, article: ArticleId, tag: TagId): Promise<Looked> {
  const look = await lookAtTag(db, article, tag);
  if (!look) throw new DomainError("not-found", "There is no such tag in this article.");
  const { text, start, end, ...rest } = look;
  return { passage: passageOf(text, { start, end }, AROUND), ...rest };
}

/** Who would get which tag; null where none of them can take it. */
export type Plan = readonly {
  readonly article: ArticleId;
  readonly tag: TagId;
  readonly to: UserId | null;
}[];

/**
 * Shares tags out among people: to nobody who does not see the article or does not work on its tags, nor who would
 * check their own story or approve their own verdict, nor whose right it is not.
 */
export async function planOf(
  db: Database,
  { actor, newsroom, schemes, fourEyes }: Looker,
  { tags, among, how }: SharingOut,
): Promise<Plan> {
  const ids = tags.map(({ tag }) => tag);
  const seen = new Map(
    (await seenBy(db, actor.id, { newsroom, ids, among })).map((row) => [row.tag.id, row]),
  );
  const workers = new Map((await workersOf(db, newsroom)).map((worker) => [worker.id, worker]));
  const canTake = (id: TagId, person: UserId): boolean => {
    const row = seen.get(id);
    const worker = workers.get(person);
    if (!row || !worker || !row.seers.has(person)) return false;
    const may = mayDo({ actor: worker, schemes, fourEyes }, tagFrom(row.tag, [], []), row.article.author);
    return row.tag.state === "checked" ? may.mayApprove : may.mayCheck;
  };
  const load = new Map([...workers.values()].map(({ id, load: held }) => [id, held]));
  const given = new Map(shareOut({ tags: ids, among, how, load, canTake }).map(({ tag, to }) => [tag, to]));
  return tags.map(({ article, tag }) => ({ article, tag, to: given.get(tag) ?? null }));
}

/** The members to whom the actor can give tags: those with a step in their hands, checkers where a checker asks. */
export async function workersFor(db: Queryable, actor: Actor, newsroom: NewsroomId): Promise<Worker[]> {
  const toAnybody = can(actor, "assign").allowed;
  if (!toAnybody && !can(actor, "assign: among checkers").allowed) return [];
  return (await workersOf(db, newsroom)).filter(
    ({ id, roles }) =>
      can({ id, roles }, "set verdict").allowed && (toAnybody || rolesHeld(roles).includes("checker")),
  );
}
