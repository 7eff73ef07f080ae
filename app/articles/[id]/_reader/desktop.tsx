"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { KeysProvider } from "~/app/_keys/keys-context";
import { withOwnKeys } from "~/app/_keys/own-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { cx } from "~/app/_lib/cx";
import { atRest, loadParts, onDemand } from "~/app/_lib/on-demand";
import { OwnMenu } from "~/app/_lib/own-menu";
import { usePreferences } from "~/app/_lib/preferences";
import * as words from "~/app/_lib/words";
import { useAnnounce } from "~/app/_ui/announcer";
import { Shell } from "~/app/_ui/shell";
import { FindBar } from "~/app/articles/[id]/_find/find-bar";
import { Finder } from "~/app/articles/[id]/_find/finder";
import { closeFind, stepFind } from "~/app/articles/[id]/_find/finding";
import { useMatches } from "~/app/articles/[id]/_find/use-matches";
import { actionsOf } from "~/app/articles/[id]/_keys/actions";
import { LinkPanel } from "~/app/articles/[id]/_links/link-panel";
import { warmUp } from "~/app/articles/[id]/_lib/tagging";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { Minimap } from "~/app/articles/[id]/_minimap/minimap";
import { Printed } from "~/app/articles/[id]/_print/printed";
import { useArticle, useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import type { Desk, Newsroom } from "~/core/newsroom";
import { mayManage } from "~/core/policy";
import { PassageSigns } from "~/app/articles/[id]/_threads/passage-signs";
import { ArticleText } from "./article-text";
import { DeepLink } from "./deep-link";
import { FirstSteps } from "./first-steps";
import { HeaderActions } from "./header-actions";
import { Footer } from "./footer";
import { Panels } from "./panels";
import { TagToolbar } from "./tag-toolbar";
import { useClicks } from "./use-clicks";
import { useKeyboardSelection } from "./use-keyboard-selection";

export interface DesktopProps {
  newsroom: Newsroom;
  desks: readonly Desk[];
  me: { name: string; email: string };
}

/** The rest of the page's code comes when the page has been there so long, in milliseconds; what is opened sooner, at once. */
const PARTS_AFTER = 1_500;

const LinkLines = atRest(async () => (await import("~/app/articles/[id]/_links/link-lines")).LinkLines);
const Selections = atRest(async () => (await import("~/app/articles/[id]/_presence/selections")).Selections);
const KeySheet = onDemand(async () => (await import("~/app/_keys/key-sheet")).KeySheet);
const ArticlePalette = onDemand(
  async () => (await import("~/app/articles/[id]/_keys/article-palette")).ArticlePalette,
);

const say = words.reader;

/** Everything on the page: header, panels, text, toolbar, keys. */
export function Desktop({ newsroom, desks, me }: DesktopProps) {
  const store = useStore();
  const { title } = useArticle();
  const router = useRouter();
  const announce = useAnnounce();
  const text = useRef<HTMLElement>(null);
  const [finder] = useState(() => new Finder(store));
  const [isSelecting, setSelecting] = useState(false);
  const [sheetOpen, setSheetOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const scheme = useScheme();
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(actionsOf(scheme), keys), [scheme, keys]);
  const newsroomHref = `/n/${newsroom.slug}`;
  const bench = useMemo(
    (): Workbench => ({
      store,
      root: () => text.current,
      finder,
      announce,
      go: (href) => router.push(href),
      newsroomHref,
      mayManage: mayManage(store.standing.actor),
      openSheet: () => setSheetOpen(true),
      openPalette: () => setPaletteOpen(true),
      isSelecting,
      setSelecting,
    }),
    [store, finder, announce, router, newsroomHref, isSelecting],
  );
  const prefix = useKeys(actions, { bench, singleKeys, readOnly: bench.root });
  useClicks(text, bench);
  useMatches(finder, text);
  useKeyboardSelection(text, bench);
  useEffect(() => {
    const timer = setTimeout(() => void loadParts(), PARTS_AFTER);
    // Safari has no idle callbacks.
    if (!("requestIdleCallback" in window)) return () => clearTimeout(timer);
    const idle = requestIdleCallback(() => warmUp(store));
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [store]);
  return (
    <KeysProvider actions={actions} singleKeys={singleKeys}>
      <Shell
        width="full"
        crumbs={[{ label: newsroom.name, href: newsroomHref }, { label: title.words ?? "—" }]}
        actions={<HeaderActions newsroom={newsroom} desks={desks} bench={bench} />}
        account={<OwnMenu name={me.name} email={me.email} />}
      >
        <Panels>
          {/* The last words too can stand so high that there is room for their card. */}
          <div
            className={cx(
              "relative w-full min-w-0 grow px-4 py-6 sm:px-8 lg:pb-[50dvh]",
              isSelecting && "select-text",
            )}
          >
            <FindBar finder={finder} onStep={(by) => stepFind(bench, by)} onClose={() => closeFind(bench)} />
            <FirstSteps />
            <Printed newsroom={newsroom.name} by={me.name}>
              <ArticleText ref={text} isSelecting={isSelecting} />
            </Printed>
            <LinkLines root={text} />
            <PassageSigns root={text} />
            <Selections root={text} />
            <TagToolbar root={text} />
          </div>
          <Minimap text={text} finder={finder} />
        </Panels>
        <LinkPanel />
        <Footer prefix={prefix} isSelecting={isSelecting} actions={actions} />
        <KeySheet actions={actions} open={sheetOpen} onOpenChange={setSheetOpen} />
        <ArticlePalette actions={actions} bench={bench} open={paletteOpen} onOpenChange={setPaletteOpen} />
        <DeepLink bench={bench} missing={say.tagMissing} />
      </Shell>
    </KeysProvider>
  );
}
