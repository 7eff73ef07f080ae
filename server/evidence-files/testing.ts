import { v7 } from "uuid";

import type { EvidenceId, NewsroomId, UserId } from "~/core/ids";
import { CommandId } from "~/core/shapes/ids";
import type { Database } from "~/db/client";
import { attachFile } from "./attach-file";
import { takeFile } from "./take-file";

/** Attaches a short file to an evidence item, as an upload would. Not for use outside of tests. */
export async function attachTestFile(
  db: Database,
  { id: newsroomId }: { readonly id: NewsroomId },
  {
    person,
    evidence,
    text = "Minutes of 3 March",
    name = "minutes.txt",
  }: { person: UserId; evidence: EvidenceId; text?: string; name?: string },
): Promise<void> {
  const body = (async function* () {
    yield await Promise.resolve(new TextEncoder().encode(text));
  })();
  const taken = await takeFile(db, newsroomId, body, { most: 1_000_000, now: Date.now() });
  if (typeof taken === "string") throw new Error(`The test file is ${taken}.`);
  const commandId = CommandId.parse(v7());
  await attachFile({ db, person, now: Date.now }, { newsroomId, commandId, evidence, name }, taken);
}
