"use client";

import { useState } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import { ariaChord } from "~/app/_keys/chords";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Checkbox } from "~/app/_ui/checkbox";
import { Composer } from "~/app/_threads/composer";
import type { Choosable } from "~/app/_threads/use-listeners";
import { useCan, useClosed, useStore, useViewing } from "~/app/articles/[id]/_store/hooks";
import { isAddressed } from "~/core/decide-thread";
import type { Thread } from "~/core/thread";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { CommentView } from "./comment-view";
import { focusThread, goToThread, replyTo, sendReply, settleThread, threadElement } from "./saying";
import { ThreadHead } from "./thread-head";
import { ThreadMenu } from "./thread-menu";

const say = words.threads;

export interface ThreadViewProps {
  thread: Thread;
  people: readonly Choosable[];
  /** Shows what it is about: where that is not beside it. */
  quoted?: boolean;
}

/** A thread with everything that was said in it, and the ways to go on. */
export function ThreadView({ thread, people, quoted = false }: ThreadViewProps) {
  const store = useStore();
  const name = useNames();
  const about = thread.anchor?.exact ?? null;
  const kind = thread.kind === "query" ? say.query : say.comment;
  const by = name(thread.author);
  return (
    <article
      id={threadElement(thread.id)}
      data-thread={thread.id}
      data-keys-by-focus
      tabIndex={-1}
      aria-label={about === null || !quoted ? say.threadName(kind, by) : say.threadAbout(kind, by, about)}
      className={cx(
        "flex flex-col gap-2 rounded-md border px-2.5 py-2",
        thread.state === "resolved" && "border-dashed bg-transparent",
      )}
    >
      {quoted && about !== null && (
        <button
          type="button"
          aria-label={say.go(about)}
          onClick={() => goToThread(store, thread)}
          className="line-clamp-2 min-h-6 cursor-pointer border-s-2 border-border ps-2 text-start font-serif text-[0.9375rem] text-muted hover:underline pointer-coarse:min-h-11"
          dir="auto"
        >
          {about}
        </button>
      )}
      <ThreadHead thread={thread} />
      <ol className="flex flex-col gap-2.5">
        {thread.comments.map((comment) => (
          <CommentView key={comment.id} thread={thread} comment={comment} people={people} />
        ))}
      </ol>
      <Foot thread={thread} people={people} />
    </article>
  );
}

function Foot({ thread, people }: ThreadViewProps) {
  const store = useStore();
  const keyOf = useKeyOf({ byFocus: true });
  const { writing } = useViewing();
  const isClosed = useClosed() !== null;
  const mayComment = useCan("comment").allowed;
  const isReplying = writing?.kind === "reply" && writing.thread === thread.id;
  const settling = thread.state === "open" ? "resolveThread" : "reopenThread";
  const maySettle = store.refusalOf({ type: settling, thread: thread.id }) === null;
  if (isClosed || !mayComment) return null;
  if (isReplying) return <Replying thread={thread} people={people} />;
  return (
    <div className="flex items-center gap-1.5">
      <Button small aria-keyshortcuts={ariaChord(keyOf("reply"))} onClick={() => replyTo(store, thread)}>
        {say.reply}
      </Button>
      {maySettle && (
        <Button
          small
          variant="plain"
          aria-keyshortcuts={ariaChord(keyOf("resolve"))}
          onClick={() => settleThread(store, thread)}
        >
          {thread.state === "open" ? say.resolve : say.reopen}
        </Button>
      )}
      <span className="ms-auto">
        <ThreadMenu thread={thread} people={people} />
      </span>
    </div>
  );
}

/** A reply; of whoever was asked, an answer that settles the query unless it is to stay open. */
function Replying({ thread, people }: ThreadViewProps) {
  const store = useStore();
  const { actor } = store.standing;
  const [isLeftOpen, setLeftOpen] = useState(false);
  const isAsked = thread.state === "open" && isAddressed(actor, thread.addressee);
  const settles = isAsked && !isLeftOpen;
  const back = () => {
    store.look({ writing: null });
    focusThread(thread.id);
  };
  return (
    <Composer
      place={`reply ${actor.id} ${thread.id}`}
      label={say.writeReply}
      send={settles ? say.replyAnd : say.send}
      people={people}
      onSend={(text) => sendReply(store, thread, text, settles)}
      onBack={back}
    >
      {isAsked && (
        <Checkbox checked={isLeftOpen} onChange={setLeftOpen}>
          {words.queries.leaveOpen}
        </Checkbox>
      )}
    </Composer>
  );
}
