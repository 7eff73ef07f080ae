"use client";

import {
  AlarmClock,
  ALargeSmall,
  Download,
  Ellipsis,
  FilePen,
  FileText,
  History,
  Keyboard,
  ListFilter,
  MessageSquareText,
  Printer,
  Search,
  ShieldCheck,
  Undo2,
} from "lucide-react";
import { useState } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { BottomSheet } from "~/app/_ui/on-demand";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "~/app/_ui/menu";
import { Popover } from "~/app/_ui/popover";
import { Time } from "~/app/_ui/time";
import { GateLamps } from "~/app/articles/[id]/_life/lamps";
import { StateMenu, StepItems } from "~/app/articles/[id]/_life/state-menu";
import { MARGIN_BESIDE, useMedia } from "~/app/articles/[id]/_lib/media";
import { Company } from "~/app/articles/[id]/_presence/company";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { useArticle, useCan, useIntent, usePeople, useStore } from "~/app/articles/[id]/_store/hooks";
import { mayRevise } from "~/app/articles/[id]/_revise/may-revise";
import { NotMade } from "~/app/articles/[id]/_refused/not-made";
import type { Desk, Newsroom } from "~/core/newsroom";
import { DiscussionButton } from "~/app/articles/[id]/_threads/discussion-button";
import { UndoControls } from "~/app/articles/[id]/_undo/undo-controls";
import { LiveState } from "./live-state";
import { SaveState } from "./save-state";

const ArticleDetails = onDemand(
  async () => (await import("~/app/articles/[id]/_details/article-details")).ArticleDetails,
);
const ExportDialog = onDemand(async () => (await import("~/app/_export/export-dialog")).ExportDialog);
const ReviseDialog = onDemand(
  async () => (await import("~/app/articles/[id]/_revise/revise-dialog")).ReviseDialog,
);
const ReaderSettings = onDemand(async () => (await import("./reader-settings")).ReaderSettings);

const say = words.reader;

export interface HeaderActionsProps {
  newsroom: Newsroom;
  desks: readonly Desk[];
  bench: Workbench;
}

/** In the header: where the article stands, whether one's work is safe, and what can be done with the whole. */
export function HeaderActions({ newsroom, desks, bench }: HeaderActionsProps) {
  const store = useStore();
  const keyOf = useKeyOf();
  const article = useArticle();
  const { revision, deadline } = article;
  const people = usePeople();
  const mayExport = useCan("export").allowed;
  const isWide = useMedia(MARGIN_BESIDE, true);
  const isPhone = useMedia("(width < 40rem)", false);
  const hasStateMenu = useMedia("(width >= 48rem)", true);
  const [isDetailed, setDetailed] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const [isSetting, setSetting] = useState(false);
  const [isRevising, setRevising] = useState(false);
  useIntent(({ kind }) => {
    if (kind === "details") setDetailed(true);
    if (kind === "export") setExporting(true);
    if (kind === "settings") setSetting(true);
    if (kind === "revise") setRevising(true);
  });
  const undoing = {
    id: "undoing",
    label: words.undoing.title,
    icon: <Undo2 aria-hidden="true" />,
    run: () => store.intend({ kind: "undoing" }),
  };
  const rail = {
    id: "rail",
    label: say.rail,
    icon: <ListFilter aria-hidden="true" />,
    run: () => store.look({ listed: true }),
  };
  const others = [
    {
      id: "details",
      label: say.details,
      icon: <FileText aria-hidden="true" />,
      run: () => store.intend({ kind: "details" }),
    },
    {
      id: "history",
      label: say.history,
      icon: <History aria-hidden="true" />,
      run: () => store.intend({ kind: "history", tag: null }),
    },
    ...(mayRevise(store)
      ? [
          {
            id: "revise",
            label: words.revisions.action,
            icon: <FilePen aria-hidden="true" />,
            run: () => store.intend({ kind: "revise" }),
          },
        ]
      : []),
    ...(mayExport
      ? [
          {
            id: "export",
            label: say.export,
            icon: <Download aria-hidden="true" />,
            run: () => store.intend({ kind: "export" }),
          },
        ]
      : []),
    {
      id: "print",
      label: words.print.action,
      icon: <Printer aria-hidden="true" />,
      run: () => print(),
    },
    { id: "sheet", label: say.keysButton, icon: <Keyboard aria-hidden="true" />, run: bench.openSheet },
    {
      id: "palette",
      label: words.keys.paletteAction,
      icon: <Search aria-hidden="true" />,
      run: bench.openPalette,
    },
  ];
  return (
    <>
      <span title={say.revisionLong(revision)} className="whitespace-nowrap text-muted max-md:hidden">
        {say.revision(revision)}
      </span>
      <span className="flex items-center gap-2 max-md:hidden">
        <StateMenu />
        {deadline !== null && <Deadline at={deadline} />}
        <GateLamps />
      </span>
      <Company />
      <LiveState />
      <SaveState />
      <NotMade />
      <UndoControls />
      <span className="contents max-sm:hidden xl:hidden">
        <IconButton label={say.rail} icon={rail.icon} onClick={rail.run} />
      </span>
      <span className="contents lg:hidden">
        <IconButton
          label={say.tagsButton}
          icon={<MessageSquareText aria-hidden="true" />}
          onClick={() => store.look({ opened: true })}
        />
      </span>
      <DiscussionButton />
      <span className="flex gap-1 max-lg:hidden">
        <Popover
          align="end"
          title={words.readerSettings.title}
          open={isWide && isSetting}
          onOpenChange={setSetting}
          trigger={
            <IconButton label={words.readerSettings.title} icon={<ALargeSmall aria-hidden="true" />} />
          }
        >
          <ReaderSettings />
        </Popover>
        {others.map(({ id, label, icon, run }) => (
          <IconButton key={id} label={label} icon={icon} onClick={run} keys={keyOf(id)} />
        ))}
      </span>
      <span className="lg:hidden">
        <Menu
          trigger={
            <Button variant="plain" aria-label={say.more} className="aspect-square px-0!">
              <Ellipsis aria-hidden="true" />
            </Button>
          }
        >
          {[...(isPhone ? [rail] : []), undoing, ...others].map(({ id, label, icon, run }) => (
            <MenuItem key={id} icon={icon} onSelect={run}>
              {label}
            </MenuItem>
          ))}
          <MenuItem
            icon={<ALargeSmall aria-hidden="true" />}
            onSelect={() => store.intend({ kind: "settings" })}
          >
            {words.readerSettings.title}
          </MenuItem>
          {!hasStateMenu && (
            <>
              <MenuItem
                icon={<ShieldCheck aria-hidden="true" />}
                onSelect={() => store.look({ gating: true, discussing: false })}
              >
                {words.gate.title}
              </MenuItem>
              <MenuSeparator />
              <StepItems />
            </>
          )}
        </Menu>
      </span>
      <BottomSheet title={words.readerSettings.title} open={!isWide && isSetting} onOpenChange={setSetting}>
        <ReaderSettings />
      </BottomSheet>
      <ArticleDetails
        article={article}
        actor={store.standing.actor}
        people={[...people.values()]}
        desks={desks}
        execute={(command) => store.carryOut(command)}
        open={isDetailed}
        onOpenChange={setDetailed}
      />
      <ReviseDialog open={isRevising} onOpenChange={setRevising} />
      <ExportDialog
        newsroom={newsroom.slug}
        article={{ id: article.id, title: article.title.words ?? "" }}
        open={isExporting}
        onOpenChange={setExporting}
      />
    </>
  );
}

/** How long there is to the deadline, or how long it is gone. */
function Deadline({ at }: { at: number }) {
  return (
    <span className="flex items-center gap-1 whitespace-nowrap text-muted max-xl:hidden">
      <AlarmClock className="size-4" aria-hidden="true" />
      <span className="sr-only">{words.articleDetails.deadline}</span>
      <Time at={at} />
    </span>
  );
}
