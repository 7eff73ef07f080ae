import type { CommandId, EvidenceId, NewsroomId } from "~/core/ids";
import { dropFile, dropUnheld, sealFile } from "~/db/queries/evidence-files";
import { lockNewsroom } from "~/db/queries/newsroom-slices";
import type { Performer } from "~/server/execute";
import { carryOut, type NewsroomAnswer } from "~/server/execute-newsroom";
import { announce } from "~/server/feed/announce";
import type { TakenFile } from "./take-file";

/** Which item gets the file, and how the file is called. */
export interface Attaching {
  readonly newsroomId: NewsroomId;
  readonly commandId: CommandId;
  readonly evidence: EvidenceId;
  readonly name: string;
}

/**
 * Makes a file that came in the evidence item's, in one transaction with its event. Refused, the file goes again.
 * @throws DomainError as `decideNewsroom`
 */
export async function attachFile(
  performer: Performer,
  { newsroomId, commandId, evidence, name }: Attaching,
  { id, ...file }: TakenFile,
): Promise<NewsroomAnswer> {
  const { db } = performer;
  const command = { type: "attachFile", evidence, file: { ...file, name } } as const;
  try {
    const answer = await db.transaction(async (tx) => {
      await lockNewsroom(tx, newsroomId);
      await sealFile(tx, { newsroomId, id, sha256: file.sha256 });
      const done = await carryOut(tx, performer, { newsroomId, commandId, command });
      // Asked again after the file was removed, the answer of then brings no contents back.
      await dropUnheld(tx, newsroomId, evidence);
      return done;
    });
    if (answer.events.length > 0) announce(db, { newsroom: newsroomId, log: newsroomId, seq: answer.seq });
    return answer;
  } catch (error) {
    await dropFile(db, id);
    throw error;
  }
}
