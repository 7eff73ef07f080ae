import { isProminent } from "~/core/blocks";

import { hasLexicon, NO_QUANTITIES, NUMBER_WORDS } from "./lexicon";
import type { Rule } from "./rule";
import { attributionOver } from "./speech";

/** A number makes a quantity; a date, an age, a clock time or a number in a name alone does not. */
export const claimKindByNumber: Rule = ({ text, span, language }) => {
  const words = text.slice(span.start, span.end);
  const rest = NO_QUANTITIES.reduce((left, pattern) => left.replace(pattern, " "), words);
  if (/\p{Nd}|%/u.test(rest)) return "quantity";
  if (!hasLexicon(language)) return null;
  return rest.split(/[^\p{L}]+/u).some((word) => NUMBER_WORDS.has(word.toLowerCase())) ? "quantity" : null;
};

/** Attributed for what a source is quoted or reported to say. */
export const voiceByAttributionCue: Rule = (context) => (attributionOver(context) ? "attributed" : null);

/** Must in headline, standfirst and first body paragraph. */
export const priorityByBlock: Rule = ({ blocks, span }) => (isProminent(blocks, span.start) ? "must" : null);
