"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import { useLiveNotices } from "~/app/_lib/live/live";
import { onDemand } from "~/app/_lib/on-demand";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { useAnnounce } from "~/app/_ui/announcer";
import { Counted } from "~/app/_ui/counted";
import { IconButton } from "~/app/_ui/icon-button";
import { Popover } from "~/app/_ui/popover";
import { onOpenBell } from "./opening";

const NoticeList = onDemand(async () => (await import("./notice-list")).NoticeList);

/** What was rung for and not heard shows after so long, in milliseconds. */
const ASK_EVERY = 60_000;

const say = words.bell;

/** How much one was told that one has not read, kept fresh; and the list of it. */
export function Bell() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const keyOf = useKeyOf();
  const { data } = useQuery({ ...trpc.notices.unread.queryOptions(), refetchInterval: ASK_EVERY });
  const readAnew = async () => {
    const ours = trpc.notices.pathFilter();
    // A first answer that is on its way may be older than what rang, and would be kept.
    await queries.cancelQueries(ours);
    await queries.invalidateQueries(ours);
  };
  useLiveNotices(() => void readAnew());
  useEffect(() => onOpenBell(() => setOpen(true)), []);
  // Where a notice leads has the keyboard then: its coming back to a mark would lead away again.
  const isFollowed = useRef(false);
  useEffect(() => {
    if (isOpen) isFollowed.current = false;
  }, [isOpen]);
  const leave = () => {
    isFollowed.current = true;
    setOpen(false);
  };
  useAnnounceMore(data);
  const unread = data ?? 0;
  return (
    <Counted count={unread}>
      <Popover
        title={say.title}
        align="end"
        wide
        open={isOpen}
        onOpenChange={setOpen}
        returnsFocus={() => !isFollowed.current}
        trigger={
          <IconButton
            label={say.label(unread)}
            keys={keyOf("notices")}
            icon={<BellIcon aria-hidden="true" />}
          />
        }
      >
        <NoticeList onLeave={leave} />
      </Popover>
    </Counted>
  );
}

/** Says that there is more than there was; not how much there was when the page came. */
function useAnnounceMore(unread: number | undefined): void {
  const announce = useAnnounce();
  const known = useRef(unread);
  const count = useEffectEvent(() => {
    if (known.current !== undefined && unread !== undefined && unread > known.current) announce(say.more);
    known.current = unread;
  });
  useEffect(() => count(), [unread]);
}
