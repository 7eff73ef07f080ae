import type { Slice } from "./article";
import type { TagId, ThreadId } from "./ids";
import type { DeskRules, Level, RuleId, SigningPart } from "./shapes/life";
import { gradesOf, hidesSource, type Scheme } from "./scheme";
import { isAltered, isLost, isStanding, type Tag } from "./tag";
import { holdsUp } from "./thread";

/**
 * The gate: eight rules over an article's tags and threads. Each answers with the list of what closes it; a story
 * may run when none does. What a machine suggests never closes it.
 */

export type { Level, RuleId } from "./shapes/life";

export const RULES = ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8"] as const;

/** As it comes; stricter, where a rule can be; or not asked at all. */
export const LEVELS = ["standard", "strict", "off"] as const;

/** Rules that can be stricter than they come. */
export const STRICTER: readonly RuleId[] = ["G2", "G3", "G4"];

/** What each rule asks for, as it comes. */
export const RULE_ASKS: Record<RuleId, string> = {
  G1: "Every claim that must be checked is approved as confirmed",
  G2: "Every claim that should be checked is checked",
  G3: "Every direct or mixed quote is confirmed against a record",
  G4: "An editor knows who every anonymous source is",
  G5: "Every conflict names both sides",
  G6: "Every legal claim is approved by a standards or managing editor",
  G7: "Nothing is stale, lost, altered, asked or held up",
  G8: "Nothing found wrong is left in the text",
};

/** What closes a rule: a tag or a thread, and why. */
export interface GateItem {
  readonly about: { readonly tag: TagId } | { readonly thread: ThreadId };
  readonly why: Why;
}

export const WHYS = [
  "unchecked",
  "unapproved",
  "not confirmed",
  "disputed without a conflict",
  "identity unknown",
  "one source",
  "one-sided",
  "stale",
  "lost",
  "altered",
  "query",
  "blocking",
  "wrong",
] as const;
export type Why = (typeof WHYS)[number];

export interface RuleAnswer {
  readonly rule: RuleId;
  readonly level: Level;
  /** Empty while the rule is open, and where it is off. */
  readonly items: readonly GateItem[];
  /** Tags that it would ask about, had nobody waived them. */
  readonly waived: readonly TagId[];
}

/** How a desk's rules are where nobody changed them. */
export const USUAL_RULES: DeskRules = { gate: {}, copyEditorsPublish: false };

/** What the gate looks at: all of an article's tags and threads. */
type Looked = Pick<Slice, "tags" | "threads">;

interface Asked {
  readonly tags: Looked["tags"];
  readonly scheme: Scheme;
  /** For each tag, the standing tags that link to it. */
  readonly linkedBy: ReadonlyMap<TagId, readonly Tag[]>;
}

/** The answer of each of the eight rules, in order. */
export function askGate(slice: Looked, scheme: Scheme, { gate }: DeskRules): RuleAnswer[] {
  const standing = [...slice.tags.values()].filter(
    (tag) => isStanding(tag) && tag.review.state !== "suggested",
  );
  const asked: Asked = { tags: slice.tags, scheme, linkedBy: linkedBy(standing) };
  const found = new Map(
    RULES.map((rule) => [rule, { items: new Array<GateItem>(), waived: new Array<TagId>() }]),
  );
  for (const tag of standing) {
    for (const rule of RULES) {
      const level = gate[rule] ?? "standard";
      const why = level === "off" ? null : TAG_RULES[rule](tag, asked, level === "strict");
      if (why === null) continue;
      if (tag.waiver && WAIVABLE.includes(rule)) found.get(rule)?.waived.push(tag.id);
      else found.get(rule)?.items.push({ about: { tag: tag.id }, why });
    }
  }
  if (gate.G7 !== "off") {
    for (const thread of slice.threads.values()) {
      if (!holdsUp(thread)) continue;
      const why = thread.kind === "query" ? "query" : "blocking";
      found.get("G7")?.items.push({ about: { thread: thread.id }, why });
    }
  }
  return RULES.map((rule) => ({
    rule,
    level: gate[rule] ?? "standard",
    items: found.get(rule)?.items ?? [],
    waived: found.get(rule)?.waived ?? [],
  }));
}

/** The rules that are closed. */
export function closedRules(answers: readonly RuleAnswer[]): RuleAnswer[] {
  return answers.filter(({ items }) => items.length > 0);
}

/** Rules that a waiver of a tag lets it pass: what was left unchecked, never what was found wrong. */
const WAIVABLE: readonly RuleId[] = ["G1", "G2", "G3", "G6"];

/** Whose signatures the article's tags ask for. */
export function partsRequired({ tags }: Pick<Slice, "tags">, scheme: Scheme): SigningPart[] {
  const delicate = [...tags.values()].some(
    (tag) => isStanding(tag) && tag.review.state !== "suggested" && isDelicate(tag, scheme),
  );
  return delicate ? ["desk", "standards"] : ["desk"];
}

function isDelicate(tag: Tag, scheme: Scheme): boolean {
  return gradesOf(scheme, tag).some((grade) => grade === "legal" || grade === "anonymous");
}

/** Why the rule asks about the tag; null where it does not. Types and values are those of QCU-1. */
const TAG_RULES: Record<RuleId, (tag: Tag, asked: Asked, strictly: boolean) => Why | null> = {
  G1: (tag, asked) => {
    if (!gradesOf(asked.scheme, tag).includes("must")) return null;
    const { state, verdict } = tag.review;
    if (state !== "approved") return verdict === null ? "unchecked" : "unapproved";
    if (verdict?.finding === "confirmed") return null;
    if (verdict?.finding !== "disputed") return "not confirmed";
    return isSaidToBeOpen(tag, asked) ? null : "disputed without a conflict";
  },
  G2: (tag, _, strictly) => {
    if (tag.type !== "claim" || tag.attributes.priority !== "should") return null;
    const { state } = tag.review;
    if (state === "approved") return null;
    if (state !== "checked") return "unchecked";
    return strictly ? "unapproved" : null;
  },
  G3: (tag, _, strictly) => {
    if (tag.type !== "quote" || (tag.attributes.form !== "direct" && tag.attributes.form !== "mixed"))
      return null;
    const { state, verdict } = tag.review;
    if (state !== "checked" && state !== "approved") return "unchecked";
    if (verdict?.finding !== "confirmed") return "not confirmed";
    return strictly && state !== "approved" ? "unapproved" : null;
  },
  G4: (tag, { scheme }, strictly) => {
    if (!hidesSource(scheme, tag)) return null;
    if (tag.identity === null) return "identity unknown";
    return strictly && !tag.identity.secondSource ? "one source" : null;
  },
  G5: (tag, { tags }) => {
    if (tag.type !== "uncertainty" || tag.attributes.kind !== "conflicting") return null;
    const claims = tag.links.filter(({ target }) => {
      const linked = tags.get(target);
      return linked?.type === "claim" && isStanding(linked);
    });
    return new Set(claims.map(({ target }) => target)).size < 2 ? "one-sided" : null;
  },
  G6: (tag, { scheme }) =>
    gradesOf(scheme, tag).includes("legal") && tag.review.state !== "approved" ? "unapproved" : null,
  G7: (tag) => {
    if (isLost(tag)) return "lost";
    if (isAltered(tag)) return "altered";
    return tag.review.state === "stale" ? "stale" : null;
  },
  G8: ({ review }) => (review.verdict?.finding === "wrong" && review.state !== "open" ? "wrong" : null),
};

/** Whether the text itself says of a disputed claim that it is: by a conflict or an unverified report linked to it. */
function isSaidToBeOpen({ id }: Tag, { linkedBy }: Asked): boolean {
  return (linkedBy.get(id) ?? []).some(
    ({ type, attributes: { kind } }) =>
      type === "uncertainty" && (kind === "conflicting" || kind === "unverified"),
  );
}

function linkedBy(standing: readonly Tag[]): Map<TagId, Tag[]> {
  const by = new Map<TagId, Tag[]>();
  for (const tag of standing) {
    for (const { target } of tag.links) by.set(target, [...(by.get(target) ?? []), tag]);
  }
  return by;
}
