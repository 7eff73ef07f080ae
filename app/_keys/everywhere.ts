import { openBell } from "~/app/_bell/opening";
import * as words from "~/app/_lib/words";
import type { Action } from "./action";
import type { PaletteGroup } from "./palette-items";

const say = words.keys;

/** What every page gives its actions to work with. */
export interface PageBench {
  /** Goes to another page of Galley. */
  readonly go: (href: string) => void;
  readonly newsroomHref: string;
  /** Whether the newsroom's settings are anything for this person. */
  readonly mayManage: boolean;
  /** The keys' sheet. */
  readonly openSheet: () => void;
  /** The palette of everything that can be done. */
  readonly openPalette: () => void;
}

/** What a key does on every page. */
export const actionsEverywhere: readonly Action<PageBench>[] = [
  {
    id: "articles",
    keys: ["g a"],
    label: say.articles,
    group: "moving",
    run: ({ go, newsroomHref }) => go(newsroomHref),
  },
  {
    id: "queue",
    keys: ["g r"],
    label: say.queue,
    group: "moving",
    run: ({ go, newsroomHref }) => go(`${newsroomHref}/queue`),
  },
  {
    id: "waiting",
    keys: ["g w"],
    label: say.waitingForMe,
    group: "moving",
    run: ({ go, newsroomHref }) => go(`${newsroomHref}/queue/waiting`),
  },
  { id: "notices", keys: ["g n"], label: say.notices, group: "moving", run: () => openBell() },
  {
    id: "search",
    keys: ["g s"],
    label: say.searchAll,
    group: "moving",
    run: ({ go, newsroomHref }) => go(`${newsroomHref}/search`),
  },
  {
    id: "evidence",
    keys: ["g e"],
    label: say.evidence,
    group: "moving",
    run: ({ go, newsroomHref }) => go(`${newsroomHref}/evidence`),
  },
  {
    id: "audit",
    keys: ["g u"],
    label: say.audit,
    group: "moving",
    run: ({ go, newsroomHref }) => go(`${newsroomHref}/audit`),
  },
  {
    id: "palette",
    keys: ["Mod+k"],
    label: say.paletteAction,
    group: "page",
    whileTyping: true,
    run: ({ openPalette }) => openPalette(),
  },
  { id: "sheet", keys: ["?"], label: say.sheet, group: "page", run: ({ openSheet }) => openSheet() },
];

/** The pages that the palette goes to. */
export function pagesToGo({ go, newsroomHref, mayManage }: PageBench): PaletteGroup {
  const { palette } = say;
  const pages = [
    { label: palette.articles, href: newsroomHref },
    { label: palette.queue, href: `${newsroomHref}/queue` },
    { label: palette.waitingForMe, href: `${newsroomHref}/queue/waiting` },
    { label: palette.search, href: `${newsroomHref}/search` },
    { label: palette.evidence, href: `${newsroomHref}/evidence` },
    { label: palette.audit, href: `${newsroomHref}/audit` },
    { label: palette.newArticle, href: `${newsroomHref}/new` },
    { label: palette.import, href: `${newsroomHref}/import` },
    ...(mayManage ? [{ label: palette.settings, href: `${newsroomHref}/settings` }] : []),
    { label: palette.account, href: "/account" },
    { label: palette.keys, href: "/account/keys" },
  ];
  return {
    label: palette.pages,
    items: pages.map(({ label, href }) => ({ id: `page ${href}`, label, run: () => go(href) })),
  };
}
