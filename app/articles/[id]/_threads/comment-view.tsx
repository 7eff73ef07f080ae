"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Time } from "~/app/_ui/time";
import { CommentWords } from "~/app/_threads/comment-words";
import { Composer } from "~/app/_threads/composer";
import type { Choosable } from "~/app/_threads/use-listeners";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { Thread, ThreadComment } from "~/core/thread";
import { focusThread, sendWords } from "./saying";

const say = words.threads;

export interface CommentViewProps {
  thread: Thread;
  comment: ThreadComment;
  people: readonly Choosable[];
}

/** One comment: by whom, when, its words; one's own can be changed. */
export function CommentView({ thread, comment, people }: CommentViewProps) {
  const store = useStore();
  const name = useNames();
  const [isEditing, setEditing] = useState(false);
  const { id, by, at, editedAt, imported, words: said } = comment;
  const edit = (to: string) =>
    ({ type: "editComment", thread: thread.id, comment: id, from: said, to }) as const;
  const mayEdit = by === store.standing.actor.id && store.refusalOf(edit("-")) === null;
  const leave = () => {
    setEditing(false);
    focusThread(thread.id);
  };
  const changedAt = editedAt ?? imported?.editedAt ?? null;
  return (
    <li className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
        <span className="font-medium text-ink">{imported ? say.imported(imported.by) : name(by)}</span>
        <Time at={imported?.at ?? at} />
        {changedAt !== null && (
          <span>
            · {say.edited} <Time at={changedAt} />
          </span>
        )}
        {mayEdit && !isEditing && (
          <Button
            small
            variant="plain"
            className="ms-auto"
            aria-label={say.editMine}
            onClick={() => setEditing(true)}
          >
            {say.edit}
          </Button>
        )}
      </p>
      {isEditing ? (
        <Composer
          place={`edit ${by} ${id}`}
          label={say.editMine}
          initial={said.words ?? ""}
          send={say.save}
          people={people}
          onSend={(text) => {
            sendWords(store, edit(text));
            leave();
          }}
          onBack={leave}
        />
      ) : (
        <CommentWords of={said} />
      )}
    </li>
  );
}
