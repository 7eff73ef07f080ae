import { z } from "zod";

import { ArticleDetails, Deadline, Origin, Share } from "./article";
import { CommandId, CommentId, EvidenceId, TagId, ThreadId, UserId } from "./ids";
import { CorrectionClass, RuleId } from "./life";
import { Link } from "./link";
import { Attributes, Value } from "./scheme";
import { Finding, Imported, Span } from "./tag";
import { Addressee, AskedRole, CommentText, Due, ImportedComment, ImportedThread } from "./thread";
import { MAX_TEXT } from "~/core/text";
import { THREAD_KINDS } from "~/core/thread";
import { line, Words } from "./words";

/**
 * What people ask of an article. A command that overwrites says what it saw (`from`, `sees`): when that
 * changed meanwhile, the command is refused as a conflict and overwrites nothing.
 */

/** Words as they come in: new ones without a place in the log, or ones just read. */
const Reason = line(2_000, 1);
const typed = z.strictObject({ type: z.string().max(60), attributes: Attributes });
const onTag = { tag: TagId };
/** The verdict that the person had before their eyes: what was found, and when. */
const Seen = z.strictObject({ finding: Finding, at: z.number().int() });
/** The words, and what they were tagged as, that the person had before their eyes. */
const Read = z.strictObject({ type: z.string().max(60), exact: z.string().max(MAX_TEXT) });

/** The revision that the place was chosen in; a later one has other words there, and the command is refused. */
const inRevision = { revision: z.number().int().positive().max(1_000_000).optional() };

const tagCommands = [
  z.strictObject({
    type: z.literal("addTag"),
    ...onTag,
    as: z.string().max(60),
    span: Span,
    attributes: Attributes,
    suggested: z.boolean().optional(),
    ...inRevision,
  }),
  z.strictObject({ type: z.literal("changeType"), ...onTag, from: z.string(), to: typed }),
  z.strictObject({
    type: z.literal("setAttribute"),
    ...onTag,
    name: z.string().max(60),
    from: Value.nullable(),
    to: Value.nullable(),
  }),
  z.strictObject({ type: z.literal("setNote"), ...onTag, from: Words.nullable(), to: Words.nullable() }),
  z.strictObject({ type: z.literal("moveEdges"), ...onTag, from: Span, to: Span, ...inRevision }),
  /** Gives a lost tag words of the present text. */
  z.strictObject({ type: z.literal("reattachTag"), ...onTag, to: Span, ...inRevision }),
  /** Says that an altered tag is right on the words that stand there now. */
  z.strictObject({ type: z.literal("confirmPlacement"), ...onTag }),
  /** Dismisses a lost tag: its words were deleted. */
  z.strictObject({ type: z.literal("retireTag"), ...onTag }),
  z.strictObject({ type: z.literal("attachEvidence"), ...onTag, evidence: EvidenceId }),
  z.strictObject({ type: z.literal("detachEvidence"), ...onTag, evidence: EvidenceId }),
  z.strictObject({ type: z.literal("linkTag"), ...onTag, ...Link.shape }),
  z.strictObject({ type: z.literal("unlinkTag"), ...onTag, ...Link.shape }),
  z.strictObject({ type: z.literal("acceptSuggestion"), ...onTag }),
  z.strictObject({
    type: z.literal("setVerdict"),
    ...onTag,
    sees: Seen.nullable(),
    of: Read.optional(),
    finding: Finding,
    note: line(2_000).nullable(),
  }),
  z.strictObject({ type: z.literal("approveTag"), ...onTag, sees: Seen }),
  z.strictObject({ type: z.literal("reopenTag"), ...onTag, reason: Reason }),
  z.strictObject({ type: z.literal("markStale"), ...onTag, reason: Reason }),
  z.strictObject({ type: z.literal("dismissTag"), ...onTag, reason: Reason }),
  /** Lets a tag stay unchecked, with a reason; null takes that back. */
  z.strictObject({ type: z.literal("waiveTag"), ...onTag, reason: Reason.nullable() }),
  /** Says that one knows who the anonymous source is; null takes that back. */
  z.strictObject({
    type: z.literal("vouchIdentity"),
    ...onTag,
    to: z.strictObject({ secondSource: z.boolean() }).nullable(),
  }),
  /** Says whose work the next step is: one's own, somebody else's, nobody's yet. */
  z.strictObject({
    type: z.literal("assignTag"),
    ...onTag,
    from: UserId.nullable(),
    to: UserId.nullable(),
  }),
  z.strictObject({ type: z.literal("withdrawTag"), ...onTag }),
  z.strictObject({ type: z.literal("restoreTag"), ...onTag }),
] as const;

const TagCommand = z.discriminatedUnion("type", tagCommands);
export type TagCommand = z.infer<typeof TagCommand>;

const onThread = { thread: ThreadId };

/** What a thread is to be about: a tag, a passage of the text, or the article as a whole. */
const Topic = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("tag"), tag: TagId }),
  z.strictObject({ on: z.literal("passage"), span: Span, ...inRevision }),
  z.strictObject({ on: z.literal("article") }),
]);
export type Topic = z.infer<typeof Topic>;

const threadCommands = [
  z.strictObject({
    type: z.literal("openThread"),
    ...onThread,
    comment: CommentId,
    kind: z.enum(THREAD_KINDS),
    about: Topic,
    words: CommentText,
    blocking: z.boolean(),
    /** Of a query; null for a comment. */
    addressee: Addressee.nullable(),
    due: Due.nullable(),
  }),
  z.strictObject({
    type: z.literal("addComment"),
    ...onThread,
    comment: CommentId,
    words: CommentText,
    /** It settles the matter, as the answer to a query does. */
    resolves: z.boolean(),
  }),
  z.strictObject({
    type: z.literal("editComment"),
    ...onThread,
    comment: CommentId,
    from: Words,
    to: CommentText,
  }),
  z.strictObject({ type: z.literal("resolveThread"), ...onThread }),
  z.strictObject({ type: z.literal("reopenThread"), ...onThread }),
  z.strictObject({ type: z.literal("withdrawThread"), ...onThread }),
  z.strictObject({ type: z.literal("setBlocking"), ...onThread, to: z.boolean() }),
  z.strictObject({ type: z.literal("readdressQuery"), ...onThread, from: Addressee, to: Addressee }),
  z.strictObject({ type: z.literal("setDue"), ...onThread, from: Due.nullable(), to: Due.nullable() }),
] as const;

export type ThreadCommand = z.infer<(typeof threadCommands)[number]>;

/** The text that the person had before their eyes. */
const seesText = { sees: z.string().nullable() };

const overrides = z.array(z.strictObject({ rule: RuleId, reason: Reason, due: Deadline })).max(8);

const lifeCommands = [
  z.strictObject({ type: z.literal("sendToReview") }),
  z.strictObject({ type: z.literal("sendBack"), reason: Reason }),
  z.strictObject({ type: z.literal("signOff"), ...seesText }),
  z.strictObject({ type: z.literal("recall"), reason: Reason }),
  z.strictObject({ type: z.literal("publish"), ...seesText, overrides }),
  z.strictObject({ type: z.literal("beginCorrection"), class: CorrectionClass }),
  z.strictObject({ type: z.literal("dropCorrection") }),
  z.strictObject({
    type: z.literal("publishCorrection"),
    ...seesText,
    note: Reason.nullable(),
    tags: z.array(TagId).max(1_000),
    overrides,
  }),
  z.strictObject({ type: z.literal("settleDebt"), rule: RuleId, reason: Reason }),
  z.strictObject({ type: z.literal("withdrawArticle"), reason: Reason }),
  z.strictObject({ type: z.literal("spikeArticle"), reason: Reason }),
  z.strictObject({ type: z.literal("unspikeArticle") }),
  z.strictObject({ type: z.literal("archiveArticle") }),
  z.strictObject({ type: z.literal("restoreArticle") }),
  z.strictObject({
    type: z.literal("setDeadline"),
    from: Deadline.nullable(),
    to: Deadline.nullable(),
  }),
] as const;

/** Commands that lead an article through its life. */
export type LifeCommand = z.infer<(typeof lifeCommands)[number]>;

/** What Galley itself asks after a desk's rules were changed: whether what was signed off still stands. */
const RecheckGate = z.strictObject({ type: z.literal("recheckGate") });

const articleCommands = [
  z.strictObject({
    type: z.literal("changeDetail"),
    name: ArticleDetails.keyof(),
    from: z.string().nullable(),
    to: z.string().max(2_000).nullable(),
  }),
  z.strictObject({ type: z.literal("restrictArticle"), restricted: z.boolean() }),
  z.strictObject({ type: z.literal("shareArticle"), share: Share }),
  z.strictObject({ type: z.literal("unshareArticle"), share: Share }),
  z.strictObject({
    type: z.literal("redact"),
    ref: z.string().max(200),
    passage: Span.nullable(),
    reason: Reason,
  }),
  /** Takes back, or does again, everything that one of the actor's own commands did. */
  z.strictObject({ type: z.literal("undo"), command: CommandId }),
] as const;

/** A command that the browser may send to an article that is there. */
export const ArticleCommand = z.discriminatedUnion("type", [
  ...tagCommands,
  ...threadCommands,
  ...lifeCommands,
  ...articleCommands,
  RecheckGate,
  /** Many things at once, all or none. */
  z.strictObject({ type: z.literal("several"), items: z.array(TagCommand).min(1).max(1_000) }),
]);
export type ArticleCommand = z.infer<typeof ArticleCommand>;

/** A tag as a file brings it. */
const ImportedTag = z.strictObject({
  tag: TagId,
  as: z.string().max(60),
  span: Span,
  attributes: Attributes,
  note: line(10_000).nullable(),
  evidence: z.array(EvidenceId),
  /** To tags of the same file. */
  links: z.array(Link),
  imported: Imported,
});

/** A thread as a file brings it, with everything that was said in it. */
const ImportedThreadIn = z.strictObject({
  ...onThread,
  kind: z.enum(THREAD_KINDS),
  about: Topic,
  comments: z
    .array(z.strictObject({ comment: CommentId, words: CommentText, imported: ImportedComment }))
    .min(1),
  blocking: z.boolean(),
  /** A role, for a query that was put to one; whoever imports it is asked otherwise. */
  role: AskedRole.nullable(),
  due: Due.nullable(),
  imported: ImportedThread.pick({ addressee: true, resolved: true }),
});

/** The command that makes an article; only the server's own ways in (paste, upload, import) make it. */
export const CreateArticle = z.strictObject({
  type: z.literal("createArticle"),
  details: ArticleDetails,
  text: z.string(),
  /** Where it came from a file with tags. */
  file: z
    .strictObject({
      format: line(60),
      sha256: z.string().length(64),
      exportedAt: z.number().int().nullable(),
      origin: Origin.nullable(),
      /** Only the named may see it, as where it came from. */
      restricted: z.boolean(),
      tags: z.array(ImportedTag),
      threads: z.array(ImportedThreadIn),
    })
    .nullable(),
});
export type CreateArticle = z.infer<typeof CreateArticle>;

/** The command that gives an article its next text; only the server's own ways in make it. */
export const AddRevision = z.strictObject({
  type: z.literal("addRevision"),
  text: z.string(),
  ...seesText,
});
export type AddRevision = z.infer<typeof AddRevision>;

export type AnyArticleCommand = ArticleCommand | CreateArticle | AddRevision;
