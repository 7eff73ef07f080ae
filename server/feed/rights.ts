import { DomainError } from "~/core/errors";
import { can } from "~/core/policy";
import type { Database } from "~/db/client";
import { livingSessions, type Seen, seenAmong, type Sight, standingsOf } from "~/db/queries/followers";
import { noSuchArticle } from "~/server/execute";
import type { Follower } from "./follower";

/** Whether those who follow still may: asked for all of them at once, over and over while their streams are open. */

/**
 * Judges newcomers by what they see, and those who have been here also by whether they are still signed in and
 * still the same in their newsrooms. Ends streams and refuses articles accordingly.
 * @throws what the database throws
 */
export async function judge(db: Database, followers: readonly Follower[], now: number): Promise<void> {
  const sights = new Map<string, Sight>();
  for (const { viewer, articles } of followers) {
    for (const article of articles) {
      const sight = { person: viewer.person, article };
      sights.set(keyOf(sight), sight);
    }
  }
  const people = new Set(followers.map(({ viewer }) => viewer.person));
  const known = followers.filter(({ standing }) => standing !== null);
  const sessions = new Set(known.map(({ viewer }) => viewer.session));
  const [living, standings, seen] = await Promise.all([
    livingSessions(db, [...sessions], new Date(now)),
    standingsOf(db, [...people]),
    seenAmong(db, [...sights.values()]),
  ]);
  const seenBy = new Map(seen.map((each) => [keyOf(each), each]));
  for (const follower of followers) {
    const { person, session } = follower.viewer;
    const standing = standings.get(person) ?? "";
    if (follower.standing === null) follower.standing = standing;
    else if (!living.has(session)) follower.endWith("signed-out");
    else if (follower.standing !== standing) follower.endWith("standing");
    for (const article of follower.articles) {
      const refusal = refusalFor(seenBy.get(keyOf({ person, article })));
      if (refusal) follower.refuse(article, refusal);
    }
  }
}

function refusalFor(seen: Seen | undefined): DomainError | null {
  if (!seen) return noSuchArticle();
  const { person, roles, author, shares } = seen;
  const permission = can({ id: person, roles }, "read text", { article: { author, shares } });
  return permission.allowed ? null : new DomainError("forbidden", permission.why);
}

function keyOf({ person, article }: Sight): string {
  return `${person} ${article}`;
}
