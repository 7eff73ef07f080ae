import { useId } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";

export interface ProgressBarProps {
  label: string;
  labelHidden?: boolean;
  /** How many are done; null when it cannot be known. */
  done: number | null;
  total: number;
  /** How far it is, in words; else "3 of 7". */
  counts?: string;
}

/** How far something is, as a bar and as a count. */
export function ProgressBar({ label, labelHidden = false, done, total, ...rest }: ProgressBarProps) {
  const counts = rest.counts ?? (done === null ? words.common.working : words.common.progress(done, total));
  const labelId = useId();
  const all = Math.max(total, 1);
  return (
    <div
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done ?? undefined}
      aria-valuetext={counts}
      aria-labelledby={labelId}
      className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1"
    >
      <span id={labelId} className={labelHidden ? "sr-only" : undefined}>
        {label}
      </span>
      <span className="col-start-2 text-muted tabular-nums" aria-hidden="true">
        {counts}
      </span>
      <div className="col-span-2 h-2 overflow-hidden rounded-full border border-border bg-sunken">
        <div
          className={cx(
            "h-full chosen bg-accent transition-[width] duration-(--calm)",
            done === null && "w-1/3 animate-pulse",
          )}
          style={done === null ? undefined : { inlineSize: `${(100 * done) / all}%` }}
        />
      </div>
    </div>
  );
}
