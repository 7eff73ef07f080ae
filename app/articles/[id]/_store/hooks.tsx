"use client";

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import type { Article } from "~/core/article";
import type { TagId, UserId } from "~/core/ids";
import { whyClosed } from "~/core/life";
import type { Permission, Verb } from "~/core/policy";
import type { Scheme } from "~/core/scheme";
import type { Span, Tag } from "~/core/tag";
import type { Step } from "~/core/undo-stack";
import type { OpenedArticle } from "~/server/open-article";
import type { ArticleStore } from "./article-store";
import type { Conflict } from "./conflict";
import type { Counts } from "./counts";
import type { TagFilter } from "./filter";
import { later } from "./later";
import type { Notice } from "./notice";
import type { SaveState } from "./save-state";
import type { ParagraphView } from "./segments";
import { type Discussion, discussionOf } from "./threads";
import type { Intent, Viewing } from "./viewing";

/** A person by name: those who occur in the article, and the newsroom's members. */
export type Person = OpenedArticle["people"][number];

interface Surrounding {
  readonly store: ArticleStore;
  readonly people: ReadonlyMap<UserId, Person>;
}

const StoreContext = createContext<Surrounding | null>(null);

/** Gives the store and the people to everything on the article's page. */
export function StoreProvider({ store, people, children }: Surrounding & { children: ReactNode }) {
  const surrounding = useMemo(() => ({ store, people }), [store, people]);
  return <StoreContext value={surrounding}>{children}</StoreContext>;
}

function useSurrounding(): Surrounding {
  const surrounding = useContext(StoreContext);
  if (!surrounding) throw new Error("This part belongs on an article’s page.");
  return surrounding;
}

/** The store itself, to dispatch with: `store.dispatch(command)`. It does not make the component follow anything. */
export function useStore(): ArticleStore {
  return useSurrounding().store;
}

/**
 * What the store has on a topic. `calmly` follows it a moment later, together with all else that does: for what stands
 * beside the text, and is drawn anew by nearly every change.
 */
export function useTopic<Value>(
  topic: string,
  read: (store: ArticleStore) => Value,
  { calmly = false }: { calmly?: boolean } = {},
): Value {
  const store = useStore();
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!calmly) return store.subscribe(topic, listener);
      let callOff = () => {};
      const end = store.subscribe(topic, () => {
        callOff = later(listener);
      });
      return () => {
        callOff();
        end();
      };
    },
    [store, topic, calmly],
  );
  const snapshot = () => read(store);
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

const CALMLY = { calmly: true };

/** A tag as it is shown now; null when it is not there (any more). */
export function useTag(id: TagId, how?: { calmly: boolean }): Tag | null {
  return useTopic(`tag:${id}`, (store) => store.tag(id), how);
}

/** A paragraph as it is drawn; it changes only with its own tags, their focus and their cards. */
export function useParagraph(index: number): ParagraphView {
  return useTopic(`paragraph:${index}`, (store) => store.paragraph(index));
}

/** The paragraphs of the text, empty ones too. */
export function useParagraphs(): readonly Span[] {
  return useTopic("text", (store) => store.index.paragraphs);
}

/** The tags that pass a filter, in the order of the text. Keep the filter object while it asks the same. */
export function useTagIds(filter: TagFilter): readonly TagId[] {
  return useTopic("tags", (store) => store.tagIds(filter), CALMLY);
}

/** Something that follows from how many tags each filter would show beside this one. Keep the filter while it asks the same. */
export function useCounted<Value extends string | number | boolean>(
  filter: TagFilter,
  read: (counts: Counts) => Value,
): Value {
  return useTopic("tags", (store) => read(store.counts(filter)), CALMLY);
}

/** All tags, whatever became of them. */
export function useTags(how?: { calmly: boolean }): ReadonlyMap<TagId, Tag> {
  return useTopic("tags", (store) => store.slice.tags, how);
}

/** What is said about the article, its passages and its tags. */
export function useDiscussion(): Discussion {
  return useTopic("threads", ({ slice }) => discussionOf(slice.threads));
}

/** Something that follows from it, drawn anew only when that is another. */
export function useDiscussed<Value extends string | number | boolean | null>(
  read: (discussion: Discussion) => Value,
): Value {
  return useTopic("threads", ({ slice }) => read(discussionOf(slice.threads)));
}

/** What the person looks at: focus, filter, panels. Changed by `store.look({ … })`. */
export function useViewing(): Viewing {
  return useTopic("viewing", (store) => store.viewing);
}

export function useFocusedTag(how?: { calmly: boolean }): TagId | null {
  return useTopic("viewing", (store) => store.viewing.focused, how);
}

export function useSaveState(): SaveState {
  return useTopic("save", (store) => store.saveState, CALMLY);
}

export function useConflicts(): readonly Conflict[] {
  return useTopic("conflicts", (store) => store.conflicts);
}

/** What one can take back here, the next last. */
export function useUndoable(): readonly Step[] {
  return useTopic("undo", (store) => store.undoable, CALMLY);
}

/** What one took back and can do again, the next last. */
export function useRedoable(): readonly Step[] {
  return useTopic("undo", (store) => store.redoable, CALMLY);
}

/** The article's details. @throws Error on a page without an article, which there is none of */
export function useArticle(): Article {
  const article = useTopic("article", (store) => store.slice.article);
  if (!article) throw new Error("The page was opened without an article.");
  return article;
}

/** Why nothing can be done to what the article holds, as far as it has come; null where it can. */
export function useClosed(): string | null {
  return whyClosed(useArticle().state);
}

/** Whether this person may do it with the article, or with this tag; else why not. */
export function useCan(verb: Verb, tag?: TagId): Permission {
  const store = useStore();
  useTopic(tag === undefined ? "article" : `tag:${tag}`, ({ slice }) =>
    tag === undefined ? slice.article : slice.tags.get(tag),
  );
  return store.can(verb, tag);
}

export function useScheme(): Scheme {
  return useStore().standing.scheme;
}

export function usePeople(): ReadonlyMap<UserId, Person> {
  return useSurrounding().people;
}

/** Runs when a key or a mark asks something of the panels. */
export function useIntent(handle: (intent: Intent) => void): void {
  const store = useStore();
  const onIntent = useEffectEvent(handle);
  useEffect(() => store.onIntent((intent) => onIntent(intent)), [store]);
}

/** Runs for what the person should hear of. */
export function useNotice(handle: (notice: Notice) => void): void {
  const store = useStore();
  const onNotice = useEffectEvent(handle);
  useEffect(() => store.onNotice((notice) => onNotice(notice)), [store]);
}

/** Tells the text that the tag's card is on the page, so that its marks may point to it. */
export function useCardShown(id: TagId): void {
  const store = useStore();
  useEffect(() => store.showCard(id), [store, id]);
}

/** The id that a tag's card has in the document. */
export function cardId(id: TagId): string {
  return `card-${id}`;
}
