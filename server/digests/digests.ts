import { setTimeout as delay } from "node:timers/promises";
import { v5 } from "uuid";
import { z } from "zod";

import { lastDue } from "~/core/digest";
import type { UserId } from "~/core/ids";
import { UserId as UserIdShape } from "~/core/shapes/ids";
import type { Database } from "~/db/client";
import { awayCode } from "~/db/errors";
import type { Job, Jobs } from "~/db/jobs";
import { beginLetter, endLetter, peopleWaiting } from "~/db/queries/digests";
import { log } from "~/server/log";
import { letterOf } from "./letter";
import { LetterRefused, type Post } from "./post";

/**
 * Letters with what people have not read: for each person and moment at which one is due there is one job, its id derived
 * from the two, however often and by however many workers it is looked for.
 *
 * What a letter tells of is noted as mailed once the mail server has taken it. A worker that is killed before that has noted
 * nothing, and its job is done again; killed in the milliseconds between the server's yes and the note, it sends the letter
 * once more, under the same Message-ID, by which mail servers and readers know one that they have. To be sure to send never
 * twice, one would have to send some never at all.
 *
 * No transaction is open meanwhile, nor is a notice locked: a mail server may take minutes, in which people read, and a
 * database may come and go. That no two jobs write to one person is held by a row of its own.
 */

/** Derived ids lie in a namespace of their own. @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5 */
const NAMESPACE = "b0a1f7c4-1d0e-4d53-8d0f-2f4f0a7f3c6e";

/** Whose letter, and when it was due, in milliseconds since 1970: it tells of what came up to then. */
const LetterJob = z.object({ person: UserIdShape, due: z.number().int() });

export interface Sending {
  readonly db: Database;
  readonly post: Post;
  /** The address at which people open Galley, without a path. */
  readonly base: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Queues every letter that is due and has something to tell. */
export async function queueLetters({
  db,
  jobs,
  now,
}: {
  db: Database;
  jobs: Pick<Jobs, "add">;
  now: () => number;
}): Promise<void> {
  for (const { id: person, preferences, since } of await peopleWaiting(db)) {
    const due = lastDue(preferences.notices.digest, now());
    if (due !== null && since <= due) await jobs.add("letters", letterId(person, due), { person, due });
  }
}

function letterId(person: UserId, due: number): string {
  return v5(`${person}/${due}`, NAMESPACE);
}

/**
 * Sends the letter of a job, if anything of it is still unread, not told of by another one, and to be seen by the person.
 * One that the mail server refuses for good counts as sent: what it told of waits under the bell.
 * @throws what the mail server and the database throw: the letter was not sent, or not known to be, and is to be sent later
 */
export async function sendLetter({ db, post, base, now }: Sending, { id, data }: Job): Promise<void> {
  const { person, due: until } = LetterJob.parse(data);
  const writing = { person, job: id };
  const due = await beginLetter(db, writing, { upTo: new Date(until), now: now() });
  if (!due) return;
  const { name, email, notices } = due;
  try {
    await post.send({ name, email }, { id, ...letterOf(name, notices, base) });
    log.info({ person, notices: notices.length }, "letter sent");
  } catch (error) {
    if (!(error instanceof LetterRefused)) {
      await endLetter(db, writing, [], now());
      throw error;
    }
    log.warn({ err: error, person }, "the mail server refused a letter for good; it is not sent again");
  }
  await insist(() => endLetter(db, writing, notices, now()));
}

/** Does what must not be left undone because the database is away for a moment; for two minutes. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let wait = 500; ; wait *= 2) {
    try {
      await work();
      return;
    } catch (error) {
      if (awayCode(error) === null || wait > 60_000) throw error;
      await delay(wait);
    }
  }
}
