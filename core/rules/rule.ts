import type { Block } from "~/core/article";
import type { Attribute, Attributes, TagType, Value } from "~/core/scheme";
import type { Span, Tag } from "~/core/tag";

/** A passage about to be tagged, and what stands around it. Offsets are UTF-16 code units. */
export interface Passage {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly span: Span;
  /** BCP 47. */
  readonly language: string;
  /** The article's tags that are there already, in any order. */
  readonly earlier: readonly Tag[];
}

/** What a rule may look at: the passage, and the attributes that the rules before it have filled. */
export interface RuleContext extends Passage {
  readonly type: TagType;
  readonly attribute: Attribute;
  readonly attributes: Attributes;
}

/** Proposes an attribute's value for a new tag; null leaves it at the scheme's standard. Pure. */
export type Rule = (context: RuleContext) => Value | null;
