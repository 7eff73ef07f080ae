import { type CommandId, SYSTEM, type UserId } from "~/core/ids";
import type { FoundedNewsroom } from "~/core/newsroom";
import type { Role } from "~/core/policy";
import { QCU_1 } from "~/core/qcu";
import type { Database } from "~/db/client";
import { keepScheme } from "~/db/queries/standing";
import { carryOut } from "~/server/execute-newsroom";

/** A newsroom to be. */
export interface Founding {
  readonly newsroom: FoundedNewsroom;
  /** Whose account is there already and who becomes its first member; null when that comes by a link. */
  readonly founder: { readonly person: UserId; readonly roles: Role[] } | null;
  readonly commandId: CommandId;
}

/**
 * Founds a newsroom that tags by QCU-1, once.
 * @throws DomainError conflict when its id or its address is taken
 */
export async function foundNewsroom(
  db: Database,
  { newsroom, founder, commandId }: Founding,
  now: () => number,
): Promise<void> {
  const command = { type: "foundNewsroom", newsroom, founder } as const;
  await db.transaction(async (tx) => {
    await carryOut(tx, { person: SYSTEM, now }, { newsroomId: newsroom.id, commandId, command });
    await keepScheme(tx, newsroom.id, QCU_1);
  });
}
