"use client";

import { CircleHelp, MessageSquarePlus } from "lucide-react";
import { ariaChord } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { useListeners } from "~/app/_threads/use-listeners";
import { useCan, useClosed, useDiscussion, useViewing } from "~/app/articles/[id]/_store/hooks";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { Tag } from "~/core/tag";
import type { Thread } from "~/core/thread";
import { Opener } from "./opener";
import { write } from "./saying";
import { ThreadView } from "./thread-view";

const say = words.threads;
const NONE: readonly Thread[] = [];

/** What is said about the tag, and the ways to say more. */
export function ThreadsPart({ tag }: { tag: Tag }) {
  const threads = useDiscussion().ofTags.get(tag.id) ?? NONE;
  const commenting = useCan("comment");
  const isClosed = useClosed() !== null;
  if (!commenting.allowed && threads.length === 0) return null;
  return (
    <section aria-label={say.title} className="flex flex-col gap-2 border-t pt-2.5">
      {commenting.allowed && !isClosed ? (
        <Speaking tag={tag} threads={threads} />
      ) : (
        <>
          <p className="font-medium">{say.title}</p>
          {threads.map((thread) => (
            <ThreadView key={thread.id} thread={thread} people={[]} />
          ))}
          {!commenting.allowed && <p className="text-muted">{commenting.why}</p>}
        </>
      )}
    </section>
  );
}

function Speaking({ tag, threads }: { tag: Tag; threads: readonly Thread[] }) {
  const store = useStore();
  const keyOf = useKeyOf({ byFocus: true });
  const people = useListeners(tag.article);
  const mayAsk = useCan("ask").allowed;
  const { writing } = useViewing();
  const here =
    writing && writing.kind !== "reply" && writing.about.on === "tag" && writing.about.tag === tag.id
      ? writing
      : null;
  const about = { on: "tag", tag: tag.id } as const;
  return (
    <>
      <div className="flex items-center gap-1">
        <p className="me-auto font-medium">{say.title}</p>
        <Button
          small
          variant="plain"
          aria-keyshortcuts={ariaChord(keyOf("comment"))}
          onClick={() => write(store, "comment", about)}
        >
          <MessageSquarePlus aria-hidden="true" />
          {say.comment}
        </Button>
        {mayAsk && (
          <Button
            small
            variant="plain"
            aria-keyshortcuts={ariaChord(keyOf("ask"))}
            onClick={() => write(store, "query", about)}
          >
            <CircleHelp aria-hidden="true" />
            {say.ask}
          </Button>
        )}
      </div>
      {here && <Opener key={here.kind} kind={here.kind} about={here.about} people={people} />}
      {threads.length === 0 && !here && <p className="text-muted">{say.none}</p>}
      {threads.map((thread) => (
        <ThreadView key={thread.id} thread={thread} people={people} />
      ))}
    </>
  );
}
