import type { Article, Slice } from "~/core/article";
import type { ArticleEvent } from "~/core/event";
import type { UserId } from "~/core/ids";
import { type Notice, tellingOf } from "~/core/notices";
import { rolesHeld } from "~/core/policy";
import type { Transaction } from "~/db/client";
import { dropNotices, type PersonalNotice, saveNotices } from "~/db/notice-rows";
import { type Participant, participantsOf, reading } from "~/db/queries/threads";

/**
 * Writes whom the events of one command tell of what, in their transaction: so that nothing is told that did not happen,
 * and nothing twice. Who holds a role is settled here, of those who may read the article now.
 * @param article as it is after the events
 * @returns for whom something changed
 */
export async function tell(
  tx: Transaction,
  article: Article,
  before: Slice,
  events: readonly ArticleEvent[],
): Promise<UserId[]> {
  const { notices, overtaken } = tellingOf(before, events);
  const people = new Set(await dropNotices(tx, article.id, overtaken));
  const [first] = events;
  if (!first || notices.length === 0) return [...people];
  const readers = reading(await participantsOf(tx, article.newsroom, article.id), article);
  const told = personal(notices, readers, first.actor);
  const at = new Date(first.at);
  await saveNotices(tx, { newsroom: article.newsroom, article: article.id, at }, told);
  for (const { person } of told) people.add(person);
  return [...people];
}

/** Each notice for each person whom it is to, but one for each event; not for whoever did it. */
function personal(
  notices: readonly Notice[],
  readers: readonly Participant[],
  actor: UserId,
): PersonalNotice[] {
  const told = new Map<string, PersonalNotice>();
  for (const { to, ...notice } of notices) {
    const people = readers.filter(({ id, roles }) =>
      "person" in to ? to.person === id : rolesHeld(roles).includes(to.role),
    );
    for (const { id: person } of people) {
      const key = `${notice.seq} ${person}`;
      if (person !== actor && !told.has(key)) told.set(key, { ...notice, person });
    }
  }
  return [...told.values()];
}
