"use client";

import { Clock, OctagonAlert } from "lucide-react";
import { useRef, useSyncExternalStore } from "react";

import { subscribeToClock, timeNow } from "~/app/_lib/clock";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { Link } from "~/app/_ui/link";
import { Time } from "~/app/_ui/time";
import { CommentWords } from "~/app/_threads/comment-words";
import type { UserId } from "~/core/ids";
import type { Thread } from "~/core/thread";
import type { WaitingQuery } from "~/server/routers";
import { Answer } from "./answer";

const say = words.queries;

export interface QueryRowProps {
  waiting: WaitingQuery;
  /** Who looks. */
  me: UserId;
  isAnswering: boolean;
  onAnswer: () => void;
  /** The answer was sent, or put aside. */
  onLeave: () => void;
}

/** A query that waits: about what, by whom, by when; the way to it, and the answer in place. */
export function QueryRow({ waiting, me, isAnswering, onAnswer, onLeave }: QueryRowProps) {
  const { thread, article, asker } = waiting;
  const row = useRef<HTMLLIElement>(null);
  const { addressee, anchor } = thread;
  const [question, ...replies] = thread.comments;
  const asks =
    addressee && "role" in addressee
      ? say.asksRole(asker, words.threads.roles[addressee.role])
      : say.asks(asker);
  const back = () => {
    onLeave();
    row.current?.querySelector("a")?.focus();
  };
  return (
    <li
      ref={row}
      className="relative flex flex-col gap-2 rounded-md border px-3 py-2.5 focus-within:bg-sunken hover:bg-sunken"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`/articles/${article.id}#thread=${thread.id}`}
          prefetch={false}
          className="min-w-0 grow basis-0 text-[0.9375rem] font-semibold wrap-anywhere after:absolute after:inset-0 after:rounded-md"
        >
          <span dir="auto" className={article.title.words === null ? "text-muted italic" : undefined}>
            {article.title.words ?? say.titleRemoved}
          </span>
        </Link>
        <Marks thread={thread} />
      </div>
      {anchor && (
        <blockquote
          dir={article.direction}
          className="line-clamp-2 border-s-2 border-border ps-2 font-serif text-[0.9375rem] text-muted"
        >
          {anchor.exact}
        </blockquote>
      )}
      <p className="text-xs text-muted">
        <span className="font-medium text-ink">{asks}</span> · <Time at={thread.at} />
        {replies.length > 0 && <> · {words.threads.replies(replies.length)}</>}
      </p>
      {question && (
        <div className="relative z-10">
          <CommentWords of={question.words} />
        </div>
      )}
      <div className="relative z-10">
        {isAnswering ? (
          <Answer waiting={waiting} me={me} onSent={onLeave} onBack={back} />
        ) : (
          <Button small onClick={onAnswer}>
            {say.answer}
          </Button>
        )}
      </div>
    </li>
  );
}

/** By when it is wanted, and whether the article waits for it by more than that. */
function Marks({ thread: { due, blocking } }: { thread: Thread }) {
  const now = useSyncExternalStore(subscribeToClock, timeNow, timeNow);
  return (
    <>
      {due !== null && (
        <Badge tone={due < now ? "danger" : "neutral"} icon={<Clock aria-hidden="true" />}>
          {due < now ? say.overdue : say.due} <Time at={due} />
        </Badge>
      )}
      {blocking && (
        <Badge tone="warn" icon={<OctagonAlert aria-hidden="true" />}>
          {words.threads.blocks}
        </Badge>
      )}
    </>
  );
}
