import { knownAround } from "~/app/_history/known";
import type { Known } from "~/app/_history/sentences";
import type { EvidenceId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import type { TagRecord } from "~/core/record";
import type { Scheme } from "~/core/scheme";
import type { RecordAnswer } from "~/server/routers/audit";

/** The record with what its sentences need. */
export interface OnRecord {
  readonly record: TagRecord;
  readonly known: Known;
  readonly items: ReadonlyMap<EvidenceId, Evidence>;
  readonly hashOf: (seq: number) => string;
}

/** The record as it is shown. */
export function onRecord({ record, evidence, hashes, around }: RecordAnswer, scheme: Scheme): OnRecord {
  const items = new Map(evidence.map((item) => [item.id, item]));
  const bySeq = new Map(hashes.map(({ seq, hash }) => [seq, hash]));
  const moved = new Map(record.moved.map((words) => [words.seq, words]));
  return {
    record,
    items,
    hashOf: (seq) => bySeq.get(seq) ?? "",
    known: {
      ...knownAround([around]),
      scheme,
      passage: (event, span) => {
        const words = moved.get(event.seq);
        if (event.type !== "EdgesMoved" || !words) return null;
        return span === event.body.from ? words.from : words.to;
      },
    },
  };
}
