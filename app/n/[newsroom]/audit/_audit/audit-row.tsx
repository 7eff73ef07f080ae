"use client";

import { Filter } from "lucide-react";
import { Details } from "~/app/_history/details";
import { Fingerprint } from "~/app/_history/fingerprint";
import { type KnownAround, tellEntry } from "~/app/_history/known";
import { Moment } from "~/app/_history/moment";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { IconButton } from "~/app/_ui/icon-button";
import { Link } from "~/app/_ui/link";
import { ROLE_LABEL } from "~/core/policy";
import type { Told } from "~/server/routers/audit";
import type { AuditFilter } from "./filter";

const say = words.audit;

export interface AuditRowProps {
  entry: Told;
  known: KnownAround;
  newsroom: { readonly href: string; readonly mayManage: boolean };
  onNarrow: (change: Partial<AuditFilter>) => void;
}

/** One thing that happened: when, who, what, to what; its link leads there. */
export function AuditRow({ entry, known, newsroom, onNarrow }: AuditRowProps) {
  const { event, hash } = entry;
  const { says, details } = tellEntry(entry, known);
  const name = known.person(event.actor);
  return (
    <li className="relative grid gap-x-4 gap-y-1 border-t px-3 py-2 last:border-b focus-within:bg-sunken hover:bg-sunken sm:grid-cols-[9.5rem_minmax(0,1fr)] lg:grid-cols-[9.5rem_minmax(0,1fr)_8rem]">
      <p className="text-xs leading-6 text-muted tabular-nums">
        <Moment at={event.at} />
      </p>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
          <span className="wrap-anywhere" suppressHydrationWarning>
            <button
              type="button"
              title={say.onlyPerson(name)}
              className="relative z-10 min-h-6 cursor-pointer font-medium hover:underline"
              onClick={() => onNarrow({ person: event.actor })}
            >
              {name}
            </button>{" "}
            {says}
          </span>
          <Badge>{ROLE_LABEL[event.role]}</Badge>
          {event.undoes !== null && <Badge>{words.history.takesBack}</Badge>}
        </p>
        <About entry={entry} known={known} newsroom={newsroom} onNarrow={onNarrow} />
        <Details of={details} />
      </div>
      <div className="sm:col-start-2 lg:col-start-3">
        <Fingerprint seq={event.seq} hash={hash} />
      </div>
    </li>
  );
}

/** What it happened to, and the way there. */
function About({ entry, known, newsroom, onNarrow }: AuditRowProps) {
  const look = "min-w-0 truncate text-muted after:absolute after:inset-0 hover:underline";
  if (entry.of === "newsroom") {
    return (
      <Link
        href={newsroom.mayManage ? `${newsroom.href}/settings` : newsroom.href}
        className={look}
        prefetch={false}
      >
        {say.kinds.newsroom}
      </Link>
    );
  }
  const { body } = entry.event;
  const article = known.article(entry.article);
  const tag = "tag" in body ? body.tag : null;
  const place = tag !== null ? `#tag=${tag}` : "thread" in body ? `#thread=${body.thread}` : "";
  const type =
    tag !== null && known.schemeOf(entry.article).types.find(({ name }) => name === known.typeOf(tag));
  return (
    <p className="flex min-w-0 items-center gap-1.5">
      <Link href={`/articles/${entry.article}${place}`} className={look} prefetch={false}>
        {type && <span>{words.history.onTag(type.label)} </span>}
        {tag !== null && known.wordsOf(tag) !== null && (
          <span className="font-serif text-ink" dir="auto">
            {known.wordsOf(tag)}
            {" · "}
          </span>
        )}
        <span dir="auto">{article?.title.words ?? say.titleRemoved}</span>
      </Link>
      <span className="relative z-10 shrink-0 print:hidden">
        <IconButton
          small
          label={say.onlyArticle}
          icon={<Filter aria-hidden="true" />}
          onClick={() => onNarrow({ article: entry.article })}
        />
      </span>
    </p>
  );
}
