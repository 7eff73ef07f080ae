import type { Action } from "~/app/_keys/action";
import * as words from "~/app/_lib/words";
import { copyLink } from "~/app/articles/[id]/_lib/changing";
import { focusedTag } from "~/app/articles/[id]/_lib/tagging";
import { onTag } from "./on-tag";
import type { Workbench } from "./workbench";

const say = words.keys;
const group = "page";

function goToRecord({ store, go }: Workbench): void {
  const tag = focusedTag(store);
  if (tag) go(`/articles/${tag.article}/audit?tag=${tag.id}`);
}

/** What concerns the page as a whole: selecting, links to it, panels. */
export const pageActions: readonly Action<Workbench>[] = [
  {
    id: "select",
    keys: ["s"],
    label: say.select,
    group,
    run: (bench) => bench.setSelecting(!bench.isSelecting),
  },
  { id: "link", keys: ["l"], label: say.link, group, ...onTag, run: copyLink },
  {
    id: "alone",
    keys: ["f"],
    label: say.alone,
    group,
    run: ({ store }) => store.look({ alone: !store.viewing.alone }),
  },
  {
    id: "left",
    keys: ["["],
    label: say.left,
    group,
    run: ({ store }) => store.look({ left: !store.viewing.left, alone: false }),
  },
  {
    id: "right",
    keys: ["]"],
    label: say.right,
    group,
    run: ({ store }) => store.look({ right: !store.viewing.right, alone: false }),
  },
  {
    id: "history",
    keys: [],
    label: say.history,
    group,
    run: ({ store }) => store.intend({ kind: "history", tag: null }),
  },
  { id: "record", keys: [], label: say.record, group, ...onTag, run: goToRecord },
  {
    id: "details",
    keys: [],
    label: say.details,
    group,
    run: ({ store }) => store.intend({ kind: "details" }),
  },
  {
    id: "export",
    keys: [],
    label: say.export,
    group,
    when: ({ store }) => store.can("export").allowed,
    run: ({ store }) => store.intend({ kind: "export" }),
  },
  {
    id: "settings",
    keys: [],
    label: words.readerSettings.title,
    group,
    run: ({ store }) => store.intend({ kind: "settings" }),
  },
  { id: "print", keys: [], label: words.print.action, group, run: () => print() },
  { id: "save note", keys: ["Mod+Enter"], label: say.saveNote, group },
];
