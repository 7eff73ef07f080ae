"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";

import { useTRPCClient } from "~/app/_lib/trpc";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { closeToast, showToast } from "~/app/_ui/toasts";
import { alone, type KeptOnDevice, leftFor } from "./records";
import { sendLeft } from "./send-left";

const KeptDialog = onDemand(async () => (await import("./kept-dialog")).KeptDialog);

const say = words.unsent;
/** How often it is looked at whether a closed tab left something, in milliseconds. */
const EVERY = 30_000;
/** Another tab that is at it does as well; it is waited for so long, in milliseconds. */
const WAIT = 100;
const TOAST = "left behind";

/**
 * Sends, from whatever page somebody signed in has open, what tabs that are closed left unsent on this device; and tells
 * of what cannot be sent, with the way to its article. Where the browser has no locks nobody knows which tabs are closed,
 * and the article's page alone sends.
 */
export function LeftBehind({ person }: { person: string }) {
  const client = useTRPCClient();
  const path = usePathname();
  const [left, setLeft] = useState<readonly KeptOnDevice[]>([]);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!("locks" in navigator)) return undefined;
    let told = "";
    const look = async () => {
      const found = await leftFor(person);
      const isTried = found.length > 0 && navigator.onLine;
      const sent = isTried ? await sendLeft(client, person, found) : null;
      const kept = found.length > 0 ? await leftFor(person) : [];
      setLeft(kept);
      const now = JSON.stringify(kept.map(({ key, items }) => [key, items.length]));
      // Said again on the next page, not every time it is looked at.
      if (now !== told) {
        if (kept.length === 0) closeToast(TOAST);
        else tell(kept, () => setOpen(true));
      }
      told = now;
      if (kept.length === 0 && sent && sent.done.size > 0)
        showToast({ title: say.sent(sent.done.size), id: TOAST });
    };
    // A device that keeps nothing is as one that is empty; the article's page has said so.
    const lookAlone = () => void alone(person, WAIT, look).catch(() => undefined);
    lookAlone();
    addEventListener("online", lookAlone);
    const timer = setInterval(lookAlone, EVERY);
    return () => {
      removeEventListener("online", lookAlone);
      clearInterval(timer);
    };
  }, [client, person, path]);
  return (
    <KeptDialog
      open={isOpen}
      onOpenChange={setOpen}
      person={person}
      kept={left}
      onDiscarded={() => {
        setLeft([]);
        closeToast(TOAST);
      }}
    />
  );
}

function tell(kept: readonly KeptOnDevice[], look: () => void): void {
  const count = kept.reduce((sum, { items }) => sum + items.length, 0);
  const [first] = kept;
  const isOne = kept.every(({ article }) => article === first?.article);
  showToast({
    title: say.left(count, isOne && first ? (first.title ?? say.untitled) : null),
    description: say.leftSafe,
    action: { label: say.look, onPress: look },
    trouble: true,
    id: TOAST,
  });
}
