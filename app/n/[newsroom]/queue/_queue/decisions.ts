import { v7 } from "uuid";

import type { Planned } from "~/app/_lib/use-batch";
import { asId, type EvidenceId, type TagId, type UserId } from "~/core/ids";
import type { ArticleCommand, TagCommand } from "~/core/shapes/command";
import type { Finding } from "~/core/tag";
import type { Addressee } from "~/core/thread";
import type { QueuedTag } from "~/server/routers";

/** What can be decided about tags of a queue, one or many: a command for each, with a result for each. */
export type Decision =
  | {
      readonly kind: "verdict";
      readonly finding: Finding;
      readonly note: string | null;
      /** What those rest on from now on that rest on nothing yet. */
      readonly evidence: EvidenceId | null;
    }
  | { readonly kind: "approve" | "take" | "giveBack" }
  | { readonly kind: "give"; readonly to: ReadonlyMap<TagId, UserId> }
  | {
      readonly kind: "ask";
      readonly words: string;
      readonly addressee: Addressee;
      readonly due: number | null;
    };

/** What a decision comes to for each of the tags; those that it means nothing for are left out. */
export function planOf(decision: Decision, rows: readonly QueuedTag[], me: UserId): Planned<TagId>[] {
  return rows.flatMap((row) => {
    const command = commandFor(decision, row, me);
    return command === null ? [] : [{ key: row.tag.id, article: row.article.id, command }];
  });
}

function commandFor(decision: Decision, { tag, claimedBy }: QueuedTag, me: UserId): ArticleCommand | null {
  const { verdict } = tag.review;
  const sees = verdict && { finding: verdict.finding, at: verdict.at };
  switch (decision.kind) {
    case "verdict": {
      const { finding, note, evidence } = decision;
      const of = { type: tag.type, exact: tag.anchor.exact };
      const set: TagCommand = { type: "setVerdict", tag: tag.id, sees, of, finding, note };
      if (evidence === null || tag.evidence.length > 0) return set;
      return { type: "several", items: [{ type: "attachEvidence", tag: tag.id, evidence }, set] };
    }
    case "approve":
      return sees && { type: "approveTag", tag: tag.id, sees };
    case "take":
      return claimedBy?.id === me ? null : assign(tag, me);
    case "giveBack":
      return claimedBy?.id === me ? assign(tag, null) : null;
    case "give": {
      const to = decision.to.get(tag.id);
      return to === undefined || to === claimedBy?.id ? null : assign(tag, to);
    }
    case "ask":
      return {
        type: "openThread",
        thread: asId("thread", v7()),
        comment: asId("comment", v7()),
        kind: "query",
        about: { on: "tag", tag: tag.id },
        words: decision.words,
        blocking: false,
        addressee: decision.addressee,
        due: decision.due,
      };
  }
}

function assign({ id, assignee }: QueuedTag["tag"], to: UserId | null): TagCommand {
  return { type: "assignTag", tag: id, from: assignee, to };
}

/** What a verdict still lacks before it can be tried: a note, or evidence for those that rest on nothing. */
export function lacking(finding: Finding, rows: readonly QueuedTag[]): { note: boolean; evidence: number } {
  if (finding === "unverifiable") return { note: true, evidence: 0 };
  return { note: false, evidence: rows.filter(({ tag }) => tag.evidence.length === 0).length };
}
