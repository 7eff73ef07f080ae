import type { ReactNode } from "react";

/** Words for screen readers alone. Never inside an article's text, where they would shift offsets. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
