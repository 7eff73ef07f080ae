"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { usePreferences } from "~/app/_lib/preferences";
import type { KeyedAction } from "./action";
import { actionsEverywhere, pagesToGo, type PageBench } from "./everywhere";
import { KeySheet } from "./key-sheet";
import { withOwnKeys } from "./own-keys";
import { Palette } from "./palette";
import { actionGroups } from "./palette-actions";
import { useKeys } from "./use-keys";

type Keyed = readonly KeyedAction[];

const Telling = createContext<(actions: Keyed) => () => void>(() => () => undefined);

/** Lets the sheet of keys list what a part of the page answers by itself. */
export function useToldKeys(actions: Keyed): void {
  const tell = useContext(Telling);
  useEffect(() => tell(actions), [tell, actions]);
}

export interface PageKeysProps extends Pick<PageBench, "newsroomHref" | "mayManage"> {
  children: ReactNode;
}

/** The keys of pages that show no article: the ways to other pages, the palette, the sheet. */
export function PageKeys({ newsroomHref, mayManage, children }: PageKeysProps) {
  const router = useRouter();
  const { keys, singleKeys } = usePreferences().preferences;
  const [sheetOpen, setSheetOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [told, setTold] = useState<readonly Keyed[]>([]);
  const tell = useCallback((more: Keyed) => {
    setTold((now) => [...now, more]);
    return () => setTold((now) => now.filter((actions) => actions !== more));
  }, []);
  const actions = useMemo(() => withOwnKeys(actionsEverywhere, keys), [keys]);
  const bench = useMemo(
    (): PageBench => ({
      go: (href) => router.push(href),
      newsroomHref,
      mayManage,
      openSheet: () => setSheetOpen(true),
      openPalette: () => setPaletteOpen(true),
    }),
    [router, newsroomHref, mayManage],
  );
  useKeys(actions, { bench, singleKeys });
  return (
    <Telling value={tell}>
      {children}
      <KeySheet actions={[...told.flat(), ...actions]} open={sheetOpen} onOpenChange={setSheetOpen} />
      <Palette
        open={paletteOpen}
        onOpenChange={setPaletteOpen}
        groups={() => [...actionGroups(actions, bench), pagesToGo(bench)]}
      />
    </Telling>
  );
}
