"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Link } from "~/app/_ui/link";

interface Section {
  label: string;
  href: string;
  /** How much there is, beside the label. */
  count?: ReactNode;
}

/** The ways to the newsroom's pages; the longest address that the page lies under is the present one. */
export function Sections({ sections }: { sections: readonly Section[] }) {
  const path = usePathname();
  const present = sections
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={words.articles.sections} className="flex gap-4 overflow-x-auto px-3 sm:px-4">
      {sections.map(({ label, href, count }) => (
        <Link
          key={href}
          href={href}
          current={path === href}
          className={cx(
            "-mb-px inline-flex control items-center border-b-2 whitespace-nowrap transition-colors focus-visible:-outline-offset-2",
            href === present?.href
              ? "border-accent font-medium text-ink"
              : "border-transparent text-muted hover:text-ink forced-colors:border-b-0",
          )}
        >
          {label}
          {count}
        </Link>
      ))}
    </nav>
  );
}
