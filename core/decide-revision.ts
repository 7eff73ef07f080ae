import { type Article, type ArticleState, type Slice, textOf } from "./article";
import { guessBlocks } from "./blocks";
import { type Carried, carryAnchors } from "./carry";
import type { Circumstances, Decision } from "./decide";
import { mustSeeText } from "./decide-life";
import { DomainError } from "./errors";
import type { ArticleFact } from "./event";
import type { TagId, ThreadId } from "./ids";
import { mustBeOpen } from "./life";
import { mustBeAllowed } from "./policy";
import type { AddRevision } from "./shapes/command";
import { acceptText } from "./text";
import { wordsOf } from "./words";

/**
 * An article's next text. Where each tag and each passage of a thread goes is decided here, once, and recorded: the log
 * tells it again as it was, whatever later ways of finding words would say.
 */

type CarriedBody = (ArticleFact & { type: "TagsCarried" })["body"];

/** So many tags and passages are told of in one event. */
const TOGETHER = 1_000;

/** @throws DomainError as `decide` */
export function addRevision(
  slice: Slice,
  article: Article,
  { text: given, sees }: AddRevision,
  c: Circumstances,
): Decision {
  const verb = article.state === "draft" ? "add revision" : "add revision: after draft";
  const as = mustBeAllowed(c.actor, verb, { article });
  mustTakeText(article.state);
  mustSeeText(slice, sees);
  const accepted = acceptText(given);
  if (!accepted.ok)
    throw new DomainError("bad-input", accepted.problems.map(({ sentence }) => sentence).join(" "));
  const { text } = accepted;
  if (text === textOf(slice)) throw new DomainError("bad-input", "This is the text that stands already.");
  const number = (slice.revision?.number ?? 0) + 1;
  return {
    as,
    facts: [
      { type: "RevisionAdded", body: { number, text: wordsOf(text), blocks: guessBlocks(text) } },
      ...carriedTo(slice, { number, text }),
    ],
  };
}

function mustTakeText(state: ArticleState): void {
  mustBeOpen({ state });
  if (state !== "published") return;
  const sentence = "This article is published. Begin a correction, then change its text.";
  throw new DomainError("illegal-state", sentence, state);
}

/** Everything that stands in the present text, also what was dismissed or only suggested; what is lost stays lost. */
function carriedTo(
  { revision, tags, threads }: Slice,
  next: { readonly number: number; readonly text: string },
): ArticleFact[] {
  if (!revision) return [];
  const ofTags = [...tags.values()].filter(({ anchor }) => anchor.revision === revision.number);
  const ofThreads = [...threads.values()].flatMap(({ id, anchor }) =>
    anchor?.revision === revision.number ? [{ id, anchor }] : [],
  );
  const fates = carryAnchors<TagId | ThreadId>(revision.text, next.text, [...ofTags, ...ofThreads]);
  const items: { tags: CarriedBody["tags"]; threads: CarriedBody["threads"] } = {
    tags: ofTags.map(({ id }) => [id, ...told(fates.get(id))]),
    threads: ofThreads.map(({ id }) => [id, ...told(fates.get(id))]),
  };
  const facts: ArticleFact[] = [];
  for (let from = 0; from < items.tags.length + items.threads.length; from += TOGETHER) {
    const fromThread = from - items.tags.length;
    const body = {
      revision: next.number,
      tags: items.tags.slice(from, from + TOGETHER),
      threads: items.threads.slice(Math.max(0, fromThread), Math.max(0, fromThread + TOGETHER)),
    };
    facts.push({ type: "TagsCarried", body });
  }
  return facts;
}

type Told = CarriedBody["tags"][number] extends [unknown, ...infer Rest] ? Rest : never;

function told(carried: Carried | undefined): Told {
  if (!carried) throw new Error("Nothing is known of what became of a passage.");
  if (carried.fate === "lost") return ["lost", 0, 0, carried.why];
  const { fate, span } = carried;
  return [fate, span.start, span.end, fate === "altered" ? carried.by : null];
}
