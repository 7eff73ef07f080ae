import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import * as words from "~/app/_lib/words";
import { cx } from "~/app/_lib/cx";
import { Link } from "./link";
import { SkipLink } from "./skip-link";

export interface Crumb {
  label: string;
  /** Left out for the page that is shown, which comes last. */
  href?: string;
}

export interface ShellProps {
  /** Newsroom first, this page last. */
  crumbs: readonly Crumb[];
  /** Between crumbs and account: states, buttons. */
  actions?: ReactNode;
  /** Usually an AccountMenu. */
  account?: ReactNode;
  /** A row under the header: the ways to the newsroom's other pages. */
  nav?: ReactNode;
  /** reading: a column of text; page: lists and forms (default); full: the whole width without padding, for the workspace. */
  width?: "reading" | "page" | "full";
  children: ReactNode;
}

const widths = {
  reading: "mx-auto w-full max-w-2xl px-4 py-6",
  page: "mx-auto w-full max-w-6xl px-4 py-6",
  full: "flex min-h-0 grow flex-col",
};

/** The frame of every signed-in page: header with the way here, actions and account; then the main content. */
export function Shell({ crumbs, actions, account, nav, width = "page", children }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col" data-width={width}>
      <SkipLink />
      <header className="sticky top-0 z-30 border-b bg-paper">
        <div className="flex min-h-12 items-center gap-x-3 px-3 py-1 sm:px-4">
          <Crumbs crumbs={crumbs} />
          {actions !== undefined && <div className="ms-auto flex shrink-0 items-center gap-2">{actions}</div>}
          {account !== undefined && (
            <div className={cx("shrink-0", actions === undefined && "ms-auto")}>{account}</div>
          )}
        </div>
        {nav}
      </header>
      <main id="main" tabIndex={-1} className={widths[width]}>
        {children}
      </main>
    </div>
  );
}

/** The way here; on phones only the step back, as an arrow, and the page's own name. */
function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={words.common.breadcrumb} className="min-w-0">
      <ol className="flex min-w-0 items-center">
        {crumbs.map(({ label, href }, place) => {
          const isParent = place === crumbs.length - 2;
          return (
            <li
              key={`${place} ${label}`}
              className={cx(
                "flex items-center",
                place < crumbs.length - 1 ? "shrink-0" : "min-w-0",
                place < crumbs.length - 2 && "max-sm:hidden",
              )}
            >
              {place > 0 && (
                <span aria-hidden="true" className="px-1.5 text-muted max-sm:hidden">
                  ›
                </span>
              )}
              {href === undefined ? (
                <span aria-current="page" className="truncate font-semibold" dir="auto">
                  {label}
                </span>
              ) : (
                <Link
                  href={href}
                  className="flex min-h-6 min-w-6 items-center rounded-sm text-muted hover:text-ink hover:underline pointer-coarse:min-h-11 pointer-coarse:max-sm:min-w-11"
                >
                  {isParent && <ChevronLeft aria-hidden="true" className="size-5 sm:hidden rtl:rotate-180" />}
                  <span className={cx("max-w-48 truncate", isParent && "max-sm:sr-only")}>{label}</span>
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
