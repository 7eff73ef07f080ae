import { pagesToGo } from "~/app/_keys/everywhere";
import type { PaletteGroup } from "~/app/_keys/palette-items";
import * as words from "~/app/_lib/words";
import { goToOffset } from "~/app/articles/[id]/_lib/marks";
import { lookAt } from "~/app/articles/[id]/_lib/moving";
import { headingsOf } from "~/app/articles/[id]/_rail/headings";
import { typeNamed } from "~/core/scheme";
import { isStanding } from "~/core/tag";
import type { Workbench } from "./workbench";

const say = words.keys.palette;

/** Where one can go from an article by the palette: its headings, its tags, other pages. */
export function jumps(bench: Workbench): PaletteGroup[] {
  const { store } = bench;
  const { revision } = store.slice;
  const { scheme } = store.standing;
  return [
    {
      label: say.headings,
      whenSought: true,
      items: (revision ? headingsOf(revision.text, revision.blocks) : []).map(({ start, words: label }) => ({
        id: `heading ${start}`,
        label,
        run: () => goToOffset(store, start),
      })),
    },
    {
      label: say.tags,
      whenSought: true,
      items: store.index.ordered.filter(isStanding).map(({ id, type, anchor }) => ({
        id: `tag ${id}`,
        label: anchor.exact,
        also: typeNamed(scheme, type).label,
        run: () => lookAt(bench, id),
      })),
    },
    pagesToGo(bench),
  ];
}
