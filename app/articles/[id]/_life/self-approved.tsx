"use client";

import * as words from "~/app/_lib/words";
import { AboutTag } from "~/app/articles/[id]/_history/subject";
import { useTags } from "~/app/articles/[id]/_store/hooks";
import { isStanding } from "~/core/tag";

const say = words.gate;

/** So many are listed at once. */
const SHOWN = 100;

/** Tags that passed with two eyes: they close nothing, and whoever signs knows which they are. */
export function SelfApproved({ onGo }: { onGo: (go: () => void) => void }) {
  const tags = [...useTags({ calmly: true }).values()].filter(
    (tag) => isStanding(tag) && tag.review.approval?.self,
  );
  if (tags.length === 0) return null;
  return (
    <section aria-label={say.selfApproved} className="flex flex-col gap-1.5 border-t pt-3">
      <h3 className="font-semibold">{say.selfApproved}</h3>
      <p className="text-muted">{say.selfApprovedWhy}</p>
      <ul className="flex flex-col gap-1">
        {tags.slice(0, SHOWN).map(({ id }) => (
          <li key={id}>
            <AboutTag id={id} onGo={onGo} />
          </li>
        ))}
      </ul>
      {tags.length > SHOWN && <p className="text-muted">{say.more(tags.length - SHOWN)}</p>}
    </section>
  );
}
