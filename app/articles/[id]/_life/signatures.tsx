"use client";

import { PenLine } from "lucide-react";
import * as words from "~/app/_lib/words";
import { Time } from "~/app/_ui/time";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useArticle } from "~/app/articles/[id]/_store/hooks";
import { ROLE_LABEL } from "~/core/policy";

const say = words.gate;

/** Who has signed the revision off, for what, and when. */
export function Signatures() {
  const name = useNames();
  const { life } = useArticle();
  return (
    <ul aria-label={say.signatures} className="flex flex-col gap-1.5 rounded-md border bg-sunken p-2.5">
      {life.signatures.map(({ part, by, as, at, digest }) => (
        <li key={part} className="flex items-start gap-2">
          <PenLine className="mt-0.5 size-4 shrink-0 text-ok" aria-hidden="true" />
          <span className="min-w-0">
            {say.signed[part](name(by), ROLE_LABEL[as])}{" "}
            <span className="text-muted">
              · <Time at={at} />
            </span>
            {digest !== null && (
              <span className="block truncate font-mono text-xs text-muted" title={digest}>
                {say.digest(digest.slice(0, 12))}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
