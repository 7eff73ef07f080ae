"use client";

import { useMutation, useQueryClient, type UseMutationOptions } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";

import { type Refusal, refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import { showToast } from "~/app/_ui/toasts";

/** A change of the newsroom that is made once, however often it is tried. */
export interface Change<Command, Answer> {
  readonly send: (command: Command, onDone: (answer: Answer) => void) => void;
  readonly isBusy: boolean;
  readonly refusal: Refusal | null;
  /** Forgets the refusal. */
  readonly reset: () => void;
}

/**
 * Sends commands of one kind to the newsroom and loads what the settings show anew, whatever came of it: a
 * refusal often means that somebody else was there first.
 */
export function useChange<Command, Answer, Failure>(
  newsroom: string,
  options: UseMutationOptions<Answer, Failure, { newsroom: string; commandId: string; command: Command }>,
): Change<Command, Answer> {
  const api = useTRPC();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { mutate, isPending } = useMutation({
    ...options,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries(api.members.pathFilter()),
        queries.invalidateQueries(api.newsroom.pathFilter()),
        queries.invalidateQueries(api.desks.pathFilter()),
      ]),
  });
  return {
    send(command, onDone) {
      setRefusal(null);
      mutate(
        { newsroom, commandId: v7(), command },
        { onSuccess: onDone, onError: (error) => setRefusal(refusalOf(error)) },
      );
    },
    isBusy: isPending,
    refusal,
    reset: () => setRefusal(null),
  };
}

/** Shows a refusal as a message, where there is no place beside what was asked. */
export function tellRefusal(error: unknown): void {
  showToast({ title: refusalOf(error).sentence, trouble: true });
}
