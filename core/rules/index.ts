import {
  type Attribute,
  type Attributes,
  parseAttributes,
  type Scheme,
  typeNamed,
  type Value,
} from "~/core/scheme";

import { claimKindByNumber, priorityByBlock, voiceByAttributionCue } from "./claim";
import { quoteFormByMarks } from "./quote";
import type { Passage, Rule } from "./rule";
import { cueByNearestAttribution, sourceKindBySpeaker, speakerByNearestAttribution } from "./speaker";
import { holderByQuotation, uncertaintyKindByLexicon, uncertaintyLevelByLexicon } from "./uncertainty";

/**
 * The rules that fill in a new tag, so that one key is enough. A scheme names them by id; each proposes one
 * attribute's value from the text around the passage, and an editor's word overrules all of them.
 */
export const RULES = {
  "quote-form-by-marks": quoteFormByMarks,
  "speaker-by-nearest-attribution": speakerByNearestAttribution,
  "source-kind-by-speaker": sourceKindBySpeaker,
  "cue-by-nearest-attribution": cueByNearestAttribution,
  "claim-kind-by-number": claimKindByNumber,
  "voice-by-attribution-cue": voiceByAttributionCue,
  "priority-by-block": priorityByBlock,
  "uncertainty-kind-by-lexicon": uncertaintyKindByLexicon,
  "uncertainty-level-by-lexicon": uncertaintyLevelByLexicon,
  "holder-by-quotation": holderByQuotation,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** True for the id of a rule that is there. */
export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(RULES, id);
}

/**
 * The attributes of a new tag of a type: what the scheme's rules propose, in the scheme's order, else its
 * standard values. A rule that is not known here, or proposes what the attribute does not allow, is passed over.
 * @throws DomainError bad-input for a type that the scheme does not have
 */
export function proposeAttributes(scheme: Scheme, type: string, passage: Passage): Attributes {
  const named = typeNamed(scheme, type);
  const attributes: Attributes = {};
  for (const attribute of named.attributes) {
    const { rule } = attribute;
    if (rule === undefined || !isRuleId(rule)) continue;
    const value = RULES[rule]({ ...passage, type: named, attribute, attributes: { ...attributes } });
    if (value !== null && isAllowed(attribute, value)) attributes[attribute.name] = value;
  }
  return parseAttributes(named, attributes);
}

function isAllowed(attribute: Attribute, value: Value): boolean {
  switch (attribute.kind) {
    case "choice":
      return attribute.choices.some((choice) => choice.value === value);
    case "yes-no":
      return typeof value === "boolean";
    case "words":
      return typeof value === "object";
  }
}
