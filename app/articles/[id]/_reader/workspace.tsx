"use client";

import { useState } from "react";
import { drawersOf } from "~/app/_lib/device/drawers";
import { leaveUnasked } from "~/app/_lib/session";
import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import { useTRPCClient } from "~/app/_lib/trpc";
import { overTheWire, thisBrowser } from "~/app/articles/[id]/_lib/transport";
import { PresenceProvider } from "~/app/articles/[id]/_presence/presence-context";
import { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { StoreProvider } from "~/app/articles/[id]/_store/hooks";
import { type PackedTags, unpackTags } from "~/core/packed-tags";
import type { UndoStack } from "~/core/undo-stack";
import type { OpenedArticle } from "~/server/open-article";
import { Desktop } from "./desktop";
import { Notices } from "./notices";
import { Sync } from "./sync";
import "./reader.css";

/** The article as it was opened, its tags packed for the way. */
export interface Packed extends Omit<OpenedArticle, "slice"> {
  readonly slice: Omit<OpenedArticle["slice"], "tags"> & { readonly tags: PackedTags };
  readonly past: UndoStack;
}

export interface WorkspaceProps {
  opened: Packed;
  me: { name: string; email: string };
}

/** An article’s page: the store, what keeps it in step with the server, and what is shown of it. */
export function Workspace({ opened, me }: WorkspaceProps) {
  const client = useTRPCClient();
  const [{ store, people, drawers }] = useState(() => {
    const { slice, scheme, newsroom, desks, actor, past } = opened;
    const tags = new Map(unpackTags(slice.tags, slice.revision.text).map((tag) => [tag.id, tag]));
    const threads = new Map(slice.threads.map((thread) => [thread.id, thread]));
    const { id, title } = slice.article;
    const kept = drawersOf({
      ...{ person: me.email, article: id, title: title.words },
      onTrouble: () => showToast({ title: words.unsent.notKept, trouble: true, id: "device" }),
      onDiscarded: () => leaveUnasked(() => location.reload()),
    });
    return {
      drawers: kept,
      store: new ArticleStore(
        { slice: { ...slice, tags, threads }, scheme, newsroom, desks, actor, past },
        overTheWire(client, id),
        thisBrowser(kept),
      ),
      people: new Map(opened.people.map((person) => [person.id, person])),
    };
  });
  return (
    <StoreProvider store={store} people={people}>
      <PresenceProvider>
        <Desktop newsroom={opened.newsroom} desks={opened.desks} me={me} />
      </PresenceProvider>
      <Notices />
      <Sync drawers={drawers} />
    </StoreProvider>
  );
}
