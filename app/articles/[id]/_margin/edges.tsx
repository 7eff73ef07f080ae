"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { IconButton } from "~/app/_ui/icon-button";
import { Switch } from "~/app/_ui/switch";
import { edgeAction } from "~/app/articles/[id]/_keys/tagging";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { Tag } from "~/core/tag";
import { movedEdge } from "./tag-commands";

const say = words.margin.edges;

const EDGES = [
  { edge: "start", label: say.start },
  { edge: "end", label: say.end },
] as const;

const STEPS = {
  start: [
    { by: -1, word: say.startBack, character: say.startBackCharacter },
    { by: 1, word: say.startOn, character: say.startOnCharacter },
  ],
  end: [
    { by: -1, word: say.endBack, character: say.endBackCharacter },
    { by: 1, word: say.endOn, character: say.endOnCharacter },
  ],
} as const;

/** Moves the tag's edges without a mouse's precision: by words, or by characters. */
export function Edges({ tag }: { tag: Tag }) {
  const store = useStore();
  const keyOf = useKeyOf({ byFocus: true });
  const [byCharacter, setByCharacter] = useState(false);
  const unit = byCharacter ? "character" : "word";
  const isLeftToRight = store.slice.article?.direction !== "rtl";
  return (
    <div role="group" aria-label={say.title} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {EDGES.map(({ edge, label }) => (
        <span key={edge} className="inline-flex items-center">
          <span className="text-muted">{label}</span>
          {STEPS[edge].map(({ by, ...name }) => {
            const Arrow = by < 0 === isLeftToRight ? ChevronLeft : ChevronRight;
            return (
              <IconButton
                key={by}
                small
                label={name[unit]}
                keys={keyOf(edgeAction(edge, by, unit))}
                icon={<Arrow aria-hidden="true" />}
                onClick={() => {
                  const command = movedEdge(store, tag, { edge, by, unit });
                  if (command) store.dispatch(command);
                }}
              />
            );
          })}
        </span>
      ))}
      <Switch checked={byCharacter} onChange={setByCharacter}>
        {say.byCharacter}
      </Switch>
    </div>
  );
}
