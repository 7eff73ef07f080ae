"use client";

import { useState } from "react";
import { v7 } from "uuid";

import { useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Checkbox } from "~/app/_ui/checkbox";
import { showToast } from "~/app/_ui/toasts";
import { Composer } from "~/app/_threads/composer";
import { useListeners } from "~/app/_threads/use-listeners";
import type { UserId } from "~/core/ids";
import type { WaitingQuery } from "~/server/routers";

const say = words.queries;

export interface AnswerProps {
  waiting: WaitingQuery;
  me: UserId;
  onSent: () => void;
  onBack: () => void;
}

/** Where a query is answered in the list: the answer settles it, unless it is to stay open. */
export function Answer({ waiting: { thread, article }, me, onSent, onBack }: AnswerProps) {
  const client = useTRPCClient();
  const people = useListeners(article.id);
  const [isLeftOpen, setLeftOpen] = useState(false);
  // The same ones when it is sent again: so nothing is said twice.
  const [{ commandId, comment }] = useState(() => ({ commandId: v7(), comment: v7() }));
  const send = async (text: string) => {
    const resolves = !isLeftOpen;
    const command = { type: "addComment", thread: thread.id, comment, words: text, resolves } as const;
    await client.articles.execute.mutate({ article: article.id, commandId, command });
    const undo = async () => {
      const back = { type: "undo", command: commandId } as const;
      await client.articles.execute.mutate({ article: article.id, commandId: v7(), command: back });
      showToast({ title: say.undone, id: "answered" });
      onSent();
    };
    showToast({
      title: resolves ? say.answered : say.replied,
      ...(resolves && { action: { label: words.common.undo, onPress: () => void undo() } }),
      id: "answered",
    });
    onSent();
  };
  return (
    <Composer
      place={`reply ${me} ${thread.id}`}
      label={words.threads.writeReply}
      send={isLeftOpen ? words.threads.send : words.threads.replyAnd}
      people={people}
      onSend={send}
      onBack={onBack}
    >
      <Checkbox checked={isLeftOpen} onChange={setLeftOpen}>
        {say.leaveOpen}
      </Checkbox>
    </Composer>
  );
}
