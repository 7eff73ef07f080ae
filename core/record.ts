import { EMPTY_SLICE, type Revision, type Slice, textOf } from "./article";
import type { ArticleEvent } from "./event";
import { fold } from "./evolve";
import type { EvidenceId, TagId, ThreadId } from "./ids";
import { sentenceAt } from "./sentences";
import type { Approval, Span, Tag, Verdict } from "./tag";

/**
 * The record of a tag, folded from its article's log: how its sentence read when it was checked and approved, by whom,
 * on what evidence, and what happened to it after.
 */

/** A sentence as it read at some moment, with the words of the tag in it; several where the words run over more. */
export interface Reading {
  /** The number of the revision, and the salted digest by which the log knows its text. */
  readonly revision: number;
  readonly digest: string | null;
  readonly sentence: string;
  /** The tag's words, in UTF-16 code units into `sentence`, end exclusive. */
  readonly words: Span;
  /** When something of the sentence was removed from the record; null where all of it is as it was written. */
  readonly removedAt: number | null;
}

/** A verdict, what it rested on, and the sentence that it was about. */
export interface VerdictOnRecord {
  readonly event: ArticleEvent;
  readonly verdict: Verdict;
  readonly evidence: readonly EvidenceId[];
  readonly reading: Reading;
  /** The number of the event that took it back by undo. */
  readonly undoneBy: number | null;
}

/** An approval, the verdict that it approved, and the sentence as it read then. */
export interface ApprovalOnRecord extends VerdictOnRecord {
  readonly approval: Approval;
}

/** The tag's words before its edges were moved, and after. */
export interface MovedWords {
  readonly seq: number;
  readonly from: string;
  readonly to: string;
}

export interface TagRecord {
  readonly tag: Tag;
  readonly moved: readonly MovedWords[];
  /** The sentence as it reads now. */
  readonly now: Reading;
  /** In the order in which they were set. */
  readonly verdicts: readonly VerdictOnRecord[];
  readonly approvals: readonly ApprovalOnRecord[];
  /** Up to the last approval, else the last verdict, else the tag's making; and what came after that. */
  readonly before: readonly ArticleEvent[];
  readonly after: readonly ArticleEvent[];
  /** Those of them that changed the tag or its sentence; not what was said of it, or that the article was published. */
  readonly changedAfter: readonly ArticleEvent[];
}

type Removal = ArticleEvent & { type: "TextRedacted" };

/**
 * The record of a tag; null where the log knows no such tag.
 * @param events the article's whole log in order, with the texts of revisions
 */
export function recordOf(events: readonly ArticleEvent[], id: TagId): TagRecord | null {
  const removals = events.filter((event) => event.type === "TextRedacted");
  const undoneBy = new Map(events.map(({ undoes, seq }) => [undoes, seq]));
  const revisions = new Map<number, Revision>();
  const threads = new Set<ThreadId>();
  const about: ArticleEvent[] = [];
  const changes = new Set<ArticleEvent>();
  const verdicts: VerdictOnRecord[] = [];
  const approvals: ApprovalOnRecord[] = [];
  const moved: MovedWords[] = [];
  let slice = EMPTY_SLICE;
  const reading = (tag: Tag) =>
    readingOf(tag, { revisions, removals, language: slice.article?.language ?? "" });
  for (const event of events) {
    if (event.type === "ThreadOpened" && event.body.about?.tag === id) threads.add(event.body.thread);
    const was = slice.tags.get(id);
    // Threads change neither words nor verdicts.
    const next = "thread" in event.body ? slice : fold(slice, withoutThreads(event));
    const tag = next.tags.get(id);
    const isTouched = was !== tag || slice.revision !== next.revision;
    const read = was && isTouched ? reading(was) : null;
    slice = next;
    if (slice.revision) revisions.set(slice.revision.number, slice.revision);
    if (!tag) continue;
    if (isAbout(event, { id, threads, own: about, isIn: (removal) => isIn(removal, reading(tag)) }))
      about.push(event);
    if (was && read && (isOther(was, tag) || read.sentence !== reading(tag).sentence)) changes.add(event);
    if (event.type === "EdgesMoved" && event.body.tag === id) moved.push(movedWords(event, slice));
    const set = verdictSet(event, id);
    if (!set) continue;
    const { evidence } = tag;
    const at = {
      event,
      verdict: set.verdict,
      evidence,
      reading: reading(tag),
      undoneBy: undoneBy.get(event.seq) ?? null,
    };
    if (set.approval) approvals.push({ ...at, approval: set.approval });
    else verdicts.push(at);
  }
  const tag = slice.tags.get(id);
  const [made] = about;
  if (!tag || !made) return null;
  const { seq } = (approvals.at(-1) ?? verdicts.at(-1))?.event ?? made;
  return {
    tag,
    moved,
    now: reading(tag),
    verdicts,
    approvals,
    before: about.filter((event) => event.seq <= seq),
    after: about.filter((event) => event.seq > seq),
    changedAfter: about.filter((event) => event.seq > seq && changes.has(event)),
  };
}

/** Whether a tag says something else than it did, or of other words. */
function isOther(was: Tag, is: Tag): boolean {
  if (was.anchor.exact !== is.anchor.exact) return true;
  return (["type", "attributes", "note", "review", "evidence", "links"] as const).some(
    (part) => was[part] !== is[part],
  );
}

function movedWords({ seq, body }: ArticleEvent & { type: "EdgesMoved" }, slice: Slice): MovedWords {
  const [from, to] = [body.from, body.to].map(({ start, end }) => textOf(slice).slice(start, end));
  return { seq, from: from ?? "", to: to ?? "" };
}

/** What a new text did with the passages of threads is left out, as they are. */
function withoutThreads(event: ArticleEvent): ArticleEvent {
  return event.type === "TagsCarried" ? { ...event, body: { ...event.body, threads: [] } } : event;
}

/** The verdict that an event set on the tag, or approved; what an undo puts back was set before. */
function verdictSet(event: ArticleEvent, id: TagId): { verdict: Verdict; approval: Approval | null } | null {
  if (event.type !== "TagChecked" && event.type !== "TagApproved") return null;
  const { tag, to } = event.body;
  return tag === id && to.verdict ? { verdict: to.verdict, approval: to.approval } : null;
}

interface Whereabouts {
  readonly id: TagId;
  /** Those about the tag. */
  readonly threads: ReadonlySet<ThreadId>;
  /** What happened to it before. */
  readonly own: readonly ArticleEvent[];
  /** Whether a removal took something out of its sentence. */
  readonly isIn: (removal: Removal) => boolean;
}

/** Whether an event did something to the tag, to what is said of it, or to the text that it stands in. */
function isAbout(event: ArticleEvent, { id, threads, own, isIn: isInSentence }: Whereabouts): boolean {
  if ("thread" in event.body && threads.has(event.body.thread)) return true;
  if (event.type === "RevisionAdded" || names(event.body, id)) return true;
  if (event.type !== "TextRedacted") return false;
  const { ref, passage } = event.body;
  // `12/reason` is a place in event 12.
  return passage ? isInSentence(event) : own.some(({ seq }) => ref.startsWith(`${seq}/`));
}

function names(value: unknown, id: string): boolean {
  if (typeof value === "string") return value === id;
  return (
    typeof value === "object" && value !== null && Object.values(value).some((inner) => names(inner, id))
  );
}

function isIn({ body: { ref, passage } }: Removal, { ref: read, at }: Pick<Placed, "ref" | "at">): boolean {
  return ref === read && passage !== null && passage.start < at.end && passage.end > at.start;
}

/** A reading with its place in its revision, and the place of that in the log. */
interface Placed extends Reading {
  readonly at: Span;
  readonly ref: string;
}

function readingOf(
  { id, anchor }: Tag,
  {
    revisions,
    removals,
    language,
  }: { revisions: ReadonlyMap<number, Revision>; removals: readonly Removal[]; language: string },
): Placed {
  const revision = revisions.get(anchor.revision);
  if (!revision) throw new Error(`Tag ${id} stands in a text that the log lacks.`);
  const { text, ref, number, digest } = revision;
  const at = {
    start: Math.min(anchor.start, sentenceAt(text, anchor.start, language).start),
    end: Math.max(anchor.end, sentenceAt(text, anchor.end - 1, language).end),
  };
  return {
    revision: number,
    digest,
    sentence: text.slice(at.start, at.end),
    words: { start: anchor.start - at.start, end: anchor.end - at.start },
    removedAt: removals.findLast((removal) => isIn(removal, { ref, at }))?.at ?? null,
    at,
    ref,
  };
}
