import type { Article, Slice } from "./article";
import type { TagCommand } from "./shapes/command";
import type { Circumstances, Decision } from "./decide";
import type { AssignCommand } from "./decide-assignment";
import type { LinkCommand } from "./decide-link";
import type { PlacementCommand } from "./decide-placement";
import { anyTag, mustHaveWords, refuseTwin, standingTag, type TaggingCommand } from "./decide-tag";
import { DomainError, unreachable } from "./errors";
import type { ArticleFact } from "./event";
import { can, mustBeAllowed, type Role, whoCan } from "./policy";
import { gradesOf } from "./scheme";
import type { Review, Tag, TagState, Verdict } from "./tag";
import { wordsOf } from "./words";

/**
 * How a tag moves: suggested → open → checked → approved, and stale, dismissed, withdrawn. Four eyes: whoever
 * set the verdict does not approve it, unless the newsroom records that instead of forbidding it.
 */

export type ReviewCommand = Exclude<
  TagCommand,
  TaggingCommand | LinkCommand | PlacementCommand | AssignCommand
>;

const OPEN: Review = { state: "open", verdict: null, approval: null };

/** @throws DomainError as `decide` */
export function decideReview(
  slice: Slice,
  article: Article,
  command: ReviewCommand,
  c: Circumstances,
): Decision {
  switch (command.type) {
    case "acceptSuggestion": {
      const tag = standingTag(slice, command.tag);
      const as = mustBeAllowed(c.actor, "tag", { article });
      mustBeIn(tag, ["suggested"], "Only a suggestion can be accepted.");
      return { as, facts: [{ type: "SuggestionAccepted", body: moved(tag, OPEN, null) }] };
    }
    case "setVerdict":
      return setVerdict(standingTag(slice, command.tag), article, command, c);
    case "approveTag":
      return approve(standingTag(slice, command.tag), article, command, c);
    case "reopenTag": {
      const tag = standingTag(slice, command.tag);
      const as = mustBeAllowed(c.actor, "reopen", { article });
      mustBeIn(tag, ["checked", "approved", "stale"], "Only a tag that was checked can be reopened.");
      return { as, facts: [{ type: "TagReopened", body: moved(tag, OPEN, command.reason) }] };
    }
    case "markStale": {
      const tag = anyTag(slice, command.tag);
      const as = mustBeAllowed(c.actor, "mark stale", { article });
      if (tag.review.state !== "checked" && tag.review.state !== "approved") return { as, facts: [] };
      const to: Review = { ...tag.review, state: "stale", approval: null };
      return { as, facts: [{ type: "TagWentStale", body: moved(tag, to, command.reason) }] };
    }
    case "dismissTag": {
      const tag = standingTag(slice, command.tag);
      const as = mayDismiss(tag, article, c);
      const to: Review = { ...tag.review, state: "dismissed" };
      return { as, facts: [{ type: "TagDismissed", body: moved(tag, to, command.reason) }] };
    }
    case "waiveTag": {
      const tag = standingTag(slice, command.tag);
      const as = mustBeAllowed(c.actor, "waive", { article, grades: gradesOf(c.scheme, tag) });
      const { reason } = command;
      if (tag.waiver === null && reason === null) return { as, facts: [] };
      const to = reason === null ? null : { by: c.actor.id, at: c.now, reason: wordsOf(reason) };
      return { as, facts: [{ type: "WaiverSet", body: { tag: tag.id, from: tag.waiver, to } }] };
    }
    case "vouchIdentity": {
      const tag = standingTag(slice, command.tag);
      const as = mustBeAllowed(c.actor, "vouch for a source", { article });
      if (!gradesOf(c.scheme, tag).includes("anonymous"))
        throw new DomainError("illegal-state", "Only an anonymous source needs somebody who knows it.");
      if (tag.identity === null && command.to === null) return { as, facts: [] };
      const to = command.to && { by: c.actor.id, at: c.now, ...command.to };
      return { as, facts: [{ type: "IdentitySet", body: { tag: tag.id, from: tag.identity, to } }] };
    }
    case "withdrawTag": {
      const tag = standingTag(slice, command.tag);
      const as = mustBeAllowed(c.actor, "tag", { article });
      if (tag.author !== c.actor.id) {
        const dismissal = tag.review.verdict ? "dismiss a checked tag" : "dismiss another's tag";
        const instead = can(c.actor, dismissal, { article });
        throw new DomainError(
          "forbidden",
          `A tag is withdrawn by whoever made it. ${instead.allowed ? "You can dismiss it, with a reason." : instead.why}`,
        );
      }
      mustBeIn(tag, ["open"], "Only an open tag can be withdrawn. Dismiss it, with a reason.");
      if (tag.answered) {
        throw new DomainError(
          "illegal-state",
          "Somebody has worked on this tag since. Dismiss it, with a reason.",
        );
      }
      return {
        as,
        facts: [{ type: "TagWithdrawn", body: moved(tag, { ...OPEN, state: "withdrawn" }, null) }],
      };
    }
    case "restoreTag": {
      const tag = anyTag(slice, command.tag);
      mustBeIn(tag, ["withdrawn", "dismissed"], "This tag stands; there is nothing to restore.");
      const as =
        tag.review.state === "withdrawn"
          ? mustBeAllowed(c.actor, "tag", { article })
          : mayDismiss(tag, article, c);
      refuseTwin(slice, tag.id, tag.type, tag.anchor);
      return { as, facts: [{ type: "TagRestored", body: moved(tag, OPEN, null) }] };
    }
    default:
      return unreachable(command);
  }
}

function setVerdict(
  tag: Tag,
  article: Article,
  command: ReviewCommand & { type: "setVerdict" },
  c: Circumstances,
): Decision {
  const grades = gradesOf(c.scheme, tag);
  const as = mustBeAllowed(c.actor, "set verdict", { article, grades });
  if (article.author === c.actor.id) {
    throw new DomainError(
      "forbidden",
      `Nobody checks their own story. This verdict takes somebody else: ${whoCan("set verdict", { grades })}.`,
    );
  }
  mustBeIn(
    tag,
    ["open", "checked", "stale"],
    `A tag that is ${tag.review.state} takes no verdict. ${NEXT[tag.review.state]}`,
  );
  mustHaveWords(tag);
  mustSee(tag.review.verdict, command.sees);
  mustHaveRead(tag, command.of);
  const note = command.note?.trim() ? wordsOf(command.note) : null;
  if (command.finding === "unverifiable" && !note) {
    throw new DomainError("illegal-state", "Unverifiable needs a note on what was tried.");
  }
  if (command.finding !== "unverifiable" && !tag.evidence.some((id) => c.known.evidence.has(id))) {
    throw new DomainError(
      "illegal-state",
      tag.evidence.length === 0
        ? "A verdict rests on evidence. Add at least one item, then set it."
        : "All of this tag’s evidence was withdrawn. Add an item that stands, then set the verdict.",
    );
  }
  const verdict: Verdict = { finding: command.finding, by: c.actor.id, at: c.now, note };
  const body = moved(tag, { state: "checked", verdict, approval: null }, null);
  // That it may stay unchecked was said before anybody knew what is found here.
  const waiver: ArticleFact[] = tag.waiver
    ? [{ type: "WaiverSet", body: { tag: tag.id, from: tag.waiver, to: null } }]
    : [];
  return { as, facts: [{ type: "TagChecked", body }, ...waiver] };
}

function approve(
  tag: Tag,
  article: Article,
  command: ReviewCommand & { type: "approveTag" },
  c: Circumstances,
): Decision {
  const grades = gradesOf(c.scheme, tag);
  const as = mustBeAllowed(c.actor, "approve", { article, grades });
  mustBeIn(
    tag,
    ["checked"],
    `Only a checked tag can be approved; this one is ${tag.review.state}. ${NEXT[tag.review.state]}`,
  );
  mustHaveWords(tag);
  const { verdict } = tag.review;
  if (!verdict) throw new Error(`Tag ${tag.id} is checked and has no verdict.`);
  mustSee(verdict, command.sees);
  const self = verdict.by === c.actor.id;
  if (self && c.newsroom.fourEyes === "required") {
    throw new DomainError(
      "forbidden",
      `Nobody approves their own verdict. Approving this takes somebody else: ${whoCan("approve", { grades })}.`,
    );
  }
  const approval = { by: c.actor.id, at: c.now, self };
  return {
    as,
    facts: [{ type: "TagApproved", body: moved(tag, { ...tag.review, state: "approved", approval }, null) }],
  };
}

function mayDismiss(tag: Tag, article: Article, c: Circumstances): Role {
  const wasChecked = tag.review.verdict !== null;
  if (wasChecked) return mustBeAllowed(c.actor, "dismiss a checked tag", { article });
  const tagging = can(c.actor, "tag", { article });
  if (tagging.allowed && (tag.author === c.actor.id || tag.review.state === "suggested")) return tagging.as;
  return mustBeAllowed(c.actor, "dismiss another's tag", { article });
}

function moved(tag: Tag, to: Review, reason: string | null) {
  return { tag: tag.id, from: tag.review, to, reason: reason === null ? null : wordsOf(reason) };
}

function mustBeIn(tag: Tag, states: readonly TagState[], sentence: string): void {
  if (!states.includes(tag.review.state)) throw new DomainError("illegal-state", sentence, tag.review.state);
}

/** What one does instead, in each state. */
const NEXT: Record<TagState, string> = {
  suggested: "Accept it first.",
  open: "Set a verdict first.",
  checked: "",
  approved: "Reopen it first.",
  stale: "Check it again first.",
  dismissed: "Restore it first.",
  withdrawn: "Restore it first.",
};

function mustSee(present: Verdict | null, seen: { finding: string; at: number } | null): void {
  if (present?.finding === seen?.finding && present?.at === seen?.at) return;
  throw new DomainError(
    "conflict",
    "Somebody changed the verdict meanwhile. Look at it, then decide.",
    present,
  );
}

/** Refuses a verdict on other words than the person read, or on what they are taken for now. */
function mustHaveRead(
  { type, anchor: { exact } }: Tag,
  read: { type: string; exact: string } | undefined,
): void {
  if (read === undefined || (read.type === type && read.exact === exact)) return;
  throw new DomainError(
    "conflict",
    "Somebody changed what is tagged meanwhile. Read it again, then set the verdict.",
    exact,
  );
}
