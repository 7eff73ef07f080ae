import { Progress } from "@base-ui/react/progress";
import { useId } from "react";
import * as words from "~/app/_lib/words";

export interface ProgressBarProps {
  label: string;
  labelHidden?: boolean;
  /** How many are done; null when it cannot be known. */
  done: number | null;
  total: number;
}

/** How far something is, as a bar and as a count. */
export function ProgressBar({ label, labelHidden = false, done, total }: ProgressBarProps) {
  const counts = done === null ? words.common.working : words.common.progress(done, total);
  const labelId = useId();
  return (
    <Progress.Root
      value={done}
      max={Math.max(total, 1)}
      aria-valuetext={counts}
      aria-labelledby={labelId}
      className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1"
    >
      <Progress.Label id={labelId} className={labelHidden ? "sr-only" : undefined}>
        {label}
      </Progress.Label>
      <span className="col-start-2 text-muted tabular-nums" aria-hidden="true">
        {counts}
      </span>
      <Progress.Track className="col-span-2 h-2 overflow-hidden rounded-full border border-border bg-sunken">
        <Progress.Indicator className="h-full chosen bg-accent transition-[width] duration-(--calm) data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Progress.Track>
    </Progress.Root>
  );
}
