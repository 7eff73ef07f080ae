"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { IconButton } from "~/app/_ui/icon-button";
import { Link } from "~/app/_ui/link";
import { Waiting } from "~/app/_ui/waiting";
import { EvidenceItem } from "~/app/_evidence/evidence-item";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { Tag } from "~/core/tag";
import { useEvidence } from "./use-evidence";

const EvidenceDialog = onDemand(async () => (await import("./evidence-dialog")).EvidenceDialog);

const say = words.evidence;

/** What the tag's verdict rests on, and the ways to add to it. */
export function EvidencePart({ tag, locked }: { tag: Tag; locked: boolean }) {
  const store = useStore();
  const { slug: newsroom } = store.standing.newsroom;
  const [isAdding, setAdding] = useState(false);
  const { items, isError, isFetching, learn } = useEvidence(tag.evidence);
  return (
    <section aria-label={say.title} className="flex flex-col gap-1.5 border-t pt-2.5">
      <div className="flex items-center gap-2">
        <p className="font-medium">{say.title}</p>
        {!locked && (
          <Button small variant="plain" className="ms-auto" onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            {say.add}
          </Button>
        )}
      </div>
      {isError && <ErrorNote happened={say.failed} />}
      {isFetching && !tag.evidence.every((id) => items.has(id)) && <Waiting lines={2}>{say.loading}</Waiting>}
      {tag.evidence.length === 0 && <p className="text-muted">{say.none}</p>}
      <ul className="flex flex-col gap-2">
        {tag.evidence.map((id) => {
          const item = items.get(id);
          const detach = { type: "detachEvidence", tag: tag.id, evidence: id } as const;
          const name = item?.reference.words ?? say.unknown;
          return (
            <li key={id}>
              {item ? (
                <EvidenceItem
                  newsroom={newsroom}
                  item={item}
                  more={
                    <>
                      {" · "}
                      <Link
                        href={`/n/${newsroom}/evidence/${id}`}
                        prefetch={false}
                        aria-label={say.openNamed(name)}
                      >
                        {say.open}
                      </Link>
                    </>
                  }
                  action={
                    !locked &&
                    store.refusalOf(detach) === null && (
                      <IconButton
                        small
                        label={say.detachNamed(name)}
                        icon={<X aria-hidden="true" />}
                        onClick={() => store.dispatch(detach)}
                      />
                    )
                  }
                />
              ) : (
                !isError && !isFetching && <p className="text-muted">{say.unknown}</p>
              )}
            </li>
          );
        })}
      </ul>
      <EvidenceDialog
        open={isAdding}
        onOpenChange={setAdding}
        inUse={tag.evidence}
        onChosen={(item) => {
          learn(item);
          if (store.dispatch({ type: "attachEvidence", tag: tag.id, evidence: item.id }).ok) setAdding(false);
        }}
      />
    </section>
  );
}
