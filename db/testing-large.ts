import { sql } from "drizzle-orm";

import type { NewsroomId, UserId } from "~/core/ids";
import { QCU_1 } from "~/core/qcu";
import type { Database } from "./client";
import { articles, memberships, newsrooms } from "./schema/index";
import type { TestNewsroom } from "./testing-newsroom";

/**
 * A large newsroom's years of work, put straight into the tables by the database itself: nothing of it went through
 * `execute`, and there is no log of it. For measuring lists; not for use outside of benchmarks.
 */

export interface Large {
  readonly articles: number;
  /** Tags of each article. */
  readonly tags: number;
}

/** So many of a thousand articles are worked on; most others are published, some archived. */
const IN_WORK = 30;
/** So many are put in at once. */
const CHUNK = 5_000;

/** As in any language a few words are everywhere; each tag and text has a rare one beside them. */
const WORDS =
  "the harbour wall council ferry budget island school vote storm engine record claim number tide";

/** Fills the newsroom, by people of every role that it has. @param told hears how many articles are in */
export async function fillLarge(
  db: Database,
  { id, people }: TestNewsroom,
  { articles: count, tags }: Large,
  told: (done: number) => void,
): Promise<void> {
  const [author, checker] = [personOf(people, "reporter"), personOf(people, "checker")];
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK);
    await addArticles(db, id, { author, from, to });
    await addRevisions(db, id, { from, to });
    await addTags(db, id, { author, checker, from, to, tags });
    told(to);
  }
  await db.execute(sql`vacuum analyze`);
}

function personOf(people: TestNewsroom["people"], role: "reporter" | "checker"): UserId {
  const person = people.get(role);
  if (!person) throw new Error(`The newsroom has no ${role}.`);
  return person;
}

const article = sql`md5('article ' || n)::uuid`;
const word = (n: unknown) => sql`split_part(${WORDS}, ' ', 1 + (${n}) % 15)`;

async function addArticles(
  db: Database,
  newsroom: NewsroomId,
  { author, from, to }: { author: UserId; from: number; to: number },
): Promise<void> {
  await db.execute(sql`
    insert into articles (newsroom_id, id, title, title_ref, language, direction, author_id, restricted, state, deadline,
      debt_due, scheme_id, scheme_version, revision, created_at, updated_at, head_seq, head_hash)
    select ${newsroom}, ${article}, ${word(sql`n`)} || ' ' || n, '1/title', 'en', 'ltr', ${author}, n % 97 = 0,
      case when n % 1000 < ${IN_WORK} then (array['draft', 'in-review', 'ready'])[1 + n % 3]
        when n % 20 = 19 then 'archived' else 'published' end,
      case when n % 1000 < ${IN_WORK} and n % 3 > 0 then now() + (n % 4000 - 400) * interval '1 minute' end,
      case when n % 1000 = 500 then now() + (n % 100 - 50) * interval '1 hour' end,
      ${QCU_1.id}, ${QCU_1.version}, 1, now() - n * interval '1 minute', now() - n * interval '1 minute', 1, ''
    from generate_series(${from}::integer, ${to - 1}::integer) as n`);
}

async function addRevisions(
  db: Database,
  newsroom: NewsroomId,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await db.execute(sql`
    insert into revisions (newsroom_id, article_id, number, text, text_ref, blocks, created_at)
    select ${newsroom}, ${article}, 1, ${WORDS} || ' ' || n || ' ' || ${word(sql`n / 7`)}, '1/text', '[]',
      now() - n * interval '1 minute'
    from generate_series(${from}::integer, ${to - 1}::integer) as n`);
}

/** In articles that are worked on four of ten tags are open, three checked and three approved; in others, nearly all approved. */
async function addTags(
  db: Database,
  newsroom: NewsroomId,
  of: { author: UserId; checker: UserId; from: number; to: number; tags: number },
): Promise<void> {
  const state = sql`case when n % 1000 < ${IN_WORK}
      then (array['open', 'open', 'open', 'open', 'checked', 'checked', 'checked', 'approved', 'approved', 'approved'])[1 + k % 10]
    when (n * 41 + k) % 3000 = 7 then 'stale' when (n + k) % 50 = 0 then 'checked' else 'approved' end`;
  await db.execute(sql`
    insert into tags (newsroom_id, id, article_id, type, attributes, revision, start_offset, end_offset, exact, prefix,
      suffix, state, finding, verdict_by, verdict_at, approved_by, approved_at, self_approved, assignee_id, author_id,
      created_at, scheme_version, answered, touched)
    select ${newsroom}, md5('tag ' || n || ' ' || k)::uuid, ${article}, (array['claim', 'quote', 'uncertainty'])[1 + k % 3],
      case k % 3 when 0 then jsonb_build_object('kind', 'event', 'voice', 'own', 'legal', false,
          'priority', case when k % 6 = 0 then 'must' else 'should' end)
        when 1 then '{"form": "direct"}' else '{"kind": "hedge"}' end,
      1, k, k + 8, ${word(sql`n + k`)} || ' ' || n * 41 + k, '', '', state,
      case when state <> 'open' then 'confirmed' end,
      case when state <> 'open' then ${of.checker}::uuid end, case when state <> 'open' then now() end,
      case when state = 'approved' then ${of.author}::uuid end, case when state = 'approved' then now() end,
      case when state = 'approved' then false end,
      case when state = 'open' and n % 9 = 0 then ${of.checker}::uuid end, ${of.author},
      now() - n * interval '1 minute' + k * interval '1 second', ${QCU_1.version}, false, 1
    from generate_series(${of.from}::integer, ${of.to - 1}::integer) as n
      cross join generate_series(0, ${of.tags - 1}::integer) as k
      cross join lateral (select ${state} as state) as s`);
}

/**
 * The large newsroom that was made here before; null in an empty database.
 * @throws Error when what is here is not of this size
 */
export async function filledBefore(db: Database, { articles: wanted }: Large): Promise<TestNewsroom | null> {
  const [newsroom] = await db.select({ id: newsrooms.id, slug: newsrooms.slug }).from(newsrooms);
  if (!newsroom) return null;
  const count = await db.$count(articles);
  if (count !== wanted)
    throw new Error(`There are ${count} articles here, not ${wanted}: choose an empty folder.`);
  const members = await db.select({ person: memberships.userId, roles: memberships.roles }).from(memberships);
  return {
    ...newsroom,
    people: new Map(members.flatMap(({ person, roles }) => roles.map((role) => [role, person]))),
  };
}

/** The plainest page that there could be: the newest tags after a place, by their index alone. */
export async function barePage(db: Database, newsroom: NewsroomId, before: Date): Promise<number> {
  const rows = await db.execute(sql`
    select id, created_at from tags where newsroom_id = ${newsroom} and created_at < ${before.toISOString()}
    order by created_at desc nulls last, id desc nulls last limit 50`);
  return rows.length;
}
