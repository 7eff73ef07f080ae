import { checkSpan } from "./anchor";
import { type Article, type Slice, textOf } from "./article";
import type { Circumstances, Decision } from "./decide";
import { mustStandIn, refuseTwin, standingTag } from "./decide-tag";
import { DomainError, unreachable } from "./errors";
import { mustBeAllowed } from "./policy";
import type { TagCommand } from "./shapes/command";
import { isAltered, isLost, type Tag } from "./tag";
import { wordsOf } from "./words";

/** What people settle after a new revision: where a lost tag belongs, and whether an altered one still says what it should. */

export type PlacementCommand = Extract<
  TagCommand,
  { type: "reattachTag" | "confirmPlacement" | "retireTag" }
>;

/** Why a retired tag went; said by whoever retires it, with one key. */
const DELETED = "Its words were deleted.";

/** @throws DomainError as `decide` */
export function decidePlacement(
  slice: Slice,
  article: Article,
  command: PlacementCommand,
  c: Circumstances,
): Decision {
  const as = mustBeAllowed(c.actor, "tag", { article });
  const tag = standingTag(slice, command.tag);
  switch (command.type) {
    case "reattachTag": {
      mustBeLost(tag);
      mustStandIn(slice, command.revision);
      checkSpan(textOf(slice), command.to);
      refuseTwin(slice, tag.id, tag.type, command.to);
      return { as, facts: [{ type: "TagReattached", body: { tag: tag.id, to: command.to } }] };
    }
    case "confirmPlacement":
      if (isLost(tag))
        throw new DomainError(
          "illegal-state",
          "This tag has no words to confirm. Attach it to some, or retire it.",
        );
      if (!isAltered(tag)) return { as, facts: [] };
      return { as, facts: [{ type: "PlacementSettled", body: { tag: tag.id, settled: true } }] };
    case "retireTag": {
      mustBeLost(tag);
      mustBeDeleted(tag);
      const to = { ...tag.review, state: "dismissed" as const };
      const body = { tag: tag.id, from: tag.review, to, reason: wordsOf(DELETED) };
      return { as, facts: [{ type: "TagDismissed", body }] };
    }
    default:
      return unreachable(command);
  }
}

function mustBeDeleted({ placement }: Tag): void {
  if (placement?.fate === "lost" && placement.why === "deleted") return;
  throw new DomainError(
    "illegal-state",
    "Its words may stand in the text still. Attach it to them, or dismiss it, with a reason.",
  );
}

function mustBeLost(tag: Tag): void {
  if (isLost(tag)) return;
  throw new DomainError("illegal-state", "This tag has its words. Only a lost one is attached or retired.");
}
