"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { useIsLive, useLivePresence, useTabName } from "~/app/_lib/live/live";
import { refusalOf } from "~/app/_lib/refusal";
import { isLeaving } from "~/app/_lib/session";
import { OUTLIVES_PAGE, useTRPCClient } from "~/app/_lib/trpc";
import { useArticle, useStore } from "~/app/articles/[id]/_store/hooks";
import type { Present, Whereabouts } from "~/core/presence";
import { appearing } from "./appearing";
import { whereIAm } from "./where";

/** Who else is here: those named, each once, and how many besides. */
export interface Company {
  readonly people: readonly Present[];
  readonly others: number;
}

const NOBODY: Company = { people: [], others: 0 };

const CompanyContext = createContext<Company>(NOBODY);

/** Who else is in the article now; nobody while the page does not hear of others. */
export function useCompany(): Company {
  return useContext(CompanyContext);
}

/** Tells others where the person is, and everything on the page where others are. */
export function PresenceProvider({ children }: { children: ReactNode }) {
  const store = useStore();
  const { id: article } = useArticle();
  const client = useTRPCClient();
  const tab = useTabName();
  const isLive = useIsLive();
  const [met, setMet] = useState(NOBODY);
  useLivePresence(article, ({ present, others }) => {
    const known = new Set([store.standing.actor.id]);
    setMet({ people: present.filter(({ person }) => !known.has(person) && known.add(person)), others });
  });
  const isSeen = useRef(false);
  const company = isLive ? met : NOBODY;
  const isAccompanied = company.people.length > 0;
  const say = useEffectEvent((at: Whereabouts | null) => {
    // Of somebody who is signed out nothing is heard.
    if (isLeaving()) return;
    // What fails is said again in a moment, and whoever is gone is forgotten by itself.
    void client.articles.appear.mutate({ article, tab, at }, { context: OUTLIVES_PAGE }).catch(refusalOf);
  });
  useEffect(() => {
    if (!isLive) return undefined;
    return appearing({ where: () => whereIAm(store), say: (at) => say(at), isSeen: () => isSeen.current });
  }, [store, isLive]);
  useEffect(() => {
    isSeen.current = isAccompanied;
    if (isAccompanied) say(whereIAm(store));
  }, [store, isAccompanied]);
  return <CompanyContext value={company}>{children}</CompanyContext>;
}
