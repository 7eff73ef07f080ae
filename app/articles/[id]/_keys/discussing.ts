import type { Action } from "~/app/_keys/action";
import * as words from "~/app/_lib/words";
import { beginReply, beginThread, settle } from "~/app/articles/[id]/_threads/saying";
import type { Workbench } from "./workbench";

const say = words.keys;
const group = "discussing";

/** What is said about the article, its passages and its tags. */
export const discussingActions: readonly Action<Workbench>[] = [
  {
    id: "comment",
    keys: ["m"],
    label: say.comment,
    group,
    when: ({ store }) => store.can("comment").allowed,
    opensField: true,
    run: (bench) => beginThread(bench, "comment"),
  },
  {
    id: "ask",
    keys: ["w"],
    label: say.ask,
    group,
    when: ({ store }) => store.can("ask").allowed,
    opensField: true,
    run: (bench) => beginThread(bench, "query"),
  },
  { id: "reply", keys: ["r"], label: say.reply, group, opensField: true, run: beginReply },
  { id: "resolve", keys: ["e"], label: say.resolve, group, run: settle },
  {
    id: "discussion",
    keys: [],
    label: say.discussion,
    group,
    run: ({ store }) => store.look({ discussing: !store.viewing.discussing, writing: null, gating: false }),
  },
];
