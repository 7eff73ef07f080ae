"use client";

import { replaceEqualDeep, useMutation } from "@tanstack/react-query";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { showToast } from "~/app/_ui/toasts";
import { type Preferences, type PreferencesChange, USUAL_PREFERENCES, withChange } from "~/core/preferences";
import { refusalOf } from "./refusal";
import { OUTLIVES_PAGE, useTRPC } from "./trpc";

interface Chosen {
  readonly preferences: Preferences;
  /** Shows the change at once and keeps it on the server; what could not be kept is taken back and said. */
  readonly change: (change: PreferencesChange) => void;
}

const PreferencesContext = createContext<Chosen>({
  preferences: USUAL_PREFERENCES,
  change: () => undefined,
});

/** What the person has chosen for themselves, and how to change it: `change({ reader: { … } })`. */
export function usePreferences(): Chosen {
  return useContext(PreferencesContext);
}

interface PreferencesProviderProps {
  /** Any name for whoever is signed in; their other tabs take over what is changed in this one. */
  person: string | undefined;
  initial: Preferences;
  children: ReactNode;
}

/** Gives the preferences that came with the page, so that nothing is first shown otherwise. */
export function PreferencesProvider({ person, initial, children }: PreferencesProviderProps) {
  const api = useTRPC();
  const [kept, setKept] = useState(initial);
  // What is the same stays the same object: keys that were made anew would forget the first of two that was pressed.
  const keep = useCallback((now: Preferences) => setKept((before) => replaceEqualDeep(before, now)), []);
  const tell = useOtherTabs(person, keep);
  const [waiting, setWaiting] = useState<readonly PreferencesChange[]>([]);
  const { mutate } = useMutation(
    api.account.setPreferences.mutationOptions({
      trpc: { context: OUTLIVES_PAGE },
      // One after the other, so that the last one made is the last one kept.
      scope: { id: "preferences" },
      onSuccess(now) {
        keep(now);
        tell(now);
      },
      onError: (error) => showToast({ title: refusalOf(error).sentence, trouble: true, id: "preferences" }),
      onSettled: (_kept, _error, change) =>
        setWaiting((before) => before.filter((other) => other !== change)),
    }),
  );
  const change = useCallback(
    (made: PreferencesChange) => {
      setWaiting((before) => [...before, made]);
      mutate(made);
    },
    [mutate],
  );
  const chosen = useMemo(
    () => ({ preferences: waiting.reduce(withChange, kept), change }),
    [waiting, kept, change],
  );
  return <PreferencesContext value={chosen}>{children}</PreferencesContext>;
}

/** Hears what the person's other tabs changed. Gives what tells them. */
function useOtherTabs(
  person: string | undefined,
  hear: (kept: Preferences) => void,
): (kept: Preferences) => void {
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    if (person === undefined) return undefined;
    const tabs = new BroadcastChannel(`galley-preferences ${person}`);
    tabs.onmessage = ({ data }: MessageEvent<Preferences>) => hear(data);
    channel.current = tabs;
    return () => {
      channel.current = null;
      tabs.close();
    };
  }, [person, hear]);
  return useCallback((kept) => channel.current?.postMessage(kept), []);
}
