import canonicalize from "canonicalize";
import { createHash } from "node:crypto";

import { DomainError } from "~/core/errors";
import type { CommandId, GroupId, LogId, NewsroomId, UserId } from "~/core/ids";
import type { Transaction } from "~/db/client";
import { type LoggedEvent, readLog } from "~/db/log";
import { doneCommand, rememberCommand } from "~/db/queries/commands";

/**
 * Once and only once: a command is known by who sent it and by the id that they gave it. Sent again, it
 * changes nothing and gets the answer of then, which the log still holds.
 */

/** A command as it was asked. */
export interface Asked {
  readonly actor: UserId;
  readonly id: CommandId;
  /** The article or newsroom that it is about. */
  readonly log: LogId;
  readonly command: unknown;
  readonly group?: GroupId | undefined;
}

/** What an asked command came to, as its log tells it. */
export interface LoggedAnswer {
  readonly events: LoggedEvent[];
  readonly seq: number;
}

/**
 * The answer of then, if this actor's command was carried out already.
 * @throws DomainError conflict for the same id with another request
 */
export async function answerOfThen(tx: Transaction, asked: Asked): Promise<LoggedAnswer | null> {
  const done = await doneCommand(tx, asked.actor, asked.id);
  if (!done) return null;
  if (done.log !== asked.log || done.requestHash !== requestHash(asked)) throw usedElsewhere();
  const { firstSeq, lastSeq } = done;
  const events = await readLog(tx, asked.log, { after: firstSeq - 1, through: lastSeq, limit: 100_000 });
  return { events, seq: lastSeq };
}

/**
 * Remembers the command in the transaction of its effect, by the numbers of its events.
 * @throws DomainError conflict when the actor used the id for another log at the same moment
 */
export async function rememberAnswer(
  tx: Transaction,
  newsroom: NewsroomId,
  asked: Asked,
  answered: { firstSeq: number; lastSeq: number; at: Date },
): Promise<void> {
  const { at, ...numbers } = answered;
  const by = { actor: asked.actor, id: asked.id, group: asked.group ?? null, at };
  const done = { log: asked.log, requestHash: requestHash(asked), ...numbers };
  if (!(await rememberCommand(tx, newsroom, by, done))) throw usedElsewhere();
}

function requestHash({ log, command }: Asked): string {
  return createHash("sha256")
    .update(canonicalize({ log, command }) ?? "")
    .digest("hex");
}

function usedElsewhere(): DomainError {
  return new DomainError(
    "conflict",
    "This change was sent before with other content. Nothing was changed; do it again.",
  );
}
