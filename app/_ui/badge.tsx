import type { ReactNode } from "react";
import { cx } from "~/app/_lib/cx";

/** hue: the colours of a tag type; give it, or what holds it, the class `hue-…` of the scheme. */
export type BadgeTone = "neutral" | "accent" | "ok" | "warn" | "danger" | "hue";

const tones: Record<BadgeTone, string> = {
  neutral: "border-line bg-sunken text-ink",
  accent: "border-accent/40 bg-accent-fill text-accent",
  ok: "border-ok/40 bg-ok-fill text-ok",
  warn: "border-warn/40 bg-warn-fill text-warn",
  danger: "border-danger/40 bg-danger-fill text-danger",
  hue: "border-hue-line bg-hue-fill text-ink",
};

export interface BadgeProps {
  tone?: BadgeTone;
  /** An icon before the words: a state is icon and word, never colour alone. */
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A state or a count in a word or two. */
export function Badge({ tone = "neutral", icon, children, className }: BadgeProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs leading-[1.125rem] font-medium whitespace-nowrap",
        "[&_svg]:size-3 [&_svg]:shrink-0",
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
