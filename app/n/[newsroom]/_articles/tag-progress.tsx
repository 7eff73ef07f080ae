import * as words from "~/app/_lib/words";
import { VisuallyHidden } from "~/app/_ui/visually-hidden";
import type { TagCounts } from "~/server/routers/articles";

/** How far an article's tags have come: a bar of approved and checked ones, and the count in words. */
export function TagProgress({ counts }: { counts: TagCounts }) {
  const { open, checked, approved } = counts;
  const all = open + checked + approved;
  if (all === 0) return <span className="text-muted">{words.articles.noTags}</span>;
  return (
    <span className="flex items-center gap-2">
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-2 w-16 shrink-0 overflow-hidden rounded-full border border-border bg-sunken"
      >
        <rect width={(100 * (approved + checked)) / all} height="8" className="fill-accent opacity-45" />
        <rect width={(100 * approved) / all} height="8" className="fill-accent" />
      </svg>
      <span aria-hidden="true" className="whitespace-nowrap text-muted tabular-nums">
        {words.articles.approvedOf(approved, all)}
      </span>
      <VisuallyHidden>{words.articles.tags(counts)}</VisuallyHidden>
    </span>
  );
}
