import type { TagId } from "~/core/ids";
import type { Span } from "~/core/tag";
import { EVERY_TAG, type TagFilter } from "./filter";

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
};

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
  /** Asks where else the words of a passage stand, to tag them all. */
  | { readonly kind: "everywhere"; readonly span: Span }
  /** Shows what one did here and can take back. */
  | { readonly kind: "undoing" }
  /** Asks whether to remove a passage of the text from the record, for good. */
  | { readonly kind: "remove"; readonly passage: Span };
