import type { ComponentProps, ReactNode } from "react";
import { cx } from "~/app/_lib/cx";

export interface TableProps {
  /** What the table holds, for screen readers. */
  caption: string;
  children: ReactNode;
  className?: string;
}

/** A place that scrolls has to be in reach of the keyboard (WCAG 2.1.1), though it is no control. */
const reachable = { tabIndex: 0 };

/** A real table; where it is wider than its place, it scrolls there and the page does not. */
export function Table({ caption, children, className }: TableProps) {
  return (
    <div
      role="region"
      aria-label={caption}
      {...reachable}
      className={cx("overflow-x-auto rounded-md border contain-inline-size", className)}
    >
      <table className="w-full border-collapse text-start [&_tbody_tr]:border-t [&_tbody_tr]:hover:bg-sunken">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** A column's head; `numbers` sets it to the end. */
export function Th({ numbers = false, className, ...rest }: ComponentProps<"th"> & { numbers?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        "bg-sunken px-3 py-2 font-medium whitespace-nowrap text-muted",
        numbers ? "text-end" : "text-start",
        className,
      )}
    />
  );
}

/** A cell; `numbers` sets it to the end in figures of one width. */
export function Td({ numbers = false, className, ...rest }: ComponentProps<"td"> & { numbers?: boolean }) {
  return (
    <td {...rest} className={cx("px-3 py-2 align-top", numbers && "text-end tabular-nums", className)} />
  );
}
