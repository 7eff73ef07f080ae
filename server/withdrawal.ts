import { v5 } from "uuid";

import { type ArticleId, type EvidenceId, SYSTEM } from "~/core/ids";
import { CommandId } from "~/core/shapes/ids";
import type { NewsroomCommand } from "~/core/newsroom";
import type { Database } from "~/db/client";
import { doneCommand } from "~/db/queries/commands";
import { type Unfounded, unfoundedTags } from "~/db/queries/evidence";
import { execute, type Performer } from "./execute";
import { executeInNewsroom, type NewsroomAnswer } from "./execute-newsroom";
import type { AskedOfNewsroom } from "./execute-newsroom";

/**
 * Withdrawn evidence takes the ground from verdicts: every checked tag that rests on it goes stale. Each article
 * gets one command of Galley's own, its id derived from the two, so that broken-off work is finished by doing
 * it again and nothing is done twice.
 */

/** Derived ids lie in a namespace of their own. @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5 */
const NAMESPACE = "5f0b8f9e-5d0a-4c3e-9d53-6b1f5b0e6a11";

/** What the history of a tag says. The person's own reason stays in the newsroom's log, where it can be removed. */
const REASON = "Evidence that the verdict rests on was withdrawn.";

/**
 * Withdraws an evidence item, then marks as stale what rested on it. Asked again, it finishes what was left.
 * @throws DomainError as `executeInNewsroom`
 */
export async function withdrawEvidence(
  performer: Performer,
  asked: AskedOfNewsroom & { command: NewsroomCommand & { type: "withdrawEvidence" } },
): Promise<NewsroomAnswer> {
  const answer = await executeInNewsroom(performer, asked.newsroomId, asked.commandId, asked.command);
  await finishWithdrawals(performer.db, performer.now, asked.command.evidence);
  return answer;
}

/**
 * Marks as stale what rests on withdrawn evidence and was not yet: of this item, or of all, as after a crash.
 * @returns how many articles it changed
 */
export async function finishWithdrawals(db: Database, now: () => number, item?: EvidenceId): Promise<number> {
  let changed = 0;
  for (const unfounded of await unfoundedTags(db, item)) {
    if (await markStale(db, now, unfounded)) changed += 1;
  }
  return changed;
}

/** False when it was done before: a tag checked again since then stands on what its checker saw. */
async function markStale(
  db: Database,
  now: () => number,
  { evidence, article, tags }: Unfounded,
): Promise<boolean> {
  const id = staleCommand(evidence, article);
  if (await doneCommand(db, SYSTEM, id)) return false;
  const items = tags.map((tag) => ({ type: "markStale", tag, reason: REASON }) as const);
  await execute({ db, person: SYSTEM, now }, article, id, { type: "several", items });
  return true;
}

function staleCommand(evidence: EvidenceId, article: ArticleId): CommandId {
  return CommandId.parse(v5(`${evidence}/${article}`, NAMESPACE));
}
