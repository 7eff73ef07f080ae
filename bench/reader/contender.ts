import type { Span } from "~/core/tag";
import type { Size } from "./material";

/** What is done to tags while it is measured. */
export const DEEDS = ["add", "recolour", "delete"] as const;
export type Deed = (typeof DEEDS)[number];

/** Something that shows a text with tags, in a page of its own. */
export interface Contender {
  /** Makes the text and the tags, unseen; not measured. */
  prepare(size: Size): void;
  /** Puts all of it on the page. */
  load(): void;
  /** Whether everything is on the page that is to be there. */
  isLoaded(): boolean;
  /** Tags a passage, gives the tag made last another type, or takes one of those away; null where it cannot. */
  readonly deeds: Record<Deed, (passage: Span) => void> | null;
  /** The id of the innermost tag at a point of the window. */
  hit: ((x: number, y: number) => string | null) | null;
}

declare global {
  interface Window {
    contender: Contender;
  }
}
