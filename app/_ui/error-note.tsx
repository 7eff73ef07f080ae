import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import * as words from "~/app/_lib/words";

export interface ErrorNoteProps {
  /** What happened. */
  happened: ReactNode;
  /** What is safe. */
  safe?: ReactNode;
  /** What to do. */
  todo?: ReactNode;
  /** The code to quote to whoever reads the logs. */
  code?: string | undefined;
  /** A button, such as trying again. */
  action?: ReactNode;
}

/** Trouble in the place where it happened; spoken when it appears. */
export function ErrorNote({ happened, safe, todo, code, action }: ErrorNoteProps) {
  return (
    <div
      role="alert"
      className="flex items-start gap-2.5 rounded-md border border-danger bg-danger-fill px-3 py-2.5"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
      <div className="flex min-w-0 flex-col items-start gap-1 wrap-anywhere">
        <p className="font-medium">{happened}</p>
        {safe !== undefined && <p>{safe}</p>}
        {todo !== undefined && <p>{todo}</p>}
        {code !== undefined && <p className="font-mono text-xs text-muted">{words.common.code(code)}</p>}
        {action !== undefined && <div className="mt-1">{action}</div>}
      </div>
    </div>
  );
}
