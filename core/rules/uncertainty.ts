import { hasLexicon, UNCERTAIN, UNNAMED } from "./lexicon";
import type { Rule, RuleContext } from "./rule";
import { attributionOver } from "./speech";

/** What kind of uncertainty the passage's words are. */
export const uncertaintyKindByLexicon: Rule = (context) => {
  return uncertainWords(context)?.kind ?? (isUnnamed(context) ? "anonymous" : null);
};

/** How probable the passage's words make it. */
export const uncertaintyLevelByLexicon: Rule = (context) => uncertainWords(context)?.level ?? null;

/** In speech, quoted or reported, it is the source that is not sure. */
export const holderByQuotation: Rule = (context) => (attributionOver(context) ? "source" : null);

function uncertainWords({ text, span, language }: RuleContext) {
  if (!hasLexicon(language)) return null;
  const words = text.slice(span.start, span.end).toLowerCase();
  return UNCERTAIN.find(({ pattern }) => pattern.test(words)) ?? null;
}

/** “A NATO official”: somebody described and not named. */
function isUnnamed({ text, span, language }: RuleContext): boolean {
  if (!hasLexicon(language)) return false;
  const [first = "", ...rest] = text
    .slice(span.start, span.end)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return (
    /^(?:an?|one|two|three|several|some)$/.test(first) && rest.slice(0, 5).some((word) => UNNAMED.has(word))
  );
}
