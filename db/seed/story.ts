/**
 * The demo newsrooms as data: stories, the tags on them and what happened to each tag. Nothing here touches the
 * database; the seeding replays these steps through the one way to write.
 */
import type { Direction } from "~/core/article";
import type { CorrectionClass } from "~/core/life";
import type { RuleId } from "~/core/gate";
import type { Finding } from "~/core/tag";

import type { EvidenceKey } from "./evidence";
import type { DeskKey, PersonKey } from "./people";

/** Whole days before the seeding and a time of day in UTC, such as `2d 21:40`; a day before at the latest. */
export type Moment = `${number}d ${number}:${number}`;

/** What QCU-1 says of a quote. */
export interface QuoteAttributes {
  readonly form: "direct" | "mixed" | "indirect";
  readonly speaker: string;
  readonly sourceKind: "named" | "organization" | "document" | "anonymous" | "unknown";
  readonly cue?: string;
}

interface ClaimOfAnyVoice {
  readonly kind: "event" | "quantity" | "causal" | "comparison" | "rule" | "identity";
  readonly priority: "must" | "should";
  /** The scheme's default, no, when absent. */
  readonly legal?: true;
}

/** What QCU-1 says of a claim; an attributed one names who makes it. */
export type ClaimAttributes = ClaimOfAnyVoice &
  ({ readonly voice: "own" } | { readonly voice: "attributed"; readonly speaker: string });

/** What QCU-1 says of an uncertainty. */
export interface UncertaintyAttributes {
  readonly kind: "hedge" | "forecast" | "unverified" | "conflicting" | "anonymous" | "unknown";
  readonly level: "probable" | "possible" | "unlikely" | "unspecified";
  readonly holder: "author" | "source";
}

/** One thing that happened to a tag. A hand-made tag begins with `opened`; a machine's with `suggested`. */
export type SeedStep =
  | { readonly step: "suggested"; readonly rule: string; readonly at: Moment }
  | { readonly step: "opened"; readonly by: PersonKey; readonly at: Moment }
  | ({ readonly step: "checked"; readonly by: PersonKey; readonly at: Moment } & Check)
  | { readonly step: "approved"; readonly by: PersonKey; readonly at: Moment }
  | { readonly step: "reopened"; readonly by: PersonKey; readonly at: Moment; readonly reason: string }
  | { readonly step: "dismissed"; readonly by: PersonKey; readonly at: Moment; readonly reason: string }
  | { readonly step: "settled"; readonly by: PersonKey; readonly at: Moment };

/** What a check found and on what it rests; `unverifiable` needs no evidence but a note on what was tried. */
export interface Check {
  readonly finding: Finding;
  readonly evidence: readonly EvidenceKey[];
  readonly note?: string;
}

/** A link from the tag that carries it to another tag of the same story, by that tag's key. */
export interface SeedLink {
  readonly relation: "continues" | "within" | "about" | "contradicts" | "supports";
  readonly to: string;
}

/** Why a closed rule was passed, and how many hours after the seeding what it asks for is due. */
export interface SeedOverride {
  readonly rule: RuleId;
  readonly reason: string;
  readonly dueInHours: number;
}

/** One step of a story's life, by whoever took it. A story of which none is told stays a draft. */
export type LifeStep = { readonly by: PersonKey; readonly at: Moment } & (
  | { readonly step: "sentToReview" | "signedOff" }
  /** Hours after the seeding. */
  | { readonly step: "deadlineSet"; readonly inHours: number }
  | { readonly step: "published"; readonly overrides?: readonly SeedOverride[] }
  | { readonly step: "correctionBegun"; readonly class: CorrectionClass }
  /** The whole of the next text. */
  | { readonly step: "revised"; readonly text: string }
  /** What readers are told, and the keys of the tags that failed. */
  | { readonly step: "corrected"; readonly note: string; readonly failed: readonly string[] }
);

interface TagOfAnyType {
  /** Names the tag within its story. */
  readonly key: string;
  /** The exact words, character for character as they stand in the story's text. */
  readonly words: string;
  /** Which occurrence of the words is meant, from 1; only and always given when they occur more than once. */
  readonly occurrence?: number;
  readonly note?: string;
  readonly links?: readonly SeedLink[];
  /** Whose work its next step is, and who gave it to them. */
  readonly given?: { readonly by: PersonKey; readonly at: Moment; readonly to: PersonKey };
  readonly journey: readonly SeedStep[];
}

/** A tag of a story: its exact words, what it is said to be, and its journey from its making to where it stands. */
export type SeedTag = TagOfAnyType &
  (
    | { readonly type: "quote"; readonly attributes: QuoteAttributes }
    | { readonly type: "claim"; readonly attributes: ClaimAttributes }
    | { readonly type: "uncertainty"; readonly attributes: UncertaintyAttributes }
  );

/** What was said about a story, a passage of it or one of its tags, and to whom. */
export interface SeedThread {
  /** A tag by its key, or words that stand once in the text; absent for the whole story. */
  readonly about?: { readonly tag: string } | { readonly words: string };
  /** Who is to answer; absent for a comment. */
  readonly asks?: PersonKey | "checkers" | "standards editors";
  /** Hours after the seeding by which the answer is wanted. */
  readonly dueInHours?: number;
  readonly blocking?: true;
  /** In turn; the first opens the thread, and one that settles it resolves it. Mentions as `@{key}`. */
  readonly said: readonly {
    readonly by: PersonKey;
    readonly at: Moment;
    readonly words: string;
    readonly settles?: true;
  }[];
}

/** An article of a demo newsroom with everything that happened to it. */
export interface Story {
  /** Names the story within the newsroom. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: "en" | "ar";
  readonly direction: Direction;
  /** Null where the newsroom has no desks. */
  readonly desk: DeskKey | null;
  readonly author: PersonKey;
  readonly arrived: Moment;
  /** Who alone may see it; absent when the whole desk may. */
  readonly restrictedTo?: readonly PersonKey[];
  /** The whole text as it came, headline first, lines ended by LF. */
  readonly text: string;
  readonly tags: readonly SeedTag[];
  readonly threads?: readonly SeedThread[];
  readonly life?: readonly LifeStep[];
}

/** Proposed by a rule of the machine, of that id. */
export function suggested(rule: string, at: Moment): SeedStep {
  return { step: "suggested", rule, at };
}

/** Tagged by hand, or, after a suggestion, accepted. */
export function opened(by: PersonKey, at: Moment): SeedStep {
  return { step: "opened", by, at };
}

/** A verdict was set. */
export function checked(by: PersonKey, at: Moment, check: Check): SeedStep {
  return { step: "checked", by, at, ...check };
}

/** The verdict of the check before was approved. */
export function approved(by: PersonKey, at: Moment): SeedStep {
  return { step: "approved", by, at };
}

/** Set back to open by a person, with the reason that colleagues read. */
export function reopened(by: PersonKey, at: Moment, reason: string): SeedStep {
  return { step: "reopened", by, at, reason };
}

/** Set aside for good, with the reason that colleagues read. */
export function dismissed(by: PersonKey, at: Moment, reason: string): SeedStep {
  return { step: "dismissed", by, at, reason };
}

/** A revision had altered its words, and the new ones are what it means; what was checked is stale since. */
export function settled(by: PersonKey, at: Moment): SeedStep {
  return { step: "settled", by, at };
}

/** The instant that a moment names, reckoned from the seeding. */
export function instantOf(moment: Moment, seededAt: Date): Date {
  const [, days, hours, minutes] = /^(\d+)d (\d\d):(\d\d)$/.exec(moment) ?? [];
  if (days === undefined) throw new Error(`“${moment}” is no moment; write days and time like “2d 21:40”.`);
  return new Date(
    Date.UTC(
      seededAt.getUTCFullYear(),
      seededAt.getUTCMonth(),
      seededAt.getUTCDate() - Number(days),
      Number(hours),
      Number(minutes),
    ),
  );
}

/**
 * Where a tag's words lie in its story, in UTF-16 code units. Throws when the words are missing, or stand more than
 * once and no occurrence is named.
 */
export function spanOf(
  text: string,
  tag: Pick<SeedTag, "key" | "words" | "occurrence">,
): { start: number; end: number } {
  const starts: number[] = [];
  for (let at = text.indexOf(tag.words); at !== -1; at = text.indexOf(tag.words, at + 1)) starts.push(at);
  if ((tag.occurrence === undefined) !== (starts.length === 1)) {
    throw new Error(
      `The words of “${tag.key}” stand ${starts.length} times; occurrence: ${tag.occurrence ?? "not given"}.`,
    );
  }
  const start = starts[(tag.occurrence ?? 1) - 1];
  if (start === undefined) throw new Error(`The words of “${tag.key}” do not stand that often.`);
  return { start, end: start + tag.words.length };
}
