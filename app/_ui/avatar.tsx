import { initials } from "~/app/_lib/initials";
import { cx } from "~/app/_lib/cx";

export interface AvatarProps {
  name: string;
  /** 20 px, for rows. */
  small?: boolean;
  /** The name stands beside it in words already, so the avatar says nothing. */
  decorative?: boolean;
}

/** A person's initials in a circle. */
export function Avatar({ name, small = false, decorative = false }: AvatarProps) {
  return (
    <span
      role={decorative ? undefined : "img"}
      aria-label={decorative ? undefined : name}
      aria-hidden={decorative || undefined}
      title={decorative ? undefined : name}
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-full border border-border bg-sunken font-medium text-ink select-none",
        small ? "size-5 text-[0.5625rem]" : "size-7 text-[0.6875rem]",
      )}
    >
      {initials(name)}
    </span>
  );
}
