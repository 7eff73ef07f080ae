import type { Article, Revision } from "~/core/article";
import type { ArticleId, UserId } from "~/core/ids";
import type { Desk, Newsroom } from "~/core/newsroom";
import { type Actor, mustBeAllowed } from "~/core/policy";
import type { Scheme } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import type { Thread } from "~/core/thread";
import type { Database } from "~/db/client";
import { type Person, peopleAround } from "~/db/queries/cast";
import { desksOf } from "~/db/queries/desks";
import { wholeArticle } from "~/db/queries/slices";
import { newsroomsOf, schemeFor } from "~/db/queries/standing";
import { noSuchArticle } from "./execute";

/** Everything that the workspace shows at first, as it stood at one moment: at event `slice.seq`. */
export interface OpenedArticle {
  readonly slice: {
    readonly seq: number;
    readonly article: Article;
    readonly revision: Revision;
    /** In the order of the text. */
    readonly tags: readonly Tag[];
    /** In the order of their beginning. */
    readonly threads: readonly Thread[];
  };
  readonly scheme: Scheme;
  readonly newsroom: Newsroom;
  /** Who opened it, with their roles in its newsroom. */
  readonly actor: Actor;
  /** Those who occur in the article, and the newsroom's members. */
  readonly people: readonly Person[];
  /** Archived ones too, so that an article's desk has a name. */
  readonly desks: readonly Desk[];
}

/**
 * Opens an article for a person. One snapshot of the database: no tag is newer than `slice.seq`.
 * @throws DomainError not-found where the person does not see it, forbidden where they may not read its text
 */
export async function openArticle(db: Database, person: UserId, id: ArticleId): Promise<OpenedArticle> {
  return db.transaction(
    async (tx) => {
      const { seq, article, revision, tags, threads } = (await wholeArticle(tx, person, id)) ?? {};
      if (seq === undefined || !article || !revision || !tags || !threads) throw noSuchArticle();
      const newsroom = (await newsroomsOf(tx, person)).find((known) => known.id === article.newsroom);
      if (!newsroom) throw noSuchArticle();
      const { roles, ...rest } = newsroom;
      const actor = { id: person, roles };
      mustBeAllowed(actor, "read text", { article });
      return {
        slice: { seq, article, revision, tags: [...tags.values()], threads: [...threads.values()] },
        scheme: await schemeFor(tx, newsroom.id, article.scheme),
        newsroom: rest,
        actor,
        people: await peopleAround(tx, newsroom.id, peopleIn(article, tags.values(), threads.values())),
        desks: await desksOf(tx, newsroom.id),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

function peopleIn(article: Article, tags: Iterable<Tag>, threads: Iterable<Thread>): Set<UserId> {
  const { author, shares, life } = article;
  const people = new Set([author, ...shares.map(({ person }) => person)]);
  for (const { by } of [...life.signatures, ...life.publications]) people.add(by);
  for (const { author, review, waiver, identity, assignee } of tags) {
    people.add(author);
    if (review.verdict) people.add(review.verdict.by);
    if (review.approval) people.add(review.approval.by);
    if (waiver) people.add(waiver.by);
    if (identity) people.add(identity.by);
    if (assignee) people.add(assignee);
  }
  for (const { comments, addressee, resolution } of threads) {
    for (const { by } of comments) people.add(by);
    if (addressee && "person" in addressee) people.add(addressee.person);
    if (resolution) people.add(resolution.by);
  }
  return people;
}
