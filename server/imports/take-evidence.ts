import type { Dossier, DossierEvidence } from "~/core/shapes/dossier";
import { DomainError } from "~/core/errors";
import type { EvidenceId, NewsroomId } from "~/core/ids";
import type { NewsroomCommand } from "~/core/newsroom";
import { evidenceAmong } from "~/db/queries/dossiers";
import type { Performer } from "~/server/execute";
import { executeInNewsroom } from "~/server/execute-newsroom";
import { commandIdFor, evidenceIdFor } from "./ids";
import { type Into, toldWords } from "./take-tags";

/** Which file it is, and where to tell what stays out. */
export interface Bringing {
  readonly fileSha256: string;
  readonly tell: (sentence: string) => void;
}

/**
 * A dossier's evidence becomes the newsroom's, each item once. What was withdrawn, there or here, and what
 * nobody can read any more, stays out and is told.
 * @returns the items by their former ids
 */
export async function takeEvidence(
  performer: Performer,
  newsroom: NewsroomId,
  { evidence }: Dossier,
  { fileSha256, tell }: Bringing,
): Promise<Into["evidence"]> {
  const taken = new Map<string, { id: EvidenceId; by: string; at: number }>();
  const known = evidence.map((item) => ({ item, id: evidenceIdFor(newsroom, item) }));
  const present = await evidenceAmong(
    performer.db,
    newsroom,
    known.map(({ id }) => id),
  );
  for (const { item, id } of known) {
    const { reference } = item;
    if (typeof reference !== "string") {
      tell("An evidence item had been removed from the record and stays out.");
    } else if (item.withdrawnAt !== null || present.get(id)?.withdrawn === true) {
      tell(`The evidence “${reference}” was withdrawn and stays out.`);
    } else {
      if (item.file)
        tell(`The file of the evidence “${reference}” is not in the export. Attach it here again.`);
      const command = addingOf({ ...item, id, reference }, tell);
      if (!present.has(id))
        await addOnce(executeInNewsroom(performer, newsroom, commandIdFor(id, fileSha256), command));
      const former = item.imported ?? { by: item.addedBy, at: item.addedAt };
      taken.set(item.id, { id, by: former.by, at: Date.parse(former.at) });
    }
  }
  return taken;
}

function addingOf(
  item: DossierEvidence & { id: EvidenceId; reference: string },
  tell: Bringing["tell"],
): NewsroomCommand {
  const { id, kind, reference, locator, retrievedAt, note } = item;
  const tellRemoval = () => tell(`Words about the evidence “${reference}” had been removed from the record.`);
  return {
    type: "addEvidence",
    evidence: id,
    kind,
    reference,
    locator: toldWords(locator, tellRemoval),
    retrievedAt: retrievedAt === null ? null : Date.parse(retrievedAt),
    note: toldWords(note, tellRemoval),
  };
}

/** Somebody may bring in the same item at the same moment: then it is here, which is what is wanted. */
async function addOnce(adding: Promise<unknown>): Promise<void> {
  try {
    await adding;
  } catch (error) {
    if (!(error instanceof DomainError && error.kind === "conflict")) throw error;
  }
}
