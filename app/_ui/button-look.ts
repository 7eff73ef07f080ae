import { cx } from "~/app/_lib/cx";

/** primary: the one thing to do here; quiet: everything else; danger: what destroys or rejects; plain: in bars and rows. */
export type ButtonVariant = "primary" | "quiet" | "danger" | "plain";

const looks: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong",
  quiet: "border-border bg-surface text-ink hover:bg-sunken data-popup-open:bg-sunken",
  danger: "border-danger bg-danger text-danger-ink hover:border-danger-strong hover:bg-danger-strong",
  plain: "border-transparent text-ink hover:bg-sunken data-popup-open:bg-sunken",
};

/** The classes of a button, for links that look like one: `<Link className={buttonLook({ variant: "primary" })}>`. */
export function buttonLook({
  variant = "quiet",
  small = false,
}: { variant?: ButtonVariant; small?: boolean } = {}): string {
  return cx(
    "inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none",
    "transition-colors [&_svg]:size-4 [&_svg]:shrink-0",
    "data-disabled:cursor-not-allowed data-disabled:opacity-55",
    small ? "control-small px-2 text-[0.8125rem]" : "control px-3",
    looks[variant],
  );
}
