import type { ReactNode } from "react";

export interface EmptyStateProps {
  /** What is not there: "No articles yet". */
  title: string;
  /** Why, and what would be here. */
  children: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
  icon?: ReactNode;
}

/** What stands where nothing is: what, why, one action. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-md border border-dashed border-border px-4 py-10 text-center">
      {icon !== undefined && <div className="text-muted [&_svg]:size-6">{icon}</div>}
      <p className="text-base font-semibold">{title}</p>
      <p className="max-w-prose text-pretty text-muted">{children}</p>
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
