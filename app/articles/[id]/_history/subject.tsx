"use client";

import { MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import * as words from "~/app/_lib/words";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import { useScheme, useStore, useTag, useTopic } from "~/app/articles/[id]/_store/hooks";
import { goToThread } from "~/app/articles/[id]/_threads/saying";
import type { ArticleEvent } from "~/core/event";
import type { TagId, ThreadId } from "~/core/ids";

interface LeadsAway {
  /** Makes room for what is gone to, and goes. */
  onGo: (go: () => void) => void;
}

/** What an entry is about, and the way there; nothing where that is the article as a whole. */
export function Subject({ body, onGo }: Pick<ArticleEvent, "body"> & LeadsAway) {
  if ("tag" in body) return <AboutTag id={body.tag} onGo={onGo} />;
  return "thread" in body ? <AboutThread id={body.thread} onGo={onGo} /> : null;
}

/** A tag’s words, and the way there. */
export function AboutTag({ id, onGo }: { id: TagId } & LeadsAway) {
  const store = useStore();
  const tag = useTag(id);
  if (!tag) return <p className="text-muted">{words.history.tagGone}</p>;
  return (
    <WayThere onPress={() => onGo(() => store.intend({ kind: "open", tag: id }))}>
      <TagWords id={id} />
    </WayThere>
  );
}

/** What a thread is about, and the way there. */
export function AboutThread({ id, onGo }: { id: ThreadId } & LeadsAway) {
  const store = useStore();
  const thread = useTopic("threads", ({ slice }) => slice.threads.get(id));
  if (!thread) return null;
  const about =
    thread.tag !== null && store.tag(thread.tag) ? (
      <TagWords id={thread.tag} />
    ) : (
      <>
        <MessageSquare className="size-4 shrink-0 text-muted" aria-hidden="true" />
        {thread.anchor ? (
          <span className="line-clamp-1 font-serif" dir="auto">
            {thread.anchor.exact}
          </span>
        ) : (
          words.threads.onArticle
        )}
      </>
    );
  // What was withdrawn is shown nowhere.
  if (thread.state === "withdrawn") return <p className="flex min-h-6 items-center gap-1.5">{about}</p>;
  return <WayThere onPress={() => onGo(() => goToThread(store, thread))}>{about}</WayThere>;
}

function TagWords({ id }: { id: TagId }) {
  const tag = useTag(id);
  const type = useScheme().types.find(({ name }) => name === tag?.type);
  return (
    <>
      <TypeMark type={type} />
      <span className="sr-only">{type?.label}</span>
      <span className="line-clamp-1 font-serif" dir="auto">
        {tag?.anchor.exact}
      </span>
    </>
  );
}

function WayThere({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="flex min-h-6 cursor-pointer items-center gap-1.5 self-start text-start hover:underline pointer-coarse:min-h-11"
      onClick={onPress}
    >
      {children}
    </button>
  );
}
