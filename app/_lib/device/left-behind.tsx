"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

import { goTo } from "~/app/_lib/session";
import { useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { closeToast, showToast } from "~/app/_ui/toasts";
import { alone, type KeptOnDevice, leftFor } from "./drawers";
import { sendLeft } from "./send-left";

const say = words.unsent;
/** How often it is looked at whether a closed tab left something, in milliseconds. */
const EVERY = 30_000;
const TOAST = "left behind";

/**
 * Sends, from whatever page somebody signed in has open, what tabs that are closed left unsent on this device; and tells
 * of what cannot be sent yet, and of what was refused and waits for its answer on the article's page.
 */
export function LeftBehind({ person }: { person: string }) {
  const client = useTRPCClient();
  const path = usePathname();
  useEffect(() => {
    let told = "";
    const look = async () => {
      const found = await leftFor(person);
      const isTried = found.length > 0 && navigator.onLine;
      const { done } = isTried ? await sendLeft(client, person, found) : { done: 0 };
      const kept = found.length > 0 ? await leftFor(person) : [];
      const now = JSON.stringify(kept.map(({ key, items }) => [key, items.length]));
      // Said again on the next page, not every time it is looked at.
      if (now !== told) tell(kept);
      told = now;
      if (done > 0 && kept.length === 0) showToast({ title: say.sent(done), id: TOAST });
    };
    // A device that keeps nothing is as one that is empty; the article's page has said so.
    const lookAlone = () => void alone(person, false, look).catch(() => undefined);
    lookAlone();
    addEventListener("online", lookAlone);
    const timer = setInterval(lookAlone, EVERY);
    return () => {
      removeEventListener("online", lookAlone);
      clearInterval(timer);
    };
  }, [client, person, path]);
  return null;
}

/** Tells of the first article's; the others' turn comes when that is answered. */
function tell(kept: readonly KeptOnDevice[]): void {
  const [first] = kept;
  if (!first) {
    closeToast(TOAST);
    return;
  }
  const { article, title, drawer } = first;
  const alike = kept.filter((other) => other.article === article && other.drawer === drawer);
  const count = alike.reduce((sum, { items }) => sum + items.length, 0);
  const name = title ?? say.untitled;
  showToast({
    title: drawer === "pending" ? say.left(count, name) : say.waits(count, name),
    description: drawer === "pending" ? say.leftSafe : say.waitsSafe,
    action: { label: say.open, onPress: () => goTo(`/articles/${article}`) },
    trouble: true,
    id: TOAST,
  });
}
