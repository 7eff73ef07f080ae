"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from "react";
import { v7 } from "uuid";

import { useTRPCClient } from "~/app/_lib/trpc";
import type { ArticleId } from "~/core/ids";
import { type ArticleNews, LiveTab, type PresenceNews } from "./tab";
import { thisBrowser } from "./this-browser";

const LiveContext = createContext<LiveTab | null>(null);

/** Lets what is on the page follow others' work. `person` is any name for whoever is signed in. */
export function Live({ person, children }: { person: string; children: ReactNode }) {
  const client = useTRPCClient();
  const [tab] = useState(() => new LiveTab(v7()));
  useEffect(() => tab.start(thisBrowser(client, { tab: tab.name, person })), [tab, client, person]);
  return <LiveContext value={tab}>{children}</LiveContext>;
}

function useTab(): LiveTab {
  const tab = useContext(LiveContext);
  if (!tab) throw new Error("Nobody is signed in, so that nothing can be followed.");
  return tab;
}

/**
 * Follows an article from the event that the page has last.
 * @param by `seq` gives that event's number; `hear` takes what is told and says whether events before it are
 * missing; `standing` hears that the person's roles changed
 */
export function useLiveArticle(
  article: ArticleId,
  by: { seq: () => number; hear: (news: ArticleNews) => boolean; standing: () => void },
): void {
  const tab = useTab();
  const seq = useEffectEvent(by.seq);
  const hear = useEffectEvent(by.hear);
  const standing = useEffectEvent(by.standing);
  useEffect(
    () => tab.follow({ article, seq: () => seq(), hear: (news) => hear(news), standing: () => standing() }),
    [tab, article],
  );
}

/** Hears who is in an article that the page follows, whenever somebody comes, goes or moves. */
export function useLivePresence(article: ArticleId, met: (presence: PresenceNews) => void): void {
  const tab = useTab();
  const onMet = useEffectEvent(met);
  useEffect(() => tab.follow({ presenceIn: article, met: (presence) => onMet(presence) }), [tab, article]);
}

/** The name of this tab, which no other one has. */
export function useTabName(): string {
  return useTab().name;
}

/** Runs when something in the newsroom's lists changed that the person sees. */
export function useLiveLists(newsroom: string, changed: () => void): void {
  const tab = useTab();
  const onChanged = useEffectEvent(changed);
  useEffect(() => tab.follow({ newsroom, changed: () => onChanged() }), [tab, newsroom]);
}

/** Runs when what the person is told of, or has not read of it, changed. */
export function useLiveNotices(changed: () => void): void {
  const tab = useTab();
  const onChanged = useEffectEvent(changed);
  useEffect(() => tab.follow({ notices: () => onChanged() }), [tab]);
}

/** Whether others' work comes in just now; true until it is known. */
export function useIsLive(): boolean {
  const tab = useTab();
  return useSyncExternalStore(
    (listener) => tab.subscribe(listener),
    () => tab.isConnected,
    () => true,
  );
}
