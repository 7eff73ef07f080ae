import { type Slice, textOf } from "~/core/article";
import { carryAnchors } from "~/core/carry";
import { isStanding } from "~/core/tag";

/** What a text would do to the tags that stand. */
export interface Preview {
  readonly counts: Record<"kept" | "moved" | "altered" | "lost", number>;
  /** Words that something is changed in; what only typography changes is counted alone. */
  readonly altered: readonly { readonly was: string; readonly is: string }[];
  readonly lost: readonly string[];
}

/** What the text would do, as the server will find it. */
export function previewOf({ revision, tags, ...slice }: Slice, text: string): Preview {
  const present = [...tags.values()].filter(
    (tag) => isStanding(tag) && tag.anchor.revision === revision?.number,
  );
  const before = textOf({ ...slice, revision, tags });
  const fates = carryAnchors(before, text, present);
  const preview = {
    counts: { kept: 0, moved: 0, altered: 0, lost: 0 },
    altered: new Array<Preview["altered"][number]>(),
    lost: new Array<string>(),
  };
  for (const { id, anchor } of present) {
    const carried = fates.get(id);
    if (!carried) continue;
    preview.counts[carried.fate] += 1;
    if (carried.fate === "lost") preview.lost.push(anchor.exact);
    if (carried.fate === "altered" && carried.by === "words")
      preview.altered.push({ was: anchor.exact, is: text.slice(carried.span.start, carried.span.end) });
  }
  return preview;
}
