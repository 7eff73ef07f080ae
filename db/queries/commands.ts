import { and, eq } from "drizzle-orm";

import type { CommandId, GroupId, LogId, NewsroomId, UserId } from "~/core/ids";
import type { Queryable, Transaction } from "~/db/client";
import { commands } from "~/db/schema/log";

/** A command that was carried out: what it was asked of, and the numbers of the events that answered it. */
export interface DoneCommand {
  readonly log: LogId;
  readonly requestHash: string;
  readonly firstSeq: number;
  /** One less than `firstSeq` when the command changed nothing. */
  readonly lastSeq: number;
}

/** The actor's command of that id, if it was carried out. */
export async function doneCommand(db: Queryable, actor: UserId, id: CommandId): Promise<DoneCommand | null> {
  const [row] = await db
    .select({
      log: commands.logId,
      requestHash: commands.requestHash,
      firstSeq: commands.firstSeq,
      lastSeq: commands.lastSeq,
    })
    .from(commands)
    .where(and(eq(commands.actorId, actor), eq(commands.commandId, id)));
  return row ?? null;
}

/** Remembers a command in the transaction of its effect. False when the actor used its id elsewhere meanwhile. */
export async function rememberCommand(
  tx: Transaction,
  newsroomId: NewsroomId,
  by: { actor: UserId; id: CommandId; group: GroupId | null; at: Date },
  done: DoneCommand,
): Promise<boolean> {
  const { log: logId, ...rest } = done;
  const rows = await tx
    .insert(commands)
    .values({ newsroomId, actorId: by.actor, commandId: by.id, groupId: by.group, at: by.at, logId, ...rest })
    .onConflictDoNothing()
    .returning({ id: commands.commandId });
  return rows.length > 0;
}
