import type { ReactNode } from "react";

export interface CountedProps {
  /** Nothing is shown of 0, and no more than "99+". */
  count: number;
  /** A button whose name says how many: the sign is for the eyes alone. */
  children: ReactNode;
}

const MOST = 99;

/** An icon button with how many there are at its icon's corner. */
export function Counted({ count, children }: CountedProps) {
  return (
    <span className="relative inline-flex">
      {children}
      {count > 0 && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute start-1/2 bottom-1/2 ms-0.5 mb-px min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-ink tabular-nums"
        >
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </span>
  );
}
