"use client";

import { CircleHelp, MessageSquarePlus } from "lucide-react";
import { useState } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { EmptyState } from "~/app/_ui/empty-state";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { useListeners } from "~/app/_threads/use-listeners";
import {
  useArticle,
  useCan,
  useClosed,
  useDiscussion,
  useStore,
  useViewing,
} from "~/app/articles/[id]/_store/hooks";
import type { Writing } from "~/app/articles/[id]/_store/viewing";
import { textOf } from "~/core/article";
import { Opener } from "./opener";
import { write } from "./saying";
import { ThreadView } from "./thread-view";

const say = words.threads;

/** All threads of the article, open or resolved, and the ways to begin one about the whole of it. */
export function AllThreads() {
  const commenting = useCan("comment");
  return commenting.allowed ? <Speaking /> : <Listening why={commenting.why} />;
}

function Listening({ why }: { why: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="rounded-md bg-sunken px-2.5 py-2">{why}</p>
      <Threads people={[]} />
    </div>
  );
}

function Speaking() {
  const store = useStore();
  const { id } = useArticle();
  const isClosed = useClosed() !== null;
  const people = useListeners(id);
  const mayAsk = useCan("ask").allowed;
  const { writing } = useViewing();
  if (isClosed) return <Threads people={people} />;
  return (
    <div className="flex flex-col gap-3">
      {isBeside(writing) ? (
        <div className="flex flex-col gap-2">
          <About writing={writing} />
          <Opener key={JSON.stringify(writing)} kind={writing.kind} about={writing.about} people={people} />
        </div>
      ) : (
        <div className="flex flex-wrap gap-1.5">
          <Button small onClick={() => write(store, "comment", { on: "article" })}>
            <MessageSquarePlus aria-hidden="true" />
            {say.newComment}
          </Button>
          {mayAsk && (
            <Button small onClick={() => write(store, "query", { on: "article" })}>
              <CircleHelp aria-hidden="true" />
              {say.newQuery}
            </Button>
          )}
        </div>
      )}
      <Threads people={people} />
    </div>
  );
}

type Beginning = Exclude<Writing, { kind: "reply" }>;

/** A thread about a tag is begun in its card. */
function isBeside(writing: Writing | null): writing is Beginning {
  return writing !== null && writing.kind !== "reply" && writing.about.on !== "tag";
}

function About({ writing: { about } }: { writing: Beginning }) {
  const store = useStore();
  if (about.on !== "passage") return <p className="font-medium">{say.onArticle}</p>;
  return (
    <>
      <p className="font-medium">{say.onPassage}</p>
      <blockquote
        className="line-clamp-4 border-s-2 border-border ps-2 font-serif text-[0.9375rem]"
        dir="auto"
      >
        {textOf(store.slice).slice(about.span.start, about.span.end)}
      </blockquote>
    </>
  );
}

function Threads({ people }: { people: Parameters<typeof ThreadView>[0]["people"] }) {
  const { all, open } = useDiscussion();
  const [shown, setShown] = useState<"open" | "resolved">("open");
  const listed = all.filter(({ state }) => state === shown);
  if (all.length === 0) return <EmptyState title={say.nothing.title}>{say.nothing.why}</EmptyState>;
  const { title, why } = shown === "open" ? say.nothingOpen : say.nothingResolved;
  return (
    <>
      <SegmentedControl
        label={say.filter}
        value={shown}
        onChange={setShown}
        segments={[
          { value: "open", label: `${say.openOnes} ${open}` },
          { value: "resolved", label: `${say.resolvedOnes} ${all.length - open}` },
        ]}
      />
      {listed.length === 0 && <EmptyState title={title}>{why}</EmptyState>}
      {listed.map((thread) => (
        <ThreadView key={thread.id} thread={thread} people={people} quoted />
      ))}
    </>
  );
}
