import { type Article, type Slice, textOf } from "./article";
import type { TagCommand } from "./shapes/command";
import type { Circumstances, Decision } from "./decide";
import { assignTag } from "./decide-assignment";
import { decideLink } from "./decide-link";
import { decidePlacement } from "./decide-placement";
import { decideReview } from "./decide-review";
import { decideTag } from "./decide-tag";
import { DomainError, unreachable } from "./errors";
import type { ArticleFact } from "./event";
import { mustBeOpen } from "./life";
import type { Decided } from "./log";
import { mustBeAllowed, type Role } from "./policy";
import { trialOf, tryOut } from "./trial";

/**
 * What commands on tags come to: one, or several in turn, of which all hold or none does. So whoever has many in
 * mind sifts them first, and says what will stay as it is.
 */

/** @throws DomainError as `decide` */
export function decideTagCommand(
  slice: Slice,
  article: Article,
  command: TagCommand,
  c: Circumstances,
): Decision {
  // That evidence was withdrawn is true of archived articles too: a restored one must not look checked.
  if (command.type !== "markStale") mustBeOpen(article);
  switch (command.type) {
    case "addTag":
    case "changeType":
    case "setAttribute":
    case "setNote":
    case "moveEdges":
    case "attachEvidence":
    case "detachEvidence":
      return decideTag(slice, article, command, c);
    case "reattachTag":
    case "confirmPlacement":
    case "retireTag":
      return decidePlacement(slice, article, command, c);
    case "linkTag":
    case "unlinkTag":
      return decideLink(slice, article, command, c);
    case "assignTag":
      return assignTag(slice, article, command, c);
    case "acceptSuggestion":
    case "waiveTag":
    case "vouchIdentity":
    case "setVerdict":
    case "approveTag":
    case "reopenTag":
    case "markStale":
    case "dismissTag":
    case "withdrawTag":
    case "restoreTag":
      return decideReview(slice, article, command, c);
    default:
      return unreachable(command);
  }
}

/** Each item sees what the ones before it did; all of them hold, or none does. @throws DomainError that names the item */
export function several(
  slice: Slice,
  article: Article,
  items: readonly TagCommand[],
  c: Circumstances,
): Decision {
  const { as, facts } = inTurn(slice, article, c, (decideNext) => {
    for (const item of items) {
      const answer = decideNext(item);
      if (answer instanceof DomainError) throw naming(item, slice, answer);
    }
  });
  return { as: as ?? mustBeAllowed(c.actor, "tag", { article }), facts };
}

/** The refusal of one item of several, with the words that it is about. */
function naming(item: TagCommand, slice: Slice, { kind, message, present }: DomainError): DomainError {
  const words =
    item.type === "addTag"
      ? textOf(slice).slice(item.span.start, item.span.end)
      : (slice.tags.get(item.tag)?.anchor.exact ?? "");
  const named = words.length > NAMED ? `${words.slice(0, NAMED).toWellFormed()}…` : words;
  return new DomainError(kind, `“${named}”: ${message} Nothing was changed.`, present);
}

/** So many UTF-16 code units name a tag in a sentence. */
const NAMED = 60;

/** What each of several commands would come to. */
export interface Sifted {
  /** Those that can be done together, in one `several`. */
  readonly possible: readonly TagCommand[];
  /** Those that would change nothing. */
  readonly idle: readonly TagCommand[];
  /** Those that would open a tag again that was checked; among the possible ones only if that is meant. */
  readonly reopening: readonly TagCommand[];
  readonly refused: readonly { readonly item: TagCommand; readonly refusal: DomainError }[];
}

/**
 * Parts commands into those that can be done together and those that cannot, since `several` does all or none:
 * so that what stays as it is can be said before.
 * @param reopen whether tags that were checked may be opened again
 */
export function sift(
  slice: Slice,
  items: readonly TagCommand[],
  { reopen, ...c }: Circumstances & { readonly reopen: boolean },
): Sifted {
  const sifted = {
    possible: new Array<TagCommand>(),
    idle: new Array<TagCommand>(),
    reopening: new Array<TagCommand>(),
    refused: new Array<Sifted["refused"][number]>(),
  };
  const { article } = slice;
  if (!article) throw new DomainError("not-found", "There is no such article.");
  const wouldReopen = (facts: Decision["facts"]) => facts.some(({ type }) => type === "TagReopened");
  inTurn(slice, article, c, (decideNext) => {
    for (const item of items) {
      const answer = decideNext(item, (facts) => reopen || !wouldReopen(facts));
      if (answer instanceof DomainError) sifted.refused.push({ item, refusal: answer });
      else if (answer.length === 0) sifted.idle.push(item);
      else if (wouldReopen(answer)) {
        sifted.reopening.push(item);
        if (reopen) sifted.possible.push(item);
      } else sifted.possible.push(item);
    }
  });
  return sifted;
}

type DecideNext = (
  item: TagCommand,
  isWanted?: (facts: Decision["facts"]) => boolean,
) => Decision["facts"] | DomainError;

/** Lets commands be decided one after the other, each over what the wanted ones before it left. */
function inTurn(
  slice: Slice,
  article: Article,
  c: Circumstances,
  run: (decideNext: DecideNext) => void,
): { as: Role | null; facts: Decided<ArticleFact>[] } {
  const trial = trialOf(slice);
  const facts: Decided<ArticleFact>[] = [];
  let as: Role | null = null;
  run((item, isWanted = () => true) => {
    try {
      const decision = decideTagCommand(trial, article, item, c);
      if (!isWanted(decision.facts)) return decision.facts;
      tryOut(trial, decision, article.id, c);
      facts.push(...decision.facts);
      as ??= decision.as;
      return decision.facts;
    } catch (refusal) {
      if (refusal instanceof DomainError) return refusal;
      throw refusal;
    }
  });
  return { as, facts };
}
