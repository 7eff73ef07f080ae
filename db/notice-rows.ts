import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";

import type { ArticleId, NewsroomId, UserId } from "~/core/ids";
import type { Notice, Overtaken } from "~/core/notices";
import type { Transaction } from "./client";
import { notices } from "./schema/notices";

/** The mechanical map between what people are told of and rows. */

/** A notice to one person. */
export type PersonalNotice = Omit<Notice, "to"> & { readonly person: UserId };

/** Writes what each person is told of. */
export async function saveNotices(
  tx: Transaction,
  { newsroom, article, at }: { newsroom: NewsroomId; article: ArticleId; at: Date },
  told: readonly PersonalNotice[],
): Promise<void> {
  for (let i = 0; i < told.length; i += 1_000) {
    await tx.insert(notices).values(
      told.slice(i, i + 1_000).map(({ person, tag, thread, ...rest }) => ({
        ...rest,
        newsroomId: newsroom,
        articleId: article,
        userId: person,
        tagId: tag,
        threadId: thread,
        at,
      })),
    );
  }
}

/** Takes away what nobody has read yet and holds no longer. @returns whose it was */
export async function dropNotices(
  tx: Transaction,
  article: ArticleId,
  overtaken: readonly Overtaken[],
): Promise<UserId[]> {
  const people = new Set<UserId>();
  for (const which of conditionsOf(overtaken)) {
    const dropped = await tx
      .delete(notices)
      .where(and(eq(notices.articleId, article), isNull(notices.readAt), which))
      .returning({ person: notices.userId });
    for (const { person } of dropped) people.add(person);
  }
  return [...people];
}

/** A condition for all events at once, and one for each kind of thing with the same topics. */
function conditionsOf(overtaken: readonly Overtaken[]): (SQL | undefined)[] {
  const seqs: number[] = [];
  const things = new Map<string, Exclude<Overtaken, { seq: number }>[]>();
  for (const what of overtaken) {
    if ("seq" in what) {
      seqs.push(what.seq);
      continue;
    }
    const key = `${"thread" in what ? "thread" : "tag"} ${what.topics.join(" ")}`;
    things.set(key, [...(things.get(key) ?? []), what]);
  }
  const conditions = [...things.values()].map((alike) => {
    const threads = alike.flatMap((what) => ("thread" in what ? [what.thread] : []));
    const tags = alike.flatMap((what) => ("tag" in what ? [what.tag] : []));
    return and(
      inArray(notices.topic, [...(alike[0]?.topics ?? [])]),
      threads.length > 0 ? inArray(notices.threadId, threads) : inArray(notices.tagId, tags),
    );
  });
  return seqs.length > 0 ? [inArray(notices.seq, seqs), ...conditions] : conditions;
}
