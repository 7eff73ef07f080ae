import { showToast } from "~/app/_ui/toasts";
import * as words from "~/app/_lib/words";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { snapToWords, trimSpan } from "~/core/anchor";
import { textOf } from "~/core/article";
import { DomainError } from "~/core/errors";
import { asId, idIn, type TagId } from "~/core/ids";
import { proposeAttributes } from "~/core/rules";
import type { TagType } from "~/core/scheme";
import { isLost, isStanding, type Span, type Tag } from "~/core/tag";
import { v7 } from "uuid";
import { headerBottom, reveal } from "./marks";
import { firstInView, select, selectedSpan } from "./offsets";
import { passageAt } from "./passage";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";

/** Making tags, and changing what they are and where they end, with one key or one press. */

const say = words.reader;

/**
 * What a type's key does: it tags the selection; else it changes the focused tag's type; else it takes the
 * sentence or the quotation at the caret, after the focused tag, or the first in view.
 * @param exactly keeps the selection as it is instead of growing it to words
 */
export function tagAs(type: TagType, bench: Workbench, { exactly = false } = {}): void {
  const { store } = bench;
  if (store.viewing.linking) return;
  const root = bench.root();
  const selected = root && selectedSpan(root);
  if (selected && selected.start < selected.end) {
    addTag(type, selected, store, { exactly, ...(bench.isSelecting && { caretIn: root }) });
    return;
  }
  const looked = focusedTag(store);
  // A caret elsewhere says where to take words from; the tag that was looked at before does not count then.
  const isAway =
    looked && selected && !(looked.anchor.start <= selected.start && selected.start <= looked.anchor.end);
  const focused = isAway ? null : looked;
  if (focused && focused.type !== type.name) {
    changeType(type, focused, store);
    return;
  }
  const offset = focused?.anchor.end ?? selected?.start ?? (root && firstInView(root, headerBottom())) ?? 0;
  const text = textOf(store.slice);
  const language = store.slice.article?.language ?? "en";
  const found = passageAt(type.takes, { text, language, offset, onwards: focused !== null });
  if (found) addTag(type, found, store, { exactly: true });
  else bench.announce(type.takes === "quotation" ? say.noQuotation : say.noSentence);
}

export interface Adding {
  /** Keeps the selection as it is instead of growing it to words. */
  readonly exactly?: boolean;
  /** The text, while it is selected by keys: the caret stays in it, behind the tagged words. */
  readonly caretIn?: HTMLElement;
}

/** Tags a selection of the text, and offers to take it back. */
export function addTag(
  type: TagType,
  selected: Span,
  store: ArticleStore,
  { exactly = false, caretIn }: Adding = {},
): void {
  const { slice, standing } = store;
  const span = spanToTag(selected, store, exactly);
  if (!span) return;
  const tag = asId("tag", v7());
  const attributes = proposeAttributes(standing.scheme, type.name, passage(store, span));
  const command = { type: "addTag", tag, as: type.name, span, attributes } as const;
  const done = store.dispatch(command, { quietly: true });
  getSelection()?.removeAllRanges();
  if (!done.ok) {
    const twin = idIn("tag", done.refusal.present);
    if (twin !== null && slice.tags.has(twin)) {
      store.look({ focused: twin, opened: true });
      reveal(store, twin);
    }
    showToast({ title: done.refusal.message, trouble: done.refusal.kind !== "conflict", id: "refused" });
    return;
  }
  store.look({ focused: tag, opened: false });
  const goOn = caretIn && (() => select(caretIn, { start: span.end, end: span.end }));
  reveal(store, tag, { focus: !caretIn, ...(goOn && { then: goOn }) });
  const warning = overlapWarning(type, span, store, tag);
  showToast({
    title: say.added(type.label),
    ...(warning !== null && { description: warning }),
    action: { label: words.common.undo, onPress: () => store.undoThat(done.id) },
    id: "tagged",
  });
}

/** Asks where else the selected words stand, or those of the focused tag, to tag them all. */
export function tagEverywhere(bench: Workbench): void {
  const { store } = bench;
  const root = bench.root();
  const selected = root && selectedSpan(root);
  const focused = focusedTag(store);
  if (selected && selected.start < selected.end) askEverywhere(selected, store);
  else if (focused) store.intend({ kind: "everywhere", span: focused.anchor });
  else bench.announce(words.many.everywhere.needsWords);
}

/** Asks where else the words of a selection stand, grown to whole words. */
export function askEverywhere(selected: Span, store: ArticleStore): void {
  const span = spanToTag(selected, store, false);
  if (span) store.intend({ kind: "everywhere", span });
}

/**
 * Does once, unseen, what a first tag asks for: word boundaries and rules take some 50 ms to get ready, which
 * the first key should not wait for.
 */
export function warmUp(store: ArticleStore): void {
  const text = textOf(store.slice);
  const start = text.search(/\w/);
  if (start === -1) return;
  const { language } = store.slice.article ?? { language: "en" };
  const span = snapToWords(text, { start, end: start + 1 }, language);
  for (const { name } of store.standing.scheme.types)
    proposeAttributes(store.standing.scheme, name, passage(store, span));
}

/** The selection grown to words, or as it is without white space at its edges; null where nothing is left of it. */
export function spanToTag(selected: Span, store: ArticleStore, exactly: boolean): Span | null {
  const text = textOf(store.slice);
  if (exactly) return trimSpan(text, selected);
  try {
    return snapToWords(text, selected, store.slice.article?.language ?? "en");
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal;
    showToast({ title: refusal.message, id: "refused" });
    return null;
  }
}

function passage(store: ArticleStore, span: Span) {
  const { slice, index } = store;
  return {
    text: textOf(slice),
    blocks: slice.revision?.blocks ?? [],
    span,
    language: slice.article?.language ?? "en",
    earlier: index.ordered.filter((tag) => !isLost(tag)),
  };
}

/** The rules allow tags of one type in each other and tags that cross, but ask to look at them. */
function overlapWarning(type: TagType, { start, end }: Span, store: ArticleStore, id: TagId): string | null {
  const under = store.index
    .paragraphsUnder({ start, end })
    .flatMap((paragraph) => store.index.tagsIn(paragraph))
    .filter((tag) => tag.id !== id && isStanding(tag) && tag.anchor.start < end && tag.anchor.end > start);
  const holds = (outer: Span, inner: Span) => outer.start <= inner.start && outer.end >= inner.end;
  const crosses = ({ anchor }: Tag) => !holds(anchor, { start, end }) && !holds({ start, end }, anchor);
  if (under.some(crosses)) return say.crosses;
  return under.some((tag) => tag.type === type.name && holds(tag.anchor, { start, end }))
    ? say.nested(type.label)
    : null;
}

function changeType(type: TagType, tag: Tag, store: ArticleStore): void {
  const attributes = proposeAttributes(store.standing.scheme, type.name, passage(store, tag.anchor));
  const to = { type: type.name, attributes };
  const done = store.dispatch({ type: "changeType", tag: tag.id, from: tag.type, to });
  if (!done.ok) return;
  const lost = done.events.filter((event) => event.type === "TagUnlinked").length;
  showToast({
    title: say.changed(type.label),
    ...(lost > 0 && { description: words.links.lost(lost) }),
    action: { label: words.common.undo, onPress: () => store.undoThat(done.id) },
    id: "tagged",
  });
}

/** The tag that is looked at, while it stands. */
export function focusedTag(store: ArticleStore): Tag | null {
  const { focused } = store.viewing;
  const tag = focused === null ? null : store.tag(focused);
  return tag && isStanding(tag) ? tag : null;
}
