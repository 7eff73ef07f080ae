"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import type { ArticleId } from "~/core/ids";
import type { Mentionable } from "~/core/mentions";
import { type Role, ROLE_LABEL } from "~/core/policy";
import type { Addressee } from "~/core/thread";
import type { Listener } from "~/server/routers";

/** Somebody to mention or to ask, and what tells them from their like. */
export interface Choosable extends Mentionable {
  readonly hint: string;
  readonly mayAnswer: boolean;
}

const say = words.threads;

/** Whoever sees the article, and the roles that they hold, to mention and to ask. Empty until they are known. */
export function useListeners(article: ArticleId): readonly Choosable[] {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.threads.participants.queryOptions({ article }), staleTime: 60_000 });
  return useMemo(() => [...people(data ?? []), ...roles(data ?? [])], [data]);
}

function people(listeners: readonly Listener[]): Choosable[] {
  return listeners.map((person) => {
    const hint = person.roles.map((role) => ROLE_LABEL[role]).join(", ");
    const isNameAlone = listeners.filter(({ name }) => name === person.name).length === 1;
    return {
      name: isNameAlone ? person.name : `${person.name} (${hint})`,
      hint,
      who: { person: person.id },
      mayAnswer: person.mayAnswer,
    };
  });
}

function roles(listeners: readonly Listener[]): Choosable[] {
  const held = new Set(listeners.flatMap((person) => (person.mayAnswer ? person.roles : [])));
  return [...held].filter(isAskable).map((role) => ({
    name: say.rolesShort[role],
    hint: say.everyone,
    who: { role },
    mayAnswer: true,
  }));
}

function isAskable(role: Role): role is Extract<Addressee, { role: string }>["role"] {
  return role in say.rolesShort;
}
