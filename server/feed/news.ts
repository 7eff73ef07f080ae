import { z } from "zod";

import type { RefusalKind } from "~/core/errors";
import type { ArticleEvent } from "~/core/event";
import { ArticleId } from "~/core/shapes/ids";
import { jsonIn } from "~/core/json";
import { Slug } from "~/core/shapes/newsroom";
import type { Present } from "~/core/presence";

/** What a follower is told, and how it says where it stands. */

/** Articles that one stream may follow, and newsrooms whose lists. */
export const MOST_ARTICLES = 20;
const MOST_NEWSROOMS = 5;

/** The number of the last event that a follower has, for each article. */
export const Cursors = z.record(ArticleId, z.int32().nonnegative());
export type Cursors = z.infer<typeof Cursors>;

/** What somebody follows. `lastEventId` is the id of the last news that came, and goes before `articles`. */
export const Wanted = z.strictObject({
  articles: Cursors.refine((cursors) => Object.keys(cursors).length <= MOST_ARTICLES, {
    error: `A stream follows ${MOST_ARTICLES} articles at most.`,
  }),
  newsrooms: z.array(Slug).max(MOST_NEWSROOMS).default([]),
  lastEventId: z.string().max(2_000).nullish(),
});
export type Wanted = z.infer<typeof Wanted>;

export type News =
  /** Events of an article's log, in order, none left out since the last ones. */
  | { readonly type: "events"; readonly article: ArticleId; readonly events: readonly ArticleEvent[] }
  /** The log does not know the cursor, or too much happened since: load the article anew. */
  | { readonly type: "behind"; readonly article: ArticleId }
  /** The article is not followed (any more): it cannot be seen, or its text may not be read. */
  | {
      readonly type: "refused";
      readonly article: ArticleId;
      readonly kind: RefusalKind;
      readonly sentence: string;
    }
  /** Who is in the article now, and how many besides those; the one told, too. */
  | {
      readonly type: "presence";
      readonly article: ArticleId;
      readonly present: readonly Present[];
      readonly others: number;
    }
  /** Something that the person sees in the newsroom's lists is not what it was. */
  | { readonly type: "changed"; readonly newsroom: string }
  /** What the person is told of, or has not read of it, is not what it was. */
  | { readonly type: "notices" }
  /** The person's roles or desks changed: what they may do is to be asked anew. The last news of a stream. */
  | { readonly type: "standing" };

/** News with the place in the logs that it leaves its follower at: the id to resume from. */
export interface Told {
  readonly id: string;
  readonly news: News;
}

/** The id that says where a follower stands. */
export function idOf(cursors: ReadonlyMap<ArticleId, number>): string {
  return JSON.stringify(Object.fromEntries(cursors));
}

/** Where a follower begins: at the cursors of its last news, else where it says. An id that is none is passed over. */
export function beginning({ articles, lastEventId }: Wanted): Cursors {
  const last = Cursors.safeParse(jsonIn(lastEventId ?? ""));
  if (!last.success) return articles;
  const cursors: Cursors = { ...articles };
  for (const article of articleIdsIn(articles))
    cursors[article] = last.data[article] ?? articles[article] ?? 0;
  return cursors;
}

/** The articles that cursors are about. */
export function articleIdsIn(cursors: Cursors): ArticleId[] {
  return Object.keys(cursors).map((id) => ArticleId.parse(id));
}
