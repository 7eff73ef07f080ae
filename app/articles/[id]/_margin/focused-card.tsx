"use client";

import { memo } from "react";
import { ChevronDown, ChevronUp } from "lucide-react";
import * as words from "~/app/_lib/words";
import { IconButton } from "~/app/_ui/icon-button";
import { useStore, useTagIds, useViewing } from "~/app/articles/[id]/_store/hooks";
import { Card } from "./card";

const say = words.margin;

/** Where there is no room beside the text: the focused tag's card alone, and the way to those before and after. */
export const FocusedCard = memo(function FocusedCard() {
  const store = useStore();
  const { focused, filter } = useViewing();
  const ids = useTagIds(filter);
  const at = focused === null ? -1 : ids.indexOf(focused);
  const goTo = (place: number) => {
    const id = ids[place];
    if (id) store.intend({ kind: "open", tag: id });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex gap-1">
        <IconButton
          label={say.previous}
          disabled={at <= 0}
          icon={<ChevronUp aria-hidden="true" />}
          onClick={() => goTo(at - 1)}
        />
        <IconButton
          label={say.next}
          disabled={at >= ids.length - 1}
          icon={<ChevronDown aria-hidden="true" />}
          onClick={() => goTo(at + 1)}
        />
      </div>
      {focused === null ? (
        <p className="text-muted">{ids.length > 0 ? say.nothingFocused : say.empty}</p>
      ) : (
        <Card key={focused} id={focused} compact={false} dimmed={false} focused opened placement={null} />
      )}
    </div>
  );
});
