import * as words from "~/app/_lib/words";
import { closeFind } from "~/app/articles/[id]/_find/finding";
import { proposeNext, quoted, stepBackFromLinking } from "~/app/articles/[id]/_links/linking";
import { isUndecided } from "~/app/articles/[id]/_store/filter";
import type { TagId } from "~/core/ids";
import { typeNamed } from "~/core/scheme";
import { isLost, type Tag } from "~/core/tag";
import { headerBottom, reveal } from "./marks";
import { firstInView, selectedSpan } from "./offsets";
import { focusedTag } from "./tagging";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";

/** Moving from tag to tag, and back out again. */

const say = words.reader;

/** Goes to the next tag (or the one before), in the order of the text, among those that are shown. */
export function moveOn(bench: Workbench, by: 1 | -1, { undecided = false } = {}): void {
  const { store } = bench;
  if (store.viewing.linking) {
    sayProposed(bench, by);
    return;
  }
  const tags = store.index.ordered.filter(
    (tag) => !isLost(tag) && store.isMarked(tag) && (!undecided || isUndecided(tag) || isFocused(tag)),
  );
  function isFocused(tag: Tag) {
    return tag.id === store.viewing.focused;
  }
  const at = tags.findIndex(isFocused);
  const next = at === -1 ? firstFrom(bench, tags, by) : tags[at + by];
  if (!next) {
    bench.announce(by === 1 ? say.lastTag : say.firstTag);
    return;
  }
  goTo(bench, next);
  const place = tags.indexOf(next) + 1;
  const { label } = typeNamed(store.standing.scheme, next.type);
  bench.announce(say.tagAt(label, say.stateOfTag[next.review.state], place, tags.length));
}

/** While a link is made, the keys go among the tags that it could lead to. */
function sayProposed({ store, announce }: Workbench, by: 1 | -1): void {
  const next = proposeNext(store, by);
  if (!next) return;
  const { tag, place, all } = next;
  const { label } = typeNamed(store.standing.scheme, tag.type);
  announce(words.links.proposed(label, quoted(store, tag.id), place, all));
}

/** From the caret, or from what is in view. */
function firstFrom(bench: Workbench, tags: readonly Tag[], by: 1 | -1): Tag | undefined {
  const root = bench.root();
  const offset = (root && (selectedSpan(root)?.start ?? firstInView(root, headerBottom()))) ?? 0;
  return by === 1
    ? (tags.find(({ anchor }) => anchor.start >= offset) ?? tags.at(-1))
    : (tags.findLast(({ anchor }) => anchor.start < offset) ?? tags[0]);
}

function goTo({ store, isSelecting }: Workbench, tag: Tag): void {
  const { id } = tag;
  if (isLost(tag)) {
    // It stands nowhere in the text: what is to become of it is asked in the gate's list.
    store.look({ focused: null, opened: false, gating: true, discussing: false });
    return;
  }
  store.look({ focused: id, opened: false });
  if (!isSelecting) getSelection()?.removeAllRanges();
  reveal(store, id, { focus: !isSelecting });
}

/** Looks at a tag and brings it into view: from a link, a list, a card. */
export function lookAt(bench: Workbench, id: TagId): boolean {
  const tag = bench.store.tag(id);
  if (tag) goTo(bench, tag);
  return tag !== null;
}

/** One step back: out of selection mode, a link that is made, the card, the selection, the tag. Gives false when there was none. */
export function stepBack(bench: Workbench): boolean {
  const { store } = bench;
  const { focused, opened, alone } = store.viewing;
  if (bench.isSelecting) {
    bench.setSelecting(false);
    if (focused !== null) reveal(store, focused);
    return true;
  }
  if (stepBackFromLinking(store)) return true;
  if (opened && focused !== null) {
    store.look({ opened: false });
    // A long card may have led away from its mark.
    reveal(store, focused);
    return true;
  }
  if (bench.finder.shown.isOpen) {
    closeFind(bench);
    return true;
  }
  const selection = getSelection();
  if (selection && !selection.isCollapsed) {
    selection.removeAllRanges();
    return true;
  }
  if (focusedTag(store) || focused !== null) {
    store.look({ focused: null });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return true;
  }
  if (alone) store.look({ alone: false });
  return alone;
}
