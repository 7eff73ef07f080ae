"use client";

import { refusalOf } from "~/app/_lib/refusal";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { EmptyState } from "~/app/_ui/empty-state";
import { ErrorNote } from "~/app/_ui/error-note";
import { Waiting } from "~/app/_ui/waiting";
import { useCan, useTag } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";
import { Entry } from "./entry";
import type { Removal } from "./remove-dialog";
import { useHistory, useKnown } from "./use-history";

const say = words.history;

export interface EntriesProps {
  /** Null for the whole article. */
  tag: TagId | null;
  /** Leaves the tag for the whole article. */
  onLeave: () => void;
  /** Makes room for what an entry is about, and goes there. */
  onGo: (go: () => void) => void;
  onRemove: (removal: Removal) => void;
}

/** What happened to the article, or to one of its tags. */
export function Entries({ tag, onLeave, ...rest }: EntriesProps) {
  return (
    <div className="flex flex-col gap-3">
      {tag === null ? <p className="text-muted">{say.ofArticle}</p> : <OfTag id={tag} onLeave={onLeave} />}
      <IfAllowed key={tag} tag={tag} {...rest} />
    </div>
  );
}

function OfTag({ id, onLeave }: { id: TagId; onLeave: () => void }) {
  const tag = useTag(id);
  return (
    <>
      <p className="text-muted">{say.ofTag}</p>
      {tag && (
        <blockquote className="line-clamp-3 font-serif text-[0.9375rem]" dir="auto">
          {tag.anchor.exact}
        </blockquote>
      )}
      <Button small className="self-start" onClick={onLeave}>
        {say.wholeArticle}
      </Button>
    </>
  );
}

/** The entries, a page at a time. Whoever may not read them is told who can. */
function IfAllowed(props: Omit<EntriesProps, "onLeave">) {
  const reading = useCan("read history");
  if (!reading.allowed) return <p>{reading.why}</p>;
  return <ReadEntries {...props} />;
}

function ReadEntries({ tag, onGo, onRemove }: Omit<EntriesProps, "onLeave">) {
  const { query, events, names } = useHistory(tag);
  const known = useKnown(events, names);
  const mayRemove = useCan("redact").allowed;
  const undone = new Set(events.map(({ undoes }) => undoes));
  if (query.isPending) return <Waiting>{say.loading}</Waiting>;
  if (query.isError) {
    const { sentence, code } = refusalOf(query.error);
    return (
      <ErrorNote
        happened={sentence}
        safe={say.failed.safe}
        code={code}
        action={<Button onClick={() => void query.refetch()}>{say.failed.retry}</Button>}
      />
    );
  }
  if (events.length === 0) return <EmptyState title={say.empty.title}>{say.empty.why}</EmptyState>;
  return (
    <>
      <ol className="flex flex-col divide-y" aria-busy={query.isFetching || undefined}>
        {events.map((event) => (
          <Entry
            key={event.seq}
            event={event}
            known={known}
            isUndone={undone.has(event.seq)}
            showSubject={tag === null || ("tag" in event.body && event.body.tag !== tag)}
            onGo={onGo}
            onRemove={mayRemove ? (ref) => onRemove({ kind: "words", ref }) : null}
          />
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say.more}
        </Button>
      ) : (
        <p className="text-center text-xs text-muted">{say.beginning}</p>
      )}
    </>
  );
}
