import * as words from "~/app/_lib/words";
import { nextInStack, pointOn, stackAt } from "~/app/articles/[id]/_store/stack";
import { typeNamed } from "~/core/scheme";
import { markAt } from "./offsets";
import { focusedTag } from "./tagging";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";

const say = words.reader;

/** Goes to the tag around the focused one on the same words (or to the one in it), and round. */
export function stepThroughStack(bench: Workbench, by: 1 | -1): void {
  const { store, announce } = bench;
  const tag = focusedTag(store);
  if (!tag) {
    announce(say.noTag);
    return;
  }
  const point = pointOn(tag, store.viewing);
  const stack = stackAt(store, point);
  const next = nextInStack(stack, tag, by);
  if (!next) {
    announce(say.alone);
    return;
  }
  store.look({ focused: next.id, point });
  const root = bench.root();
  if (root && !bench.isSelecting)
    requestAnimationFrame(() => markAt(root, next.id, point)?.focus({ preventScroll: true }));
  const { label } = typeNamed(store.standing.scheme, next.type);
  announce(say.onSameWords(label, stack.indexOf(next) + 1, stack.length));
}
