import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v7 } from "uuid";

import { refusalOf } from "~/app/_lib/refusal";
import { useTRPCClient } from "~/app/_lib/trpc";
import { type Uploaded, uploadArticle } from "~/app/_lib/upload";
import { asId, type DeskId, type ArticleId, type CommandId } from "~/core/ids";
import type { Direction } from "~/core/article";
import { acceptText } from "~/core/text";

/** A procedure takes 1 MB; a text that comes near it goes in as a file. */
const MOST_INLINE = 900_000;

export interface Pasted {
  text: string;
  /** Although the same text is here. */
  again: boolean;
  title: string;
  language: string;
  direction: Direction;
  sourceUrl: string | null;
  desk: DeskId | null;
}

/** What became of it. */
export type Sent = Uploaded;

/** Sends pasted text. The same content again, after an answer that was lost, adds nothing twice. */
export function usePaste(newsroom: string) {
  const client = useTRPCClient();
  const [sent, setSent] = useState<Sent | null>(null);
  const keyed = useRef({ content: "", articleId: newArticleId(), commandId: newCommandId() });

  const idsFor = (content: string) => {
    if (keyed.current.content !== content) {
      keyed.current = { content, articleId: newArticleId(), commandId: newCommandId() };
    }
    const { articleId, commandId } = keyed.current;
    return { articleId, commandId };
  };

  const mutation = useMutation({
    mutationFn: async ({ text, ...said }: Pasted): Promise<Sent> => {
      const accepted = acceptText(text);
      if (!accepted.ok) {
        const offer = accepted.problems.every(({ replaceable }) => replaceable) ? "replace" : null;
        return { status: "refused", problems: accepted.problems, offer };
      }
      const about = { ...said, ...idsFor(JSON.stringify([text, said])) };
      if (new Blob([JSON.stringify(text)]).size > MOST_INLINE) {
        return uploadArticle({ newsroom, file: new File([text], "pasted.txt"), about });
      }
      return client.articles.create.mutate({ newsroom, text, ...about });
    },
  });

  return {
    sent,
    busy: mutation.isPending,
    send: async (pasted: Pasted): Promise<Sent> => {
      const answer = await mutation.mutateAsync(pasted).catch(asFailure);
      setSent(answer);
      return answer;
    },
    forget: () => setSent(null),
  };
}

function asFailure(error: unknown): Sent {
  return { status: "failed", sentence: refusalOf(error).sentence, again: true };
}

function newArticleId(): ArticleId {
  return asId("article", v7());
}

function newCommandId(): CommandId {
  return asId("command", v7());
}
