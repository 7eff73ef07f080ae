"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC, useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import { Waiting } from "~/app/_ui/waiting";
import type { EvidenceId } from "~/core/ids";
import type { EvidencePage } from "~/server/routers/evidence";
import { EvidenceItem } from "./evidence-item";

const say = words.evidence;

const NEWEST: Pick<EvidencePage, "next"> = { next: null };

interface KnownEvidenceProps {
  /** The newsroom's name in addresses. */
  newsroom: string;
  /** What is chosen already. */
  inUse: readonly EvidenceId[];
  onChosen: (item: EvidencePage["items"][number]) => void;
}

/** The newsroom's evidence, to search and choose from. */
export function KnownEvidence({ newsroom, inUse, onChosen }: KnownEvidenceProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [search, setSearch] = useState("");
  const sought = useDeferredValue(search.trim());
  const asked = { newsroom, search: sought, limit: 20 };
  const query = useInfiniteQuery({
    queryKey: [...trpc.evidence.list.queryKey(asked), "pages"],
    queryFn: ({ pageParam, signal }) =>
      client.evidence.list.query({ ...asked, cursor: pageParam }, { signal }),
    initialPageParam: NEWEST.next,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <Field label={say.dialog.search}>
        <TextInput
          type="search"
          maxLength={200}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </Field>
      {query.isPending && <Waiting />}
      {query.isError && (
        <ErrorNote
          happened={refusalOf(query.error).sentence}
          action={<Button onClick={() => void query.refetch()}>{words.common.retry}</Button>}
        />
      )}
      {query.isSuccess && items.length === 0 && (
        <p className="text-muted">{sought === "" ? say.dialog.noneYet : say.dialog.nothing}</p>
      )}
      <ul className="flex max-h-[40dvh] flex-col divide-y overflow-y-auto">
        {items.map((item) => (
          <li key={item.id} className="py-2">
            <EvidenceItem
              newsroom={newsroom}
              item={item}
              more={` · ${say.uses(item.uses)}`}
              action={
                inUse.includes(item.id) ? (
                  <span className="text-muted">{say.dialog.inUse}</span>
                ) : (
                  <Button
                    small
                    aria-label={say.dialog.useNamed(item.reference.words ?? "")}
                    onClick={() => onChosen(item)}
                  >
                    {say.dialog.use}
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say.dialog.more}
        </Button>
      )}
    </div>
  );
}
