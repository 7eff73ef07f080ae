"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { browserName } from "~/app/_lib/browser-name";
import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { Time } from "~/app/_ui/time";
import { showToast } from "~/app/_ui/toasts";
import type { AppRouter } from "~/server/routers";

type Session = inferRouterOutputs<AppRouter>["account"]["sessions"][number];

/** The browsers in which one is signed in, each with a way to end it. */
export function Sessions({ found }: { found: Session[] }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const { data: sessions } = useQuery({ ...api.account.sessions.queryOptions(), initialData: found });
  const said = words.account.sessions;

  const settled = {
    onError: (error: unknown) => showToast({ title: refusalOf(error).sentence, trouble: true }),
    onSettled: () => queries.invalidateQueries(api.account.sessions.queryFilter()),
  };
  const end = useMutation(
    api.account.endSession.mutationOptions({ ...settled, onSuccess: () => showToast({ title: said.ended }) }),
  );
  const endOthers = useMutation(
    api.account.endOtherSessions.mutationOptions({
      ...settled,
      onSuccess: ({ ended }) => showToast({ title: said.endedOthers(ended) }),
    }),
  );

  return (
    <div className="flex flex-col items-start gap-4">
      <ul className="w-full divide-y rounded-md border">
        {sessions.map((session) => {
          const name = nameOf(session.userAgent);
          return (
            <li key={session.id} className="flex items-center justify-between gap-4 px-3 py-2.5">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {name} {session.isThis && <Badge>{said.isThis}</Badge>}
                </p>
                <p className="text-muted">
                  {said.seen} <Time at={session.lastSeenAt} /> · {said.since} <Time at={session.createdAt} />
                </p>
              </div>
              {!session.isThis && (
                <Button
                  small
                  aria-label={said.endOf(name)}
                  busy={end.isPending && end.variables.session === session.id}
                  onClick={() => end.mutate({ session: session.id })}
                >
                  {said.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 2 && (
        <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {said.endOthers}
        </Button>
      )}
    </div>
  );
}

function nameOf(userAgent: string): string {
  const { browser, system } = browserName(userAgent);
  if (browser === null) return words.account.sessions.unknown;
  return system === null ? browser : words.account.sessions.browserOn(browser, system);
}
