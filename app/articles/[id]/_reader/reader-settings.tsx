"use client";

import { usePreferences } from "~/app/_lib/preferences";
import { useThemeChoice } from "~/app/_lib/theme";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { type Segment, SegmentedControl } from "~/app/_ui/segmented-control";
import { type ReaderSettings as Settings, type Theme, THEMES, USUAL_PREFERENCES } from "~/core/preferences";

const say = words.readerSettings;

const SIZES: readonly Segment<Settings["size"]>[] = [
  { value: "small", label: say.sizes.small },
  { value: "medium", label: say.sizes.medium },
  { value: "large", label: say.sizes.large },
  { value: "largest", label: say.sizes.largest },
];

const WIDTHS: readonly Segment<Settings["width"]>[] = [
  { value: "narrow", label: say.widths.narrow },
  { value: "medium", label: say.widths.medium },
  { value: "wide", label: say.widths.wide },
];

const FACES: readonly Segment<Settings["face"]>[] = [
  { value: "serif", label: say.faces.serif },
  { value: "sans", label: say.faces.sans },
];

const LOOKS: readonly Segment<Theme>[] = THEMES.map((value) => ({ value, label: words.common.theme[value] }));

/** How the text is set and whether the page is light or dark: seen at once behind the panel, kept with the account. */
export function ReaderSettings() {
  const { preferences, change } = usePreferences();
  const { choice, choose } = useThemeChoice();
  const { reader } = preferences;
  const set = (part: Partial<Settings>) => change({ reader: { ...reader, ...part } });
  return (
    <div className="flex flex-col gap-3">
      <SegmentedControl
        label={say.size}
        segments={SIZES}
        value={reader.size}
        onChange={(size) => set({ size })}
      />
      <SegmentedControl
        label={say.width}
        segments={WIDTHS}
        value={reader.width}
        onChange={(width) => set({ width })}
      />
      <SegmentedControl
        label={say.face}
        segments={FACES}
        value={reader.face}
        onChange={(face) => set({ face })}
      />
      <SegmentedControl label={say.theme} segments={LOOKS} value={choice} onChange={choose} />
      <p className="flex items-center justify-between gap-3 border-t pt-3 text-muted">
        {say.kept}
        <Button small className="shrink-0" onClick={() => change({ reader: USUAL_PREFERENCES.reader })}>
          {say.usual}
        </Button>
      </p>
    </div>
  );
}
