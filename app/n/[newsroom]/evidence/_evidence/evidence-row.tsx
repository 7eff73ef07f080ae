import { Paperclip } from "lucide-react";

import { KIND_ICONS } from "~/app/_evidence/evidence-item";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Day } from "~/app/_ui/day";
import { Link } from "~/app/_ui/link";
import { Time } from "~/app/_ui/time";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import type { ListedEvidence } from "~/server/routers/evidence";

const say = words.evidencePage;

/** An evidence item in the list: what it is, where from, its file, how much rests on it. */
export function EvidenceRow({ newsroom, item }: { newsroom: string; item: ListedEvidence }) {
  const { kind, reference, locator, retrievedAt, file, withdrawal } = item;
  const Icon = KIND_ICONS[kind];
  return (
    <li className="relative flex items-start gap-3 rounded-md border px-3 py-2.5 focus-within:bg-sunken hover:bg-sunken">
      <Icon className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden="true" />
      <div className="flex min-w-0 grow flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/n/${newsroom}/evidence/${item.id}`}
            prefetch={false}
            className="min-w-0 text-[0.9375rem] font-semibold wrap-anywhere after:absolute after:inset-0 after:rounded-md"
          >
            <HeldWords of={reference} />
          </Link>
          {locator && (
            <span className="text-muted">
              <HeldWords of={locator} />
            </span>
          )}
          {file && !file.removal && (
            <Badge icon={<Paperclip aria-hidden="true" />}>
              <span className="sr-only">{words.files.has}, </span>
              {words.files.bytes(file.bytes)}
            </Badge>
          )}
          {withdrawal && <Badge tone="danger">{words.evidence.withdrawn}</Badge>}
        </div>
        <p className="text-xs text-muted">
          {words.evidence.kind[kind]}
          {retrievedAt !== null && (
            <>
              {" · "}
              {words.evidence.retrieved} <Day at={retrievedAt} />
            </>
          )}
          {" · "}
          {words.evidence.addedBy(item.addedByName)} <Time at={item.addedAt} />
          {" · "}
          {say.uses(item.uses, item.articles)}
        </p>
      </div>
    </li>
  );
}
