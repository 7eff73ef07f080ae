import * as words from "~/app/_lib/words";
import { Skeleton } from "./skeleton";
import { Spinner } from "./spinner";

export interface WaitingProps {
  /** What is being waited for, shown after a second: "Loading the article…". */
  children?: string;
  /** How many bars the skeleton has. */
  lines?: number;
}

/** Nothing under 300 ms, a skeleton to one second, then a spinner with words: by CSS alone, also before scripts run. */
export function Waiting({ children = words.common.loading, lines = 3 }: WaitingProps) {
  return (
    <div className="grid *:[grid-area:1/1]" aria-busy="true">
      <div className="from-300-to-1000">
        <Skeleton lines={lines} />
      </div>
      <p className="flex waits-1000 items-center gap-2 text-muted" role="status">
        <Spinner />
        {children}
      </p>
    </div>
  );
}
