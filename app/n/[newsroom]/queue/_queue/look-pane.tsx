"use client";

import { useQuery } from "@tanstack/react-query";

import { cx } from "~/app/_lib/cx";
import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Time } from "~/app/_ui/time";
import { Waiting } from "~/app/_ui/waiting";
import { EvidenceItem } from "~/app/_evidence/evidence-item";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import { FindingMark } from "~/app/articles/[id]/_margin/state-mark";
import type { TagType } from "~/core/scheme";
import { isLost } from "~/core/tag";
import type { Looked, QueuedTag } from "~/server/routers";

const say = words.queue;

interface LookPaneProps {
  newsroom: string;
  row: QueuedTag;
  type: TagType | undefined;
}

/** What one looks at to decide: the words in their context, what was found and by whom, what that rests on. */
export function LookPane({ newsroom, row, type }: LookPaneProps) {
  const trpc = useTRPC();
  const { tag, article } = row;
  const query = useQuery({
    ...trpc.queue.look.queryOptions({ article: article.id, tag: tag.id }),
    staleTime: 10_000,
  });
  if (query.isError)
    return (
      <ErrorNote
        happened={refusalOf(query.error).sentence}
        action={<Button onClick={() => void query.refetch()}>{words.common.retry}</Button>}
      />
    );
  if (!query.data) return <Waiting lines={4} />;
  return (
    <div className="flex flex-col gap-3">
      {isLost(tag) && <p className="text-warn">{say.gone}</p>}
      <Context passage={query.data.passage} row={row} type={type} />
      {tag.placement?.fate === "altered" && !tag.placement.settled && (
        <p className="wrap-anywhere">
          <span className="text-muted">{say.before}: </span>
          <bdi className="font-serif">“{tag.placement.exact}”</bdi>
        </p>
      )}
      <Verdict row={row} />
      <Rests newsroom={newsroom} looked={query.data} />
      {query.data.openThreads > 0 && <p className="text-warn">{say.threads(query.data.openThreads)}</p>}
      {!row.mayCheck && !row.mayApprove && <p className="text-muted">{say.mayNothing}</p>}
    </div>
  );
}

function Context({
  passage: { before, words: text, after, isCut },
  row: { article },
  type,
}: {
  passage: Looked["passage"];
  row: QueuedTag;
  type: TagType | undefined;
}) {
  return (
    <blockquote
      dir={article.direction}
      lang={article.language}
      className="font-serif text-base leading-6.5 wrap-anywhere whitespace-pre-wrap"
    >
      {isCut.before && "… "}
      {before}
      <mark className={cx("mark", type && `hue-${type.hue}`, type && `mark-${type.underline}`)}>{text}</mark>
      {after}
      {isCut.after && " …"}
    </blockquote>
  );
}

function Verdict({ row: { tag, verdictBy } }: { row: QueuedTag }) {
  const { verdict } = tag.review;
  if (!verdict) return null;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-1.5">
        <FindingMark finding={verdict.finding} />
        <span className="text-muted">
          {say.verdictBy(verdictBy ?? "")} · <Time at={verdict.at} />
        </span>
      </p>
      {verdict.note && (
        <p>
          <HeldWords of={verdict.note} />
        </p>
      )}
    </div>
  );
}

function Rests({ newsroom, looked: { evidence } }: { newsroom: string; looked: Looked }) {
  if (evidence.length === 0) return <p className="text-muted">{say.noEvidence}</p>;
  return (
    <div>
      <h3 className="mb-1 text-xs font-medium text-muted">{say.evidence}</h3>
      <ul className="flex flex-col gap-2">
        {evidence.map((item) => (
          <li key={item.id}>
            <EvidenceItem newsroom={newsroom} item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}
