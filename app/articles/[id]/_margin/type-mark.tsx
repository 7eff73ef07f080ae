import { cx } from "~/app/_lib/cx";
import type { TagType } from "~/core/scheme";

/** A tag type by its letter, hue and underline, as the scheme gives them; its name is said beside it. */
export function TypeMark({ type }: { type: TagType | undefined }) {
  if (!type) return null;
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-flex size-5 shrink-0 items-center justify-center rounded-sm border border-hue-line bg-hue-fill font-sans text-xs font-semibold text-ink",
        `hue-${type.hue}`,
      )}
    >
      {type.letter}
    </span>
  );
}
