import { showToast } from "~/app/_ui/toasts";
import * as words from "~/app/_lib/words";
import { approval, copyLinkTo, movedEdge, taking } from "~/app/articles/[id]/_margin/tag-commands";
import type { EdgeMove } from "~/core/anchor";
import { textOf } from "~/core/article";
import { typeNamed } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import { moveOn } from "./moving";
import { focusedTag } from "./tagging";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";

/** What keys do with the focused tag. */

const say = words.reader;

/** Runs with the focused tag, or says that there is none. */
function onFocused(bench: Workbench, run: (tag: Tag) => void): void {
  const tag = focusedTag(bench.store);
  if (tag) run(tag);
  else bench.announce(say.noTag);
}

/** The choice of that number, from 1, of the tag's main attribute; null where it has none. */
function mainChoice({ store }: Workbench, tag: Tag, digit: number) {
  const type = typeNamed(store.standing.scheme, tag.type);
  const attribute = type.attributes.find(({ name }) => name === type.main);
  const choice = attribute?.kind === "choice" ? attribute.choices[digit - 1] : undefined;
  return attribute && choice ? { attribute, choice, sentence: `${attribute.label}: ${choice.label}` } : null;
}

/** What setting the focused tag's main attribute to the choice would be; null where its type has no such choice. */
export function mainInWords(bench: Workbench, digit: number): string | null {
  const tag = focusedTag(bench.store);
  return tag ? (mainChoice(bench, tag, digit)?.sentence ?? null) : words.keys.main(digit);
}

/** Sets the tag's main attribute to the choice of that number, from 1. */
export function setMain(bench: Workbench, digit: number): void {
  onFocused(bench, (tag) => {
    const main = mainChoice(bench, tag, digit);
    if (!main) return;
    const { attribute, choice, sentence } = main;
    const from = tag.attributes[attribute.name] ?? null;
    const done = bench.store.dispatch({
      type: "setAttribute",
      tag: tag.id,
      name: attribute.name,
      from,
      to: choice.value,
    });
    if (done.ok) bench.announce(sentence);
  });
}

/** Moves an edge of the tag by words or by characters. */
export function moveTagEdge(bench: Workbench, move: Omit<EdgeMove, "language">): void {
  onFocused(bench, (tag) => {
    const { store } = bench;
    const command = movedEdge(store, tag, move);
    if (!command || !store.dispatch(command).ok) return;
    bench.announce(textOf(store.slice).slice(command.to.start, command.to.end));
  });
}

/** Takes the tag to work on, or gives it back. */
export function take(bench: Workbench): void {
  onFocused(bench, (tag) => {
    const { store } = bench;
    const command = taking(tag, store.standing.actor.id);
    if (store.dispatch(command).ok) bench.announce(command.to === null ? say.givenBack : say.taken);
  });
}

/** Approves a checked tag, or accepts a suggestion. */
export function approve(bench: Workbench): void {
  onFocused(bench, (tag) => {
    const { store } = bench;
    if (tag.review.state === "suggested") {
      if (store.dispatch({ type: "acceptSuggestion", tag: tag.id }).ok) bench.announce(say.accepted);
      return;
    }
    const command = approval(tag);
    if (!command) {
      bench.announce(say.notChecked);
      showToast({ title: say.notChecked, id: "refused" });
    } else if (store.dispatch(command).ok) bench.announce(say.approved);
  });
}

/** Withdraws one's own tag, offers to take that back, and goes on to the next. */
export function withdraw(bench: Workbench): void {
  onFocused(bench, (tag) => {
    const { store } = bench;
    const done = store.dispatch({ type: "withdrawTag", tag: tag.id });
    if (!done.ok) return;
    const { label } = typeNamed(store.standing.scheme, tag.type);
    showToast({
      title: say.withdrawn(label),
      action: { label: words.common.undo, onPress: () => store.undoThat(done.id) },
      id: "tagged",
    });
    moveOn(bench, 1);
    if (store.viewing.focused === tag.id) store.look({ focused: null });
  });
}

/** Asks the panels beside the text for what the tag's card alone can do. */
export function ask(
  bench: Workbench,
  intent: { kind: "open" | "dismiss" } | { kind: "verdict"; finding: string },
): void {
  onFocused(bench, ({ id }) => {
    // A dismissal asks for its reason by itself; the rest is done in the card.
    if (intent.kind !== "dismiss") bench.store.look({ opened: true });
    bench.store.intend({ ...intent, tag: id });
  });
}

export function copyLink(bench: Workbench): void {
  onFocused(bench, ({ id }) => void copyLinkTo(id));
}

export function undo({ store, announce }: Workbench): void {
  if (store.undoable.length > 0) store.undo();
  else announce(say.nothingToUndo);
}

export function redo({ store, announce }: Workbench): void {
  if (store.redoable.length > 0) store.redo();
  else announce(say.nothingToRedo);
}
