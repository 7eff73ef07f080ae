import { LoaderCircle } from "lucide-react";
import { cx } from "~/app/_lib/cx";

/** A turning ring that appears after 300 ms; words beside it are the caller's. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span className={cx("inline-flex waits-300", className)} aria-hidden="true">
      <LoaderCircle className="size-4 animate-spin" />
    </span>
  );
}
