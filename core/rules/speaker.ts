import { isStanding, type Tag } from "~/core/tag";
import { paragraphAround } from "~/core/text";
import { wordsOf } from "~/core/words";

import type { Attribution } from "./attribution";
import { DETERMINERS, hasLexicon, PRONOUNS } from "./lexicon";
import { fullestName, kindOfSource, nameIn, nameOfRole } from "./names";
import type { Rule, RuleContext } from "./rule";
import { attributionOver, nearestAttribution, quotationOf } from "./speech";

/** How far back a pronoun looks for its name, in UTF-16 code units. */
const MEMORY = 600;

/**
 * Who said it: the speaker of the tag around the passage, else of the nearest attribution, by the fullest name
 * in the article, else of the quotation before it in the paragraph. Null where the article does not say.
 */
export const speakerByNearestAttribution: Rule = (context) => {
  const { text, span, attribute } = context;
  const around = context.earlier.findLast(
    (tag) =>
      isStanding(tag) &&
      tag.anchor.start <= span.start &&
      span.end <= tag.anchor.end &&
      speakerOf(tag, attribute.name),
  );
  if (around) return wordsOf(speakerOf(around, attribute.name));
  const attribution = attributionFor(context);
  const resolved = attribution?.source ? resolve(context, attribution.source, attribution.start) : "";
  const speaker = resolved || (quotationOf(text, span) ? previousSpeaker(context) : "");
  return speaker === "" ? null : wordsOf(speaker);
};

/** The words that attribute the passage. */
export const cueByNearestAttribution: Rule = (context) => {
  const attribution = attributionFor(context);
  return attribution ? wordsOf(attribution.cue) : null;
};

/** What kind of source the speaker is; unknown, the standard, without one. */
export const sourceKindBySpeaker: Rule = ({ attributes, language }) => {
  const { speaker } = attributes;
  if (typeof speaker !== "object" || !speaker.words || !hasLexicon(language)) return null;
  return kindOfSource(speaker.words);
};

function attributionFor(context: RuleContext): Attribution | null {
  const over = attributionOver(context);
  return over === "speech" ? null : (over ?? nearestAttribution(context));
}

function speakerOf(tag: Tag, name: string): string {
  const value = tag.attributes[name];
  return typeof value === "object" ? (value.words ?? "") : "";
}

/** The speaker of the tag of this type before the passage in its paragraph; empty if there is none. */
function previousSpeaker({ text, span, earlier, type, attribute }: RuleContext): string {
  const paragraph = paragraphAround(text, span.start);
  const before = earlier
    .filter((tag) => isStanding(tag) && tag.type === type.name)
    .filter(({ anchor }) => anchor.start >= paragraph.start && anchor.end <= span.start)
    .sort((a, b) => b.anchor.end - a.anchor.end);
  return before[0] ? speakerOf(before[0], attribute.name) : "";
}

/** A printed source by its fullest name; as printed where the article gives it no name. */
function resolve(context: RuleContext, source: string, at: number): string {
  const { text } = context;
  const list = source.split(/\s+/);
  const [first = "", last = ""] = [list[0], list.at(-1)];
  if (PRONOUNS.has(source.toLowerCase())) {
    if (!/^(?:he|she|who)$/i.test(source)) return previousSpeaker(context);
    return previousSpeaker(context) || nameBefore(text, at);
  }
  const name = nameIn(source);
  if (name !== null) return fullestName(text, name);
  if (/^\p{Lu}/u.test(last)) {
    const fullest = fullestName(text, last);
    if (fullest !== last) return fullest;
  }
  const isDescription = DETERMINERS.has(first.toLowerCase());
  if (!isDescription) return source;
  const printed = first.toLowerCase() + source.slice(first.length);
  if (first.toLowerCase() !== "the") return printed;
  const role = list.slice(1).join(" ");
  return nameOfRole(text, role) ?? describedBefore(context, last) ?? printed;
}

function nameBefore(text: string, at: number): string {
  const name = nameIn(text.slice(Math.max(0, at - MEMORY), at));
  return name === null ? "" : fullestName(text, name);
}

/** “The official”: the fuller description by which a tag before this one names its speaker. */
function describedBefore({ earlier, span, attribute }: RuleContext, noun: string): string | null {
  const speakers = earlier
    .filter((tag) => isStanding(tag) && tag.anchor.end <= span.start)
    .sort((a, b) => b.anchor.end - a.anchor.end)
    .map((tag) => speakerOf(tag, attribute.name));
  return (
    speakers.find((speaker) => /^(?:an?|one) /.test(speaker) && speaker.split(/\s+/).includes(noun)) ?? null
  );
}
