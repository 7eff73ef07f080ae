import { showToast } from "~/app/_ui/toasts";
import * as words from "~/app/_lib/words";
import { reveal } from "~/app/articles/[id]/_lib/marks";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import type { Linking } from "~/app/articles/[id]/_store/viewing";
import type { TagId } from "~/core/ids";
import { whyClosed } from "~/core/life";
import type { PlacedLink } from "~/core/link";
import { type LinkKind, typeNamed } from "~/core/scheme";
import { isLost, type Span, type Tag } from "~/core/tag";

/**
 * Making a link: first its kind, where more than one leads anywhere, then the tag at its other end, by mark, card,
 * key or list. The nearest tag is proposed, so that the second half of a quotation takes two keys.
 */

const say = words.links;

/** Begins a link from a tag, or says why there can be none. */
export function startLinking(store: ArticleStore, id: TagId): void {
  const tag = store.tag(id);
  const may = store.can("tag");
  if (!tag) return;
  const ways = typeNamed(store.standing.scheme, tag.type)
    .links.map((kind) => ({ kind, among: targetsOf(store, id, kind) }))
    .filter(({ among }) => among.size > 0);
  if (ways.length === 0) {
    const { article } = store.slice;
    const why = (article && whyClosed(article.state)) ?? (may.allowed ? say.nowhere : may.why);
    showToast({ title: why, id: "refused" });
    return;
  }
  const linking = { tag: id, ways, chosen: null, reopen: store.viewing.opened };
  store.look({ linking, focused: id, opened: false, listed: false });
  if (ways.length === 1) chooseKind(store, 0);
}

function targetsOf(store: ArticleStore, tag: TagId, { name: kind, to }: LinkKind): ReadonlySet<TagId> {
  const fits = ({ id, type }: Tag) =>
    to.includes(type) && store.refusalOf({ type: "linkTag", tag, kind, target: id }) === null;
  return new Set(store.index.ordered.filter((tag) => !isLost(tag) && fits(tag)).map(({ id }) => id));
}

/** Goes on to the other end, the nearest tag proposed. */
export function chooseKind(store: ArticleStore, chosen: number): void {
  const { linking } = store.viewing;
  const tag = linking && store.tag(linking.tag);
  if (!tag || !linking.ways[chosen]) return;
  const now = { ...linking, chosen };
  const near = nearest(tag, candidates(store, now));
  store.look({ linking: now, focused: near?.id ?? tag.id });
  if (near) reveal(store, near.id);
}

/** The tags that the link could lead to, in the order of the text. */
export function candidates(store: ArticleStore, { ways, chosen }: Linking): Tag[] {
  const among = chosen === null ? undefined : ways[chosen]?.among;
  return store.index.ordered.filter(({ id }) => among?.has(id));
}

function nearest({ anchor }: Tag, among: readonly Tag[]): Tag | undefined {
  const apart = (other: Span) => Math.max(other.start - anchor.end, anchor.start - other.end, 0);
  return among.reduce<Tag | undefined>(
    (best, tag) => (best && apart(best.anchor) <= apart(tag.anchor) ? best : tag),
    undefined,
  );
}

/** Proposes the next of the tags that the link could lead to, or the one before; round at the ends. */
export function proposeNext(
  store: ArticleStore,
  by: 1 | -1,
): { tag: Tag; place: number; all: number } | null {
  const { linking, focused } = store.viewing;
  if (!linking) return null;
  const among = candidates(store, linking);
  const at = among.findIndex(({ id }) => id === focused);
  const place = at === -1 ? 0 : (at + by + among.length) % among.length;
  const tag = among[place];
  if (!tag) return null;
  store.look({ focused: tag.id });
  reveal(store, tag.id);
  return { tag, place: place + 1, all: among.length };
}

/** Makes the link to a tag. False where no link is being made; a tag that does not fit is refused with its reason. */
export function linkTo(store: ArticleStore, target: TagId): boolean {
  const { linking } = store.viewing;
  const kind = linking && linking.chosen !== null ? linking.ways[linking.chosen]?.kind : undefined;
  if (!linking || !kind) return false;
  const done = store.dispatch({ type: "linkTag", tag: linking.tag, kind: kind.name, target });
  if (done.ok) {
    leaveLinking(store, linking);
    tellDone(store, say.made(kind.label, quoted(store, target)), done.id);
  }
  return true;
}

/** One step back: to the choice of the kind, or out. False where no link is being made. */
export function stepBackFromLinking(store: ArticleStore): boolean {
  const { linking } = store.viewing;
  if (!linking) return false;
  if (linking.chosen !== null && linking.ways.length > 1) {
    store.look({ linking: { ...linking, chosen: null }, focused: linking.tag });
    reveal(store, linking.tag, { focus: false });
  } else leaveLinking(store, linking);
  return true;
}

export function leaveLinking(store: ArticleStore, { tag, reopen }: Linking): void {
  store.look({ linking: null, focused: tag, opened: reopen });
  reveal(store, tag);
}

/** Takes a link off, from whichever end one looks at it. */
export function unlink(store: ArticleStore, link: PlacedLink): void {
  const done = store.dispatch({ type: "unlinkTag", ...link });
  if (done.ok) tellDone(store, say.removed, done.id);
}

function tellDone(store: ArticleStore, title: string, id: Parameters<ArticleStore["undoThat"]>[0]): void {
  showToast({
    title,
    action: { label: words.common.undo, onPress: () => store.undoThat(id) },
    id: "tagged",
  });
}

/** So much of a passage is quoted in a sentence. */
const QUOTED = 60;

/** A tag's words, shortened, for a sentence or a name. */
export function quoted(store: ArticleStore, id: TagId): string {
  const exact = store.tag(id)?.anchor.exact ?? "";
  return exact.length > QUOTED ? `${exact.slice(0, QUOTED).toWellFormed()}…` : exact;
}
