import { and, asc, count, eq, gt, inArray, lt, not, type SQL, sql } from "drizzle-orm";

import { Origin } from "~/core/shapes/article";
import { type Surroundings, type Standing } from "~/core/dossier-of";
import type { ArticleId, DeskId, EvidenceId, NewsroomId, UserId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import { Scheme } from "~/core/shapes/scheme";
import type { Reach } from "~/core/policy";
import type { Tag, TagState } from "~/core/tag";
import type { Thread } from "~/core/thread";
import type { Database, Queryable } from "~/db/client";
import { evidenceFrom } from "~/db/newsroom-rows";
import { articles, tags } from "~/db/schema/articles";
import { desks, evidence, newsrooms, schemes } from "~/db/schema/newsrooms";
import { events } from "~/db/schema/log";
import { users } from "~/db/schema/people";
import { wholeArticle } from "./slices";
import { schemeFor } from "./standing";
import { visibleTo, withinReach } from "./visible";

/**
 * What exports are made of: one article whole, or a newsroom's articles one after another.
 */

/** Everything that a dossier tells, as it stood at one moment. */
export interface DossierMaterial {
  readonly standing: Standing;
  readonly around: Surroundings;
}

/** An article with all that its dossier tells, from one snapshot; null where the person does not see it. */
export async function dossierMaterial(
  db: Database,
  person: UserId,
  id: ArticleId,
): Promise<DossierMaterial | null> {
  const snapshot = { isolationLevel: "repeatable read", accessMode: "read only" } as const;
  return db.transaction(async (tx) => {
    const { article, revision, tags: all, threads } = (await wholeArticle(tx, person, id)) ?? {};
    if (!article || !revision || !all || !threads) return null;
    const [place] = await tx
      .select({ name: newsrooms.name, slug: newsrooms.slug, desk: desks.name })
      .from(newsrooms)
      .leftJoin(desks, eq(desks.id, sql`${article.desk}::uuid`))
      .where(eq(newsrooms.id, article.newsroom));
    if (!place) throw new Error(`Article ${id} belongs to no newsroom.`);
    const { desk, ...newsroom } = place;
    const items = await evidenceNamed(tx, [...all.values()]);
    const people = [
      article.author,
      ...[...all.values()].flatMap(peopleOf),
      ...[...threads.values()].flatMap(speakersOf),
      ...[...items.values()].map((e) => e.addedBy),
    ];
    return {
      standing: { article, revision, tags: all, threads },
      around: {
        newsroom,
        desk,
        scheme: await schemeFor(tx, article.newsroom, article.scheme),
        names: await namesOf(tx, people),
        evidence: items,
        origin: await originOf(tx, id),
      },
    };
  }, snapshot);
}

function peopleOf({ author, review: { verdict, approval } }: Tag): UserId[] {
  return [author, ...(verdict ? [verdict.by] : []), ...(approval ? [approval.by] : [])];
}

function speakersOf({ comments, addressee, resolution }: Thread): UserId[] {
  const asked = addressee && "person" in addressee ? [addressee.person] : [];
  return [...comments.map(({ by }) => by), ...asked, ...(resolution ? [resolution.by] : [])];
}

async function namesOf(db: Queryable, people: readonly UserId[]): Promise<Map<UserId, string>> {
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(people)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function evidenceNamed(db: Queryable, holders: readonly Tag[]): Promise<Map<EvidenceId, Evidence>> {
  const ids = [...new Set(holders.flatMap((tag) => tag.evidence))];
  if (ids.length === 0) return new Map();
  const rows = await db.select().from(evidence).where(inArray(evidence.id, ids));
  return new Map(rows.map((row) => [row.id, evidenceFrom(row)]));
}

/** Where an imported article came from. An import says so among the first events of its log. */
async function originOf(db: Queryable, id: ArticleId): Promise<Origin | null> {
  const [row] = await db
    .select({ origin: sql<unknown>`${events.body} -> 'origin'` })
    .from(events)
    .where(and(eq(events.logId, id), lt(events.seq, 4), eq(events.type, "ArticleImported")));
  return row ? Origin.nullable().parse(row.origin) : null;
}

/** Which of a newsroom's articles a person takes out: all that they see, or those of them that are their own. */
export interface Exportable {
  readonly person: UserId;
  readonly newsroom: NewsroomId;
  readonly reach: Reach;
  /** Of these only, where it is not the whole newsroom. */
  readonly among?: readonly ArticleId[];
}

function exportable({ person, newsroom, reach, among }: Exportable): SQL | undefined {
  return and(
    eq(articles.newsroomId, newsroom),
    visibleTo(person),
    withinReach(person, reach),
    among && inArray(articles.id, [...among]),
  );
}

/** The next articles after one, in the order of their ids; from the first where `after` is null. */
export async function exportableArticles(
  db: Queryable,
  which: Exportable,
  after: ArticleId | null,
  limit: number,
): Promise<ArticleId[]> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(exportable(which), after === null ? undefined : gt(articles.id, after)))
    .orderBy(asc(articles.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** How many articles there are to export. */
export async function countExportable(db: Queryable, which: Exportable): Promise<number> {
  const [row] = await db.select({ articles: count() }).from(articles).where(exportable(which));
  return row?.articles ?? 0;
}

/** How many tags of a type stand in a state. */
export interface TagCount {
  readonly type: string;
  readonly state: TagState;
  readonly count: number;
}

/** Tags by type and state over all articles that there are to export. */
export async function countTags(db: Queryable, which: Exportable): Promise<TagCount[]> {
  return db
    .select({ type: tags.type, state: tags.state, count: count() })
    .from(tags)
    .innerJoin(articles, eq(articles.id, tags.articleId))
    .where(and(eq(tags.newsroomId, which.newsroom), exportable(which)))
    .groupBy(tags.type, tags.state)
    .orderBy(asc(tags.type), asc(tags.state));
}

/** Every scheme that the newsroom keeps, each in all of its versions. */
export async function schemesOf(db: Queryable, newsroom: NewsroomId): Promise<Scheme[]> {
  const rows = await db
    .select({ body: schemes.body })
    .from(schemes)
    .where(eq(schemes.newsroomId, newsroom))
    .orderBy(asc(schemes.id), asc(schemes.version));
  return rows.map(({ body }) => Scheme.parse(body));
}
/** The newsroom of an article that the person sees; null for any other. */
export async function articleNewsroom(
  db: Queryable,
  person: UserId,
  id: ArticleId,
): Promise<NewsroomId | null> {
  const [row] = await db
    .select({ newsroom: articles.newsroomId })
    .from(articles)
    .where(and(eq(articles.id, id), visibleTo(person)));
  return row?.newsroom ?? null;
}

/** The newsroom's desk of that name, if it is in use. */
export async function deskNamed(db: Queryable, newsroom: NewsroomId, name: string): Promise<DeskId | null> {
  const [row] = await db
    .select({ id: desks.id })
    .from(desks)
    .where(and(eq(desks.newsroomId, newsroom), eq(desks.name, name), not(desks.archived)));
  return row?.id ?? null;
}

/** Which of the evidence items the newsroom has, and whether each was withdrawn. */
export async function evidenceAmong(
  db: Queryable,
  newsroom: NewsroomId,
  ids: readonly EvidenceId[],
): Promise<Map<EvidenceId, { withdrawn: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: evidence.id, withdrawnAt: evidence.withdrawnAt })
    .from(evidence)
    .where(and(eq(evidence.newsroomId, newsroom), inArray(evidence.id, [...ids])));
  return new Map(rows.map(({ id, withdrawnAt }) => [id, { withdrawn: withdrawnAt !== null }]));
}
