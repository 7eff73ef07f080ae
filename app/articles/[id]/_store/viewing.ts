import type { Topic } from "~/core/shapes/command";
import type { StepChoice } from "~/app/articles/[id]/_life/steps";
import type { RuleId } from "~/core/gate";
import type { TagId, ThreadId } from "~/core/ids";
import type { LinkKind } from "~/core/scheme";
import type { Span, Tag } from "~/core/tag";
import type { ThreadKind } from "~/core/thread";
import { EVERY_TAG, matches, type TagFilter } from "./filter";

/** A link that is being made: which tag it goes out from, and what it can be. */
export interface Linking {
  readonly tag: TagId;
  /** The kinds that lead anywhere, and where each could lead. */
  readonly ways: readonly { readonly kind: LinkKind; readonly among: ReadonlySet<TagId> }[];
  /** The place of the chosen kind in `ways`; null while it is being chosen. */
  readonly chosen: number | null;
  /** The tag's card was open, and will be again. */
  readonly reopen: boolean;
}

/** What the person is about to say, and where: a new comment or query about something, or a reply. */
export type Writing =
  | { readonly kind: ThreadKind; readonly about: Topic }
  | { readonly kind: "reply"; readonly thread: ThreadId };

/** What the person looks at and has open: nothing of it is stored, and nobody else sees it. */
export interface Viewing {
  readonly focused: TagId | null;
  /** Where in the text the person pointed, in UTF-16 code units: which words of the focused tag are meant. */
  readonly point: number | null;
  /** The focused tag's card is open for changes. */
  readonly opened: boolean;
  readonly filter: TagFilter;
  /** The rail is open over the text, where there is no room for it beside. */
  readonly listed: boolean;
  readonly left: boolean;
  readonly right: boolean;
  /** Nothing but the text. */
  readonly alone: boolean;
  readonly linking: Linking | null;
  /** All threads of the article are open beside the text. */
  readonly discussing: boolean;
  readonly writing: Writing | null;
  /** What closes the gate is open beside the text. */
  readonly gating: boolean;
}

export const AT_FIRST: Viewing = {
  focused: null,
  point: null,
  opened: false,
  filter: EVERY_TAG,
  listed: false,
  left: true,
  right: true,
  alone: false,
  linking: null,
  discussing: false,
  writing: null,
  gating: false,
};

/**
 * Whether a tag is drawn as one that is looked for: it passes the filter, or, while a link is made, it is one of
 * those that the link could lead to. The focused one always is.
 */
export function shows({ focused, filter, linking }: Viewing, tag: Tag): boolean {
  if (tag.id === focused) return true;
  const way = linking && linking.chosen !== null ? linking.ways[linking.chosen] : undefined;
  return way ? way.among.has(tag.id) || tag.id === linking?.tag : matches(tag, filter);
}

/**
 * What a key or a mark asks of the panels beside the text, which alone know how to do it. `open` puts the
 * keyboard into the tag's card; `dismiss`, `verdict`, `reopen` ask there for the reason or the verdict.
 */
export type Intent =
  | { readonly kind: "open"; readonly tag: TagId }
  | { readonly kind: "dismiss"; readonly tag: TagId }
  | { readonly kind: "verdict"; readonly tag: TagId; readonly finding: string | null }
  | { readonly kind: "reopen"; readonly tag: TagId }
  | { readonly kind: "history"; readonly tag: TagId | null }
  /** What concerns the whole article, from the header. */
  | { readonly kind: "details" | "export" | "settings" | "revise" }
  /** Asks what a step of the article's life takes: a reason, a signature, what readers are told. */
  | { readonly kind: "step"; readonly step: StepChoice }
  /** Asks why a tag may stay unchecked, or whether a source is known. */
  | { readonly kind: "waive" | "vouch"; readonly tag: TagId }
  /** Asks why what was published past a rule is owed no longer. */
  | { readonly kind: "settle"; readonly rule: RuleId }
  /** Asks where else the words of a passage stand, to tag them all. */
  | { readonly kind: "everywhere"; readonly span: Span }
  /** Shows what one did here and can take back. */
  | { readonly kind: "undoing" }
  /** Asks whether to remove a passage of the text from the record, for good. */
  | { readonly kind: "remove"; readonly passage: Span };
