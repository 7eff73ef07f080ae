import { z } from "zod";

import { ArticleDetails, Block, Deadline, Origin, Share } from "./article";
import { CommentId, EvidenceId, NewsroomId, TagId, ThreadId, UserId } from "./ids";
import { CorrectionClass, Override, RuleId, SigningPart } from "./life";
import { Link } from "./link";
import { fact } from "./log";
import { Attributes, Value } from "./scheme";
import { Identity, Imported, Review, Span, Waiver } from "./tag";
import { Addressee, Due, ImportedComment, ImportedThread } from "./thread";
import { Words, line } from "./words";
import { PLACEMENT_WHYS, PLACEMENTS } from "~/core/tag";
import { THREAD_KINDS } from "~/core/thread";

/** The facts of an article as its log holds them. */

const reviewed = { tag: TagId, from: Review, to: Review, reason: Words.nullable() };

const typed = z.strictObject({ type: z.string(), attributes: Attributes });

/** Whom the words name: people and roles that are told of them. */
const mentions = z.array(Addressee);

/** Compact, since a long article has 20,000 of them. */
function carried<Id extends z.ZodType>(id: Id) {
  const offset = z.number().int().nonnegative();
  return z.tuple([id, z.enum(["kept", ...PLACEMENTS]), offset, offset, z.enum(PLACEMENT_WHYS).nullable()]);
}

export const ArticleFact = z.discriminatedUnion("type", [
  fact("ArticleCreated", {
    newsroom: NewsroomId,
    details: ArticleDetails.omit({ title: true }),
    title: Words,
    author: UserId,
    scheme: z.strictObject({ id: z.string(), version: z.number().int() }),
  }),
  /** The article came from a file: its format, the file's SHA-256, when it was exported there, and what it was. */
  fact("ArticleImported", {
    format: line(60),
    sha256: z.string().length(64),
    exportedAt: z.number().int().nullable(),
    origin: Origin.nullable(),
  }),
  fact("RevisionAdded", {
    number: z.number().int().positive(),
    /** Longer than any other words. */
    text: Words.extend({ words: z.string().nullable() }),
    blocks: z.array(Block),
  }),
  /**
   * Where a new revision took the tags and the passages of threads that stood in the one before: id, fate, start and end
   * in the new text (0 where lost), and why. At most 1,000 of both in one event.
   */
  fact("TagsCarried", {
    revision: z.number().int().positive(),
    tags: z.array(carried(TagId)),
    threads: z.array(carried(ThreadId)),
  }),
  fact("TitleChanged", { from: Words, to: Words }),
  fact("DetailChanged", {
    name: ArticleDetails.omit({ title: true }).keyof(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  fact("ArticleArchived", {}),
  fact("ArticleRestored", {}),
  fact("SentToReview", {}),
  fact("SentBack", { reason: Words }),
  /** Signed for the revision of the digest; ready, once no part is missing. */
  fact("SignedOff", {
    parts: z.array(SigningPart).min(1),
    digest: z.string().nullable(),
    ready: z.boolean(),
  }),
  /** Signatures fell: taken back with a reason, or by themselves, by an edit or by what closed those rules. */
  fact("SignOffVoided", { reason: Words.nullable(), rules: z.array(RuleId) }),
  fact("ArticlePublished", { digest: z.string().nullable(), overrides: z.array(Override) }),
  fact("CorrectionBegun", { class: CorrectionClass }),
  fact("CorrectionDropped", { class: CorrectionClass }),
  fact("CorrectionPublished", {
    class: CorrectionClass,
    digest: z.string().nullable(),
    /** For readers: what was wrong, and where. */
    note: Words.nullable(),
    tags: z.array(TagId).max(1_000),
    overrides: z.array(Override),
  }),
  /** What an overridden rule asked for was done; or, with a reason, is owed no longer. */
  fact("DebtSettled", { rule: RuleId, reason: Words.nullable() }),
  fact("PublicationWithdrawn", { reason: Words }),
  fact("ArticleSpiked", { reason: Words }),
  fact("ArticleUnspiked", {}),
  fact("DeadlineSet", { from: Deadline.nullable(), to: Deadline.nullable() }),
  fact("RestrictionSet", { from: z.boolean(), to: z.boolean() }),
  fact("ArticleShared", { share: Share }),
  fact("ArticleUnshared", { share: Share }),
  fact("TagAdded", {
    tag: TagId,
    type: z.string(),
    attributes: Attributes,
    note: Words.nullable(),
    revision: z.number().int().positive(),
    span: Span,
    state: z.enum(["open", "suggested"]),
    schemeVersion: z.number().int(),
    evidence: z.array(EvidenceId),
    imported: Imported.nullable(),
  }),
  fact("TypeChanged", { tag: TagId, from: typed, to: typed }),
  fact("AttributeSet", { tag: TagId, name: z.string(), from: Value.nullable(), to: Value.nullable() }),
  fact("NoteSet", { tag: TagId, from: Words.nullable(), to: Words.nullable() }),
  fact("EdgesMoved", { tag: TagId, from: Span, to: Span }),
  /** A lost tag got words of the present text. */
  fact("TagReattached", { tag: TagId, to: Span }),
  /** Somebody looked at an altered tag and confirmed its new words; or took that back. */
  fact("PlacementSettled", { tag: TagId, settled: z.boolean() }),
  fact("EvidenceAttached", { tag: TagId, evidence: EvidenceId }),
  fact("EvidenceDetached", { tag: TagId, evidence: EvidenceId }),
  fact("TagLinked", { tag: TagId, ...Link.shape }),
  fact("TagUnlinked", { tag: TagId, ...Link.shape }),
  fact("WaiverSet", { tag: TagId, from: Waiver.nullable(), to: Waiver.nullable() }),
  fact("IdentitySet", { tag: TagId, from: Identity.nullable(), to: Identity.nullable() }),
  /** Its next step was given to somebody, taken, or given back. */
  fact("TagAssigned", { tag: TagId, from: UserId.nullable(), to: UserId.nullable() }),
  fact("SuggestionAccepted", reviewed),
  fact("TagChecked", reviewed),
  fact("TagApproved", reviewed),
  fact("TagReopened", reviewed),
  fact("TagWentStale", reviewed),
  fact("TagDismissed", reviewed),
  fact("TagWithdrawn", reviewed),
  fact("TagRestored", reviewed),
  fact("ThreadOpened", {
    thread: ThreadId,
    kind: z.enum(THREAD_KINDS),
    /** The passage, and the tag where it is about one; null for the article as a whole. */
    about: z
      .strictObject({ tag: TagId.nullable(), revision: z.number().int().positive(), span: Span })
      .nullable(),
    comment: CommentId,
    said: Words,
    mentions,
    blocking: z.boolean(),
    addressee: Addressee.nullable(),
    due: Due.nullable(),
    imported: ImportedThread.nullable(),
  }),
  fact("CommentAdded", {
    thread: ThreadId,
    comment: CommentId,
    said: Words,
    mentions,
    /** The thread had been resolved: a reply opens it again. */
    reopens: z.boolean(),
    imported: ImportedComment.nullable(),
  }),
  fact("CommentEdited", { thread: ThreadId, comment: CommentId, from: Words, to: Words, mentions }),
  fact("ThreadResolved", { thread: ThreadId }),
  fact("ThreadReopened", { thread: ThreadId }),
  fact("ThreadWithdrawn", { thread: ThreadId }),
  fact("ThreadRestored", { thread: ThreadId }),
  fact("BlockingSet", { thread: ThreadId, from: z.boolean(), to: z.boolean() }),
  fact("QueryReaddressed", { thread: ThreadId, from: Addressee, to: Addressee }),
  fact("QueryDueSet", { thread: ThreadId, from: Due.nullable(), to: Due.nullable() }),
  /** Words removed from the log: all of those at `ref`, or a passage of a revision, character for character. */
  fact("TextRedacted", {
    ref: z.string().max(200),
    passage: Span.nullable(),
    /** The number of the revision, where it is an earlier one than that which stood. */
    revision: z.number().int().positive().optional(),
    reason: Words,
  }),
]);

/** What happened to an article, before the log has given it a number. */
export type ArticleFact = z.infer<typeof ArticleFact>;
