"use client";

import type { ReactNode } from "react";

import { FileLine } from "~/app/_evidence/file-line";
import * as words from "~/app/_lib/words";
import { Day } from "~/app/_ui/day";
import { Time } from "~/app/_ui/time";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import type { UserId } from "~/core/ids";
import type { EvidenceSurroundings, ListedEvidence, NamedPerson } from "~/server/routers/evidence";
import { AttachFile } from "./attach-file";

const say = words.evidencePage.item;

interface FactsProps {
  newsroom: string;
  item: ListedEvidence;
  people: readonly NamedPerson[];
  around: EvidenceSurroundings;
  onAttached: () => void;
}

/** What is known of an item, one fact after the other, and the place for a file where it has none. */
export function Facts({ newsroom, item, people, around, onAttached }: FactsProps) {
  const { kind, locator, retrievedAt, note, addedBy, addedAt, withdrawal, file } = item;
  const name = (id: UserId) => people.find((person) => person.id === id)?.name ?? "";
  const by = (id: UserId, at: number) => (
    <>
      {say.by(name(id))}, <Time at={at} />
    </>
  );
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-3 rounded-md border px-4 py-3 sm:grid-cols-[10rem_1fr]">
      <Fact term={say.kind}>{words.evidence.kind[kind]}</Fact>
      {locator && (
        <Fact term={say.locator}>
          <HeldWords of={locator} />
        </Fact>
      )}
      {retrievedAt !== null && (
        <Fact term={say.retrieved}>
          <Day at={retrievedAt} />
        </Fact>
      )}
      {note && (
        <Fact term={say.note}>
          <HeldWords of={note} />
        </Fact>
      )}
      <Fact term={say.added}>{by(addedBy, addedAt)}</Fact>
      {withdrawal && (
        <Fact term={say.withdrawn}>
          <HeldWords of={withdrawal.reason} />
          <p className="text-muted">{by(withdrawal.by, withdrawal.at)}</p>
        </Fact>
      )}
      <Fact term={say.file}>
        {file && !file.removal && (
          <>
            <FileLine newsroom={newsroom} evidence={item.id} file={file} />
            <p className="text-muted">{by(file.by, file.at)}</p>
          </>
        )}
        {file?.removal && (
          <>
            {say.fileRemoved}: <HeldWords of={file.removal.reason} />
            <p className="text-muted">{by(file.removal.by, file.removal.at)}</p>
          </>
        )}
        {!file && <p className="text-muted">{say.noFile}</p>}
        {!file && !withdrawal && around.mayAdd && (
          <AttachFile
            newsroom={newsroom}
            evidence={item.id}
            most={around.mostFileBytes}
            onAttached={onAttached}
          />
        )}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted max-sm:-mb-2">{term}</dt>
      <dd className="flex min-w-0 flex-col gap-1 wrap-anywhere">
        <div>{children}</div>
      </dd>
    </div>
  );
}
