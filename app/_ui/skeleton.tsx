import { cx } from "~/app/_lib/cx";

/** Grey bars where text will be; `lines` of them, the last one short. Hidden from assistive technology. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <div className={cx("flex flex-col gap-2", className)} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="h-4 rounded-sm bg-sunken last:not-first:w-3/5" />
      ))}
    </div>
  );
}
