"use client";

import type { ReactNode } from "react";
import * as words from "~/app/_lib/words";
import { BottomSheet, Drawer } from "~/app/_ui/on-demand";
import { History } from "~/app/articles/[id]/_history/history";
import { GateDrawer } from "~/app/articles/[id]/_life/gate-drawer";
import { OccurrencesDialog } from "~/app/articles/[id]/_many/occurrences-dialog";
import { Discussion } from "~/app/articles/[id]/_threads/discussion";
import { CardQuestions } from "~/app/articles/[id]/_margin/card-questions";
import { FocusedCard } from "~/app/articles/[id]/_margin/focused-card";
import { Margin } from "~/app/articles/[id]/_margin/margin";
import { FollowAddress } from "~/app/articles/[id]/_rail/address";
import { Rail } from "~/app/articles/[id]/_rail/rail";
import { MARGIN_BESIDE, RAIL_BESIDE, useMedia } from "~/app/articles/[id]/_lib/media";
import { useStore, useViewing } from "~/app/articles/[id]/_store/hooks";

const say = words.reader;

/**
 * The rail at the left, the text, the cards at the right; where it is narrow, panels slide over the text. What is in
 * them follows the store by itself, and is not drawn anew whenever something else is looked at.
 */
export function Panels({ children }: { children: ReactNode }) {
  const store = useStore();
  const { left, right, alone, opened, listed } = useViewing();
  const railBeside = useMedia(RAIL_BESIDE, true);
  const marginBeside = useMedia(MARGIN_BESIDE, true);
  const isPhone = useMedia("(width < 40rem)", false);
  const Over = isPhone ? BottomSheet : Drawer;
  return (
    <CardQuestions>
      <div className="flex min-w-0 grow">
        {left && !alone && railBeside && (
          <aside
            aria-label={say.rail}
            className="sticky top-12 h-[calc(100dvh-5.25rem)] w-50 shrink-0 overflow-y-auto border-e p-3 max-xl:hidden"
          >
            <Rail />
          </aside>
        )}
        <div className="flex min-w-0 grow">{children}</div>
        {right && !alone && marginBeside && (
          <aside aria-label={say.margin} className="relative w-80 shrink-0 border-s max-lg:hidden">
            <Margin />
          </aside>
        )}
        {!railBeside && (
          <Over
            title={say.rail}
            open={listed}
            onOpenChange={(open) => store.look({ listed: open })}
            {...(!isPhone && { side: "left" })}
          >
            <Rail />
          </Over>
        )}
        {!marginBeside && (
          <Over
            title={say.margin}
            modal={false}
            open={opened}
            onOpenChange={(open) => store.look({ opened: open })}
          >
            <FocusedCard />
          </Over>
        )}
      </div>
      <History />
      <Discussion />
      <GateDrawer />
      <OccurrencesDialog />
      <FollowAddress />
    </CardQuestions>
  );
}
