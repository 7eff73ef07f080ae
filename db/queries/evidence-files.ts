import { and, eq, isNull, lt, notExists, sql } from "drizzle-orm";

import type { EvidenceId, NewsroomId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import type { Queryable, Transaction } from "~/db/client";
import { evidenceFrom } from "~/db/newsroom-rows";
import { evidenceFileParts, evidenceFiles } from "~/db/schema/files";
import { evidence } from "~/db/schema/newsrooms";

/**
 * The contents of evidence's files. A file comes in part by part, each committed by itself, so that a slow upload
 * holds neither memory nor a connection; it counts only once it has its hash.
 */

/** Begins a file. */
export async function beginFile(
  db: Queryable,
  file: { newsroomId: NewsroomId; id: string; begunAt: Date },
): Promise<void> {
  await db.insert(evidenceFiles).values(file);
}

/** Adds the next part; `number` counts from 0. */
export async function addPart(
  db: Queryable,
  part: { fileId: string; number: number; content: Uint8Array },
): Promise<void> {
  await db.insert(evidenceFileParts).values(part);
}

/**
 * Gives a file that came in whole its hash; where the newsroom has the same contents already, those stay and these
 * go. Whoever asks holds the newsroom's row locked, so that two of the same do not meet.
 */
export async function sealFile(
  tx: Transaction,
  { newsroomId, id, sha256 }: { newsroomId: NewsroomId; id: string; sha256: string },
): Promise<void> {
  const [same] = await tx
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.newsroomId, newsroomId), eq(evidenceFiles.sha256, sha256)));
  if (same) await dropFile(tx, id);
  else await tx.update(evidenceFiles).set({ sha256 }).where(eq(evidenceFiles.id, id));
}

/** Forgets a file that did not come in whole, or that nobody needs. */
export async function dropFile(db: Queryable, id: string): Promise<void> {
  await db.delete(evidenceFiles).where(and(eq(evidenceFiles.id, id), isNull(evidenceFiles.sha256)));
}

/** Forgets the newsroom's files that were begun before a moment and never came in whole. */
export async function dropAbandoned(db: Queryable, newsroomId: NewsroomId, before: Date): Promise<void> {
  await db
    .delete(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.newsroomId, newsroomId),
        isNull(evidenceFiles.sha256),
        lt(evidenceFiles.begunAt, before),
      ),
    );
}

/** Deletes the contents of an item's file, unless another item has the same. */
export async function dropUnheld(tx: Transaction, newsroomId: NewsroomId, item: EvidenceId): Promise<void> {
  const hash = tx.select({ sha256: evidence.fileSha256 }).from(evidence).where(eq(evidence.id, item));
  const holding = tx
    .select({ one: sql`1` })
    .from(evidence)
    .where(and(eq(evidence.newsroomId, newsroomId), eq(evidence.heldSha256, evidenceFiles.sha256)));
  await tx
    .delete(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.newsroomId, newsroomId),
        sql`${evidenceFiles.sha256} = (${hash})`,
        notExists(holding),
      ),
    );
}

/** An evidence item of the newsroom; null where it has none of that id. */
export async function evidenceItem(
  db: Queryable,
  newsroomId: NewsroomId,
  id: EvidenceId,
): Promise<Evidence | null> {
  const [row] = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.newsroomId, newsroomId), eq(evidence.id, id)));
  return row ? evidenceFrom(row) : null;
}

/** The contents of a file in order, a part at a time; nothing where they are gone. */
export async function* contentsOf(
  db: Queryable,
  newsroomId: NewsroomId,
  sha256: string,
): AsyncGenerator<Uint8Array, void> {
  for (let number = 0; ; number += 1) {
    const [part] = await db
      .select({ content: evidenceFileParts.content })
      .from(evidenceFileParts)
      .innerJoin(evidenceFiles, eq(evidenceFiles.id, evidenceFileParts.fileId))
      .where(
        and(
          eq(evidenceFiles.newsroomId, newsroomId),
          eq(evidenceFiles.sha256, sha256),
          eq(evidenceFileParts.number, number),
        ),
      );
    if (!part) return;
    yield part.content;
  }
}
