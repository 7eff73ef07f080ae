import { CONTEXT, describePassage } from "./anchor";
import type { Slice } from "./article";
import type { ArticleEvent } from "./event";
import type { Changes } from "./evolve";
import { BLOT, blotOut } from "./redaction";
import type { Anchor, Placement, Span, Tag } from "./tag";
import type { Thread } from "./thread";

/** What a new revision does to the tags and passages of the one before, as the log recorded it: a part of `evolve`. */

type CarriedBody = (ArticleEvent & { type: "TagsCarried" })["body"];

/** What was recorded of one tag or passage, beside its id. */
type Fate = CarriedBody["tags"][number] extends [unknown, ...infer Rest] ? Rest : never;

/** @throws Error when the slice lacks what was carried */
export function carriedOver(slice: Slice, event: ArticleEvent & { type: "TagsCarried" }): Changes {
  const { revision } = slice;
  if (revision?.number !== event.body.revision) throw new Error("Tags were carried into another text.");
  const place = ([, start, end]: Fate) => describePassage(revision.text, revision.number, { start, end });
  const tags = event.body.tags.map(([id, ...fate]) => {
    const tag = slice.tags.get(id);
    if (!tag) throw new Error(`Tag ${id} was carried, which the slice lacks.`);
    return carriedTag(tag, fate, { place, seq: event.seq });
  });
  const threads = event.body.threads.flatMap(([id, ...fate]) => {
    const thread = slice.threads.get(id);
    if (!thread) throw new Error(`Thread ${id} was carried, which the slice lacks.`);
    return fate[0] === "lost" ? [] : [{ ...thread, anchor: place(fate) }];
  });
  return { tags, threads };
}

function carriedTag(
  tag: Tag,
  fate: Fate,
  { place, seq }: { place: (fate: Fate) => Anchor; seq: number },
): Tag {
  const [became, , , why] = fate;
  const { revision, start, end, exact } = tag.anchor;
  const before = { why, revision, start, end, exact };
  if (became === "lost")
    return { ...fallen(tag), placement: { fate: "lost", ...before, settled: false }, touched: seq };
  const settled = why !== "words";
  // What nobody has looked at yet keeps the words that somebody last saw.
  const unsettled = tag.placement?.settled === false ? tag.placement : null;
  const placement: Placement | null = became === "kept" ? null : { fate: became, ...before, settled };
  const carried = { ...tag, anchor: place(fate), placement: unsettled ?? placement };
  return settled ? carried : { ...fallen(carried), touched: seq };
}

/** The tag without what was said of it on other words: a verdict is to be looked at again, and no approval holds. */
function fallen(tag: Tag): Tag {
  const { state } = tag.review;
  const wasChecked = state === "checked" || state === "approved";
  const review = wasChecked ? { ...tag.review, state: "stale" as const, approval: null } : tag.review;
  return { ...tag, review, waiver: null, identity: null };
}

/** The tags and threads without a passage that was removed from an earlier text, wherever they still quote it. */
export function removedEarlier(
  { tags, threads }: Slice,
  { revision, passage }: { readonly revision: number; readonly passage: Span },
): Changes {
  const isThere = (place: { readonly revision: number } | null) => place?.revision === revision;
  const blotted = (anchor: Anchor) => blottedAnchor(anchor, passage);
  return {
    tags: [...tags.values()].flatMap((tag): Tag[] => {
      const { anchor, placement } = tag;
      if (!isThere(anchor) && !isThere(placement)) return [];
      return [
        {
          ...tag,
          anchor: isThere(anchor) ? blotted(anchor) : anchor,
          placement: placement && isThere(placement) ? blottedWords(placement, passage) : placement,
        },
      ];
    }),
    threads: [...threads.values()].flatMap((thread): Thread[] =>
      thread.anchor && isThere(thread.anchor) ? [{ ...thread, anchor: blotted(thread.anchor) }] : [],
    ),
  };
}

function blottedWords<Held extends Span & { readonly exact: string }>(held: Held, passage: Span): Held {
  return { ...held, exact: blottedAt(held.exact, held.start, passage) };
}

/**
 * Context is cut short where the far end of it lies inside a character. Removed, that character is a row of blots of one
 * code unit each, and the context is whole.
 */
function blottedAnchor(anchor: Anchor, passage: Span): Anchor {
  const { start, end, prefix, suffix } = anchor;
  const before = { from: start - prefix.length, wanted: Math.max(0, start - CONTEXT) };
  const reachesBack = passage.start < before.wanted && passage.end >= before.from;
  const after = { to: end + suffix.length, wanted: end + CONTEXT };
  const reachesOn = passage.start <= after.to && passage.end > after.wanted;
  const lead = reachesBack ? BLOT.repeat(before.from - before.wanted) : "";
  const trail = reachesOn ? BLOT.repeat(after.wanted - after.to) : "";
  return {
    ...blottedWords(anchor, passage),
    prefix: lead + blottedAt(prefix, before.from, passage),
    suffix: blottedAt(suffix, end, passage) + trail,
  };
}

/** A piece of a text that begins there, without what of the passage lies in it. */
function blottedAt(piece: string, at: number, { start, end }: Span): string {
  const within = { start: Math.max(0, start - at), end: Math.min(piece.length, end - at) };
  return within.start < within.end ? blotOut(piece, within) : piece;
}
