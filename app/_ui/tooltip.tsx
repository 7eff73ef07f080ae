import { cloneElement, type ReactElement } from "react";

export interface TooltipProps {
  /** What pointing at or focusing the child shows; the child needs its own accessible name. */
  label: string;
  /** A key to show beside it, as chords.ts names it. */
  keys?: string | undefined;
  /** One element that passes its attributes on, such as a Button. */
  children: ReactElement<TipAttributes>;
}

interface TipAttributes {
  "data-tip"?: string;
  "data-tip-keys"?: string | undefined;
}

/** A few words on pointing or focus; a TipLayer shows them. Nothing needed may be in it alone: touch never shows it. */
export function Tooltip({ label, keys, children }: TooltipProps) {
  return cloneElement(children, { "data-tip": label, "data-tip-keys": keys });
}
