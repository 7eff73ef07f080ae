"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { cx } from "~/app/_lib/cx";
import { useLiveLists } from "~/app/_lib/live/live";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Link } from "~/app/_ui/link";
import type { QueueCounts } from "~/server/routers";

const say = words.queue;

/** The queues in the order in which one looks at them. */
const QUEUES = ["next", "waiting", "unclaimed", "stale", "risk", "debts"] as const;
type QueueName = (typeof QUEUES)[number];

interface QueueTabsProps {
  newsroom: string;
  present: QueueName;
  /** As the server had them. */
  first: QueueCounts;
}

/** The ways between the queues, each with how much is in it, kept fresh. */
export function QueueTabs({ newsroom, present, first }: QueueTabsProps) {
  const trpc = useTRPC();
  const { data, refetch } = useQuery({
    ...trpc.queue.counts.queryOptions({ newsroom }),
    initialData: first,
  });
  useLiveLists(newsroom, () => void refetch());
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone there are more than fit.
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [present]);
  return (
    <nav ref={nav} aria-label={say.nav} className="flex gap-1.5 overflow-x-auto py-0.5">
      {QUEUES.map((name) => (
        <Link
          key={name}
          href={hrefOf(newsroom, name)}
          current={name === present}
          prefetch={false}
          className={cx(
            "inline-flex control items-center gap-1.5 rounded-full border px-3 whitespace-nowrap no-underline focus-visible:-outline-offset-2",
            name === present
              ? "border-accent bg-accent-fill font-medium text-ink"
              : "text-muted hover:text-ink",
          )}
        >
          {say.names[name]}{" "}
          {data.of[name] > 0 && <span className="tabular-nums">{say.count(data.of[name], data.most)}</span>}
        </Link>
      ))}
    </nav>
  );
}

function hrefOf(newsroom: string, name: QueueName): string {
  const queue = `/n/${newsroom}/queue`;
  if (name === "next") return queue;
  return name === "waiting" ? `${queue}/waiting` : `${queue}?queue=${name}`;
}
