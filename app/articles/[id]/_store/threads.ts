import type { Slice } from "~/core/article";
import type { TagId } from "~/core/ids";
import type { Thread } from "~/core/thread";

/** An article's threads by what they are about; those that were withdrawn are left out. */
export interface Discussion {
  /** All of them: in the order of the text, those about the article first. */
  readonly all: readonly Thread[];
  readonly ofTags: ReadonlyMap<TagId, readonly Thread[]>;
  /** About passages that are no tags. */
  readonly ofPassages: readonly Thread[];
  readonly open: number;
}

const known = new WeakMap<Slice["threads"], Discussion>();

/** The same while the threads are the same. */
export function discussionOf(threads: Slice["threads"]): Discussion {
  const found = known.get(threads) ?? sorted(threads);
  known.set(threads, found);
  return found;
}

function sorted(threads: Slice["threads"]): Discussion {
  const all = [...threads.values()]
    .filter(({ state }) => state !== "withdrawn")
    .sort((a, b) => (a.anchor?.start ?? -1) - (b.anchor?.start ?? -1) || a.at - b.at);
  const ofTags = new Map<TagId, Thread[]>();
  for (const thread of all) {
    if (thread.tag === null) continue;
    ofTags.set(thread.tag, [...(ofTags.get(thread.tag) ?? []), thread]);
  }
  return {
    all,
    ofTags,
    ofPassages: all.filter(({ tag, anchor }) => tag === null && anchor !== null),
    open: all.filter(({ state }) => state === "open").length,
  };
}
