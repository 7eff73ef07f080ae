import type { Article } from "./article";
import type { ArticleFact } from "./shapes/event";
import type { NewsroomFact } from "./shapes/newsroom";
import { type Actor, can } from "./policy";
import { isWords } from "./words";

/**
 * The audit: everything that happened, by everybody, as the logs hold it. Here stands what it can be narrowed to, and
 * whose words in it somebody may read.
 */

type Type = ArticleFact["type"] | NewsroomFact["type"];

/** What each kind of event is made of. What none of them names is the article's own: its text, its title, its life. */
const TYPES = {
  tagging: [
    "TagAdded",
    "TypeChanged",
    "AttributeSet",
    "NoteSet",
    "EdgesMoved",
    "TagReattached",
    "PlacementSettled",
    "TagLinked",
    "TagUnlinked",
    "SuggestionAccepted",
    "TagDismissed",
    "TagWithdrawn",
    "TagRestored",
  ],
  checking: [
    "EvidenceAttached",
    "EvidenceDetached",
    "EvidenceAdded",
    "EvidenceWithdrawn",
    "FileAttached",
    "TagChecked",
    "TagReopened",
    "TagWentStale",
  ],
  approving: ["TagApproved"],
  threads: [
    "ThreadOpened",
    "CommentAdded",
    "CommentEdited",
    "ThreadResolved",
    "ThreadReopened",
    "ThreadWithdrawn",
    "ThreadRestored",
    "BlockingSet",
    "QueryReaddressed",
    "QueryDueSet",
  ],
  access: [
    "RestrictionSet",
    "ArticleShared",
    "ArticleUnshared",
    "PersonInvited",
    "InvitationRevoked",
    "MemberJoined",
    "PasswordLinkMade",
    "PasswordRenewed",
    "RolesChanged",
    "DesksChanged",
    "MemberDisabled",
  ],
  removing: ["TextRedacted", "FileRemoved", "NewsroomTextRedacted"],
} as const satisfies Record<string, readonly Type[]>;

/** What the audit can be narrowed to; `newsroom` is all that stands in the newsroom's own log. */
export const AUDIT_KINDS = [
  "tagging",
  "checking",
  "approving",
  "threads",
  "article",
  "access",
  "removing",
  "newsroom",
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Which events are of a kind: those of some types, all others of articles, or all of the newsroom's log. */
export type EventsOfKind =
  | { readonly types: readonly string[] }
  | { readonly ofArticlesBut: readonly string[] }
  | { readonly ofNewsroom: true };

/** How a kind of event is known in the logs. */
export function eventsOfKind(kind: AuditKind): EventsOfKind {
  if (kind === "newsroom") return { ofNewsroom: true };
  if (kind === "article") return { ofArticlesBut: Object.values(TYPES).flat() };
  return { types: TYPES[kind] };
}

/** The newsroom's evidence as its log tells of it: whoever may see the evidence may read these. */
export const EVIDENCE_EVENTS: readonly NewsroomFact["type"][] = [
  "EvidenceAdded",
  "EvidenceWithdrawn",
  "FileAttached",
  "FileRemoved",
];

/** Which entries of the newsroom's own log somebody may read. */
export function newsroomLogFor(actor: Actor): "all" | "evidence" | "none" {
  if (can(actor, "read newsroom log").allowed) return "all";
  return can(actor, "view evidence").allowed ? "evidence" : "none";
}

/** Whether the actor may read what was written in an event, beyond that it happened. */
export function mayReadWords(
  actor: Actor,
  { type }: { readonly type: string },
  article: Pick<Article, "author" | "shares"> | null,
): boolean {
  if (article) return can(actor, "read text", { article }).allowed;
  return can(actor, type === "PersonInvited" ? "view members" : "view evidence").allowed;
}

/** A copy of an event's body in which nothing that somebody wrote can be read. */
export function withoutWords(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutWords);
  if (typeof body !== "object" || body === null) return body;
  if (isWords(body)) return { ...body, words: null };
  return Object.fromEntries(Object.entries(body).map(([key, inner]) => [key, withoutWords(inner)]));
}
