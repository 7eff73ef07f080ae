"use client";

import { Link2, MessageSquare, StickyNote } from "lucide-react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Time } from "~/app/_ui/time";
import { VisuallyHidden } from "~/app/_ui/visually-hidden";
import { useDiscussed, useScheme } from "~/app/articles/[id]/_store/hooks";
import { isWords } from "~/core/words";
import { readValue, type TagType } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import { HeldWords } from "./held-words";
import { FindingMark, StateMark } from "./state-mark";
import { TypeMark } from "./type-mark";
import { useNames } from "./use-names";

const say = words.margin;

/** A closed card in one line: type, words, whether it is spoken of, state. */
export function CompactSummary({ tag }: { tag: Tag }) {
  const type = useType(tag);
  return (
    <span className="flex items-center gap-1.5">
      <TypeMark type={type} />
      <VisuallyHidden>{type?.label}</VisuallyHidden>
      <span className="min-w-0 grow truncate font-serif" dir="auto">
        {tag.anchor.exact}
      </span>
      <ThreadCount tag={tag} />
      <StateMark state={tag.review.state} />
    </span>
  );
}

/** A closed card in full: also main attribute, verdict, who and when, and what else there is. */
export function Summary({ tag }: { tag: Tag }) {
  const type = useType(tag);
  const name = useNames();
  const { review, evidence, note, imported } = tag;
  return (
    <span className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-1.5">
        <TypeMark type={type} />
        <span className="font-semibold">{type?.label ?? tag.type}</span>
        <MainAttribute tag={tag} type={type} />
        <span className="ms-auto flex flex-wrap justify-end gap-1">
          <StateMark state={review.state} />
        </span>
      </span>
      <span className="line-clamp-2 font-serif text-[0.9375rem]" dir="auto">
        {tag.anchor.exact}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        <span>
          {name(tag.author)} · <Time at={tag.at} />
        </span>
        {review.verdict && <FindingMark finding={review.verdict.finding} />}
        {review.approval?.self && <Badge tone="warn">{say.selfApproved}</Badge>}
        {imported && <Badge>{say.imported}</Badge>}
        {evidence.length > 0 && (
          <span className="inline-flex items-center gap-0.5">
            <Link2 className="size-3.5" aria-hidden="true" />
            <span aria-hidden="true">{evidence.length}</span>
            <VisuallyHidden>{say.evidenceCount(evidence.length)}</VisuallyHidden>
          </span>
        )}
        <ThreadCount tag={tag} />
        {note && (
          <span className="inline-flex items-center">
            <StickyNote className="size-3.5" aria-hidden="true" />
            <VisuallyHidden>{say.hasNote}</VisuallyHidden>
          </span>
        )}
      </span>
    </span>
  );
}

/** How much is said about the tag, and whether any of it is open. */
function ThreadCount({ tag }: { tag: Tag }) {
  const count = useDiscussed(({ ofTags }) =>
    (ofTags.get(tag.id) ?? []).reduce((sum, { comments }) => sum + comments.length, 0),
  );
  const open = useDiscussed(
    ({ ofTags }) => (ofTags.get(tag.id) ?? []).filter(({ state }) => state === "open").length,
  );
  if (count === 0) return null;
  const { count: counted, openCount } = words.threads;
  return (
    <span
      className={cx(
        "inline-flex shrink-0 items-center gap-0.5 text-xs text-muted",
        open > 0 && "font-medium text-ink",
      )}
    >
      <MessageSquare className={cx("size-3.5", open > 0 && "fill-current")} aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>
        {counted(count)}
        {open > 0 && `, ${openCount(open)}`}
      </VisuallyHidden>
    </span>
  );
}

function MainAttribute({ tag, type }: { tag: Tag; type: TagType | undefined }) {
  const attribute = type?.attributes.find(({ name }) => name === type.main);
  const value = attribute && tag.attributes[attribute.name];
  if (!attribute || value === undefined) return null;
  return (
    <span className="text-muted">
      {isWords(value) ? <HeldWords of={value} /> : readValue(attribute, value)}
    </span>
  );
}

function useType({ type }: Tag): TagType | undefined {
  return useScheme().types.find(({ name }) => name === type);
}
