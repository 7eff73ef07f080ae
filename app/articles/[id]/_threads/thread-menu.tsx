"use client";

import { CalendarClock, Ellipsis, OctagonAlert, Undo2 } from "lucide-react";
import { useState } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { Menu, MenuItem } from "~/app/_ui/menu";
import { QueryFields } from "~/app/_threads/query-fields";
import type { Choosable } from "~/app/_threads/use-listeners";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { sameAddressee, type Thread } from "~/core/thread";
import { withdrawThread } from "./saying";

const say = words.threads;

export interface ThreadMenuProps {
  thread: Thread;
  people: readonly Choosable[];
}

/** What else can be done with a thread; what the rules refuse is not offered. */
export function ThreadMenu({ thread, people }: ThreadMenuProps) {
  const store = useStore();
  const [isPassing, setPassing] = useState(false);
  const block = { type: "setBlocking", thread: thread.id, to: !thread.blocking } as const;
  const mayBlock = thread.kind === "comment" && store.refusalOf(block) === null;
  const mayPass =
    thread.kind === "query" &&
    store.refusalOf({ type: "setDue", thread: thread.id, from: thread.due, to: thread.due }) === null;
  const mayWithdraw = store.refusalOf({ type: "withdrawThread", thread: thread.id }) === null;
  if (!mayBlock && !mayPass && !mayWithdraw) return null;
  return (
    <>
      <Menu
        trigger={
          <Button small variant="plain" aria-label={say.more} className="aspect-square px-0!">
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        {mayBlock && (
          <MenuItem icon={<OctagonAlert aria-hidden="true" />} onSelect={() => store.dispatch(block)}>
            {thread.blocking ? say.unblock : say.block}
          </MenuItem>
        )}
        {mayPass && (
          <MenuItem icon={<CalendarClock aria-hidden="true" />} onSelect={() => setPassing(true)}>
            {say.passOn}
          </MenuItem>
        )}
        {mayWithdraw && (
          <MenuItem icon={<Undo2 aria-hidden="true" />} onSelect={() => withdrawThread(store, thread)}>
            {say.withdraw}
          </MenuItem>
        )}
      </Menu>
      {isPassing && <PassOn thread={thread} people={people} onClose={() => setPassing(false)} />}
    </>
  );
}

function PassOn({ thread, people, onClose }: ThreadMenuProps & { onClose: () => void }) {
  const store = useStore();
  const [addressee, setAddressee] = useState(thread.addressee);
  const [due, setDue] = useState(thread.due);
  const save = () => {
    const { id, addressee: from } = thread;
    if (from && addressee && !sameAddressee(from, addressee))
      store.dispatch({ type: "readdressQuery", thread: id, from, to: addressee });
    if (due !== thread.due) store.dispatch({ type: "setDue", thread: id, from: thread.due, to: due });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={say.passOn}
      footer={
        <>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button variant="primary" onClick={save}>
            {say.save}
          </Button>
        </>
      }
    >
      <QueryFields
        people={people}
        addressee={addressee}
        due={due}
        onAddressee={setAddressee}
        onDue={setDue}
      />
    </Dialog>
  );
}
