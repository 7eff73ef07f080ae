import { cx } from "~/app/_lib/cx";

/** A key to press, as printed on it. `onInk` for dark grounds such as tooltips. */
export function Kbd({ children, onInk = false }: { children: string; onInk?: boolean }) {
  return (
    <kbd
      className={cx(
        "inline-flex min-w-5 items-center justify-center rounded-sm border px-1 font-mono text-[0.6875rem] leading-4",
        onInk ? "border-paper/50 text-paper" : "border-border bg-paper text-muted",
      )}
    >
      {children}
    </kbd>
  );
}
