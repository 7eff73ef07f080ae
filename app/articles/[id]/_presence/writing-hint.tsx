"use client";

import { PenLine } from "lucide-react";
import * as words from "~/app/_lib/words";
import type { TagId } from "~/core/ids";
import { useCompany } from "./presence-context";

/** In a tag's card, while somebody else writes in theirs. */
export function WritingHint({ tag }: { tag: TagId }) {
  const { people } = useCompany();
  const writers = people.filter(({ writing }) => writing === tag);
  if (writers.length === 0) return null;
  return (
    <p role="status" className="flex items-center gap-1.5 text-muted">
      <PenLine aria-hidden="true" className="size-3.5 shrink-0" />
      {words.presence.alsoWriting(writers.map(({ name }) => name).join(", "))}
    </p>
  );
}
