import * as words from "~/app/_lib/words";
import { unreachable } from "~/core/errors";
import type { ArticleEvent, ReviewFact } from "~/core/event";
import type { EvidenceId, TagId, UserId } from "~/core/ids";
import { type Attributes, readValue, type Scheme, type Value } from "~/core/scheme";
import type { Span } from "~/core/tag";
import type { Deed } from "~/core/undo-stack";
import { isWords, type Words } from "~/core/words";
import { tellOfLife } from "./life-sentences";
import { tellOfThread } from "./thread-sentences";

/** What happened, as the history tells it: a sentence that follows the actor's name, and what belongs to it. */
export interface Told {
  readonly says: string;
  readonly details: readonly Detail[];
}

/** Something that was written or left: free text, which may have been removed, or plain words. */
export interface Detail {
  readonly label: string;
  readonly words: Words | string;
}

/** What the sentences need to know of the world: names for ids, and the scheme. */
export interface Known {
  readonly scheme: Scheme;
  readonly person: (id: UserId) => string;
  readonly evidence: (id: EvidenceId) => string;
  /** The tag's type by name, as it is now. */
  readonly typeOf: (id: TagId) => string | null;
  /** The words that the tag stands on now. */
  readonly wordsOf: (id: TagId) => string | null;
  /** The words of a span, where the text that it lay in is the one that is shown. */
  readonly passage: (event: ArticleEvent, span: Span) => string | null;
}

const { did, label, detail } = words.history;
const life = words.life.did;

/** The event as a sentence. */
export function tell(event: ArticleEvent, known: Known): Told {
  switch (event.type) {
    case "ArticleCreated":
      return told(did.created, held(label.title, event.body.title));
    case "ArticleImported": {
      const { format, origin } = event.body;
      return told(
        did.imported(format),
        held(label.formerly, origin && `${origin.author}, ${origin.newsroom}`),
      );
    }
    case "RevisionAdded":
      return told(did.revision(event.body.number));
    case "TagsCarried":
      return told(carried(event.body));
    case "TagReattached":
      return told(did.reattached, held(label.now, known.passage(event, event.body.to)));
    case "PlacementSettled":
      return told(event.body.settled ? did.placementConfirmed : did.placementOpen);
    case "TitleChanged":
      return told(did.title, beforeAndNow(event.body));
    case "DetailChanged":
      return told(detailChanged(event.body));
    case "SentToReview":
    case "SentBack":
    case "SignedOff":
    case "SignOffVoided":
    case "ArticlePublished":
    case "CorrectionBegun":
    case "CorrectionDropped":
    case "CorrectionPublished":
    case "DebtSettled":
    case "PublicationWithdrawn":
    case "ArticleSpiked":
    case "ArticleUnspiked":
    case "ArticleArchived":
    case "ArticleRestored":
    case "DeadlineSet":
      return tellOfLife(event);
    case "RestrictionSet":
      return told(event.body.to ? did.restricted : did.unrestricted);
    case "ArticleShared": {
      const { person, as } = event.body.share;
      return told((as === "assigned" ? did.assigned : did.shared)(known.person(person)));
    }
    case "ArticleUnshared":
      return told(did.unshared(known.person(event.body.share.person)));
    case "TagAdded":
      return added(event.body, known);
    case "TypeChanged": {
      const { from, to } = event.body;
      const says = did.type(typeIn(known.scheme, from.type).label, typeIn(known.scheme, to.type).label);
      return told(says, attributeDetails(known.scheme, to.type, to.attributes));
    }
    case "AttributeSet":
      return attributeSet(event.body, known);
    case "NoteSet": {
      const { from, to } = event.body;
      const says = to === null ? did.noteTaken : from === null ? did.noted : did.noteChanged;
      return told(says, beforeAndNow({ from, to }));
    }
    case "EdgesMoved": {
      const shown = (span: Span) => known.passage(event, span);
      return told(did.edges, beforeAndNow({ from: shown(event.body.from), to: shown(event.body.to) }));
    }
    case "EvidenceAttached":
      return told(did.attached(known.evidence(event.body.evidence)));
    case "EvidenceDetached":
      return told(did.detached(known.evidence(event.body.evidence)));
    case "TagLinked":
      return link(did.linked, event.body, known);
    case "TagUnlinked":
      return link(did.unlinked, event.body, known);
    case "WaiverSet": {
      const { to } = event.body;
      return to ? told(life.waived, held(label.reason, to.reason)) : told(life.waiverTaken);
    }
    case "IdentitySet": {
      const { to } = event.body;
      return told(to ? (to.secondSource ? life.vouchedTwo : life.vouched) : life.vouchTaken);
    }
    case "TagAssigned":
      return told(assigning(event, known));
    case "SuggestionAccepted":
      return reviewed(did.accepted, event.body);
    case "TagChecked":
      return checked(event.body);
    case "TagApproved":
      return reviewed(event.body.to.approval?.self ? did.approvedOwn : did.approved, event.body);
    case "TagReopened":
      return reopened(event.body);
    case "TagWentStale":
      return reviewed(did.stale, event.body);
    case "TagDismissed":
      return reviewed(did.dismissed, event.body);
    case "TagWithdrawn":
      return reviewed(did.withdrawn, event.body);
    case "TagRestored": {
      const state = words.margin.state[event.body.to.state];
      return reviewed(event.undoes === null ? did.restored : did.putBack(state), event.body);
    }
    case "ThreadOpened":
    case "CommentAdded":
    case "CommentEdited":
    case "ThreadResolved":
    case "ThreadReopened":
    case "ThreadWithdrawn":
    case "ThreadRestored":
    case "BlockingSet":
    case "QueryReaddressed":
    case "QueryDueSet":
      return tellOfThread(event, known);
    case "TextRedacted": {
      const { passage, reason } = event.body;
      const says = passage ? did.removedPassage(passage.end - passage.start) : did.removedWords;
      return told(says, held(label.reason, reason));
    }
    default:
      return unreachable(event);
  }
}

/** What a command did, in one sentence: to one tag as the event is told, to many with their number. */
export function tellDeed({ first, tags, alike }: Deed, known: Known): string {
  if (tags === 1) return tell(first, known).says;
  return (alike ? tellMany(first, tags, known) : null) ?? did.many.changed(tags);
}

/** The same done to many tags; null for what is told no better than as a change. */
function tellMany(event: ArticleEvent, count: number, known: Known): string | null {
  switch (event.type) {
    case "TagAdded":
      return did.many.added(count, pluralIn(known.scheme, event.body.type));
    case "TypeChanged":
      return did.many.type(count, pluralIn(known.scheme, event.body.to.type));
    case "AttributeSet":
      return did.many.set(
        count,
        attributeSet({ ...event.body, from: event.body.to === null ? event.body.from : null }, known).says,
      );
    case "TagDismissed":
      return did.many.dismissed(count);
    case "TagWithdrawn":
      return did.many.withdrawn(count);
    case "TagApproved":
      return did.many.approved(count);
    case "SuggestionAccepted":
      return did.many.accepted(count);
    default:
      return null;
  }
}

function pluralIn({ types }: Scheme, name: string): string {
  return (types.find((type) => type.name === name)?.plural ?? name).toLowerCase();
}

function told(says: string, ...details: (readonly Detail[])[]): Told {
  return { says, details: details.flat() };
}

/** A detail, where there is something to show. */
function held(name: string, text: Words | string | null): Detail[] {
  return text === null ? [] : [{ label: name, words: text }];
}

function beforeAndNow({ from, to }: Record<"from" | "to", Words | string | null>): Detail[] {
  return [...held(label.before, from), ...held(label.now, to)];
}

type BodyOf<Type extends ArticleEvent["type"]> = Extract<ArticleEvent, { type: Type }>["body"];

function added({ type, attributes, note, state, imported }: BodyOf<"TagAdded">, { scheme }: Known): Told {
  const verb = imported ? did.broughtIn : state === "suggested" ? did.suggested : did.tagged;
  return told(
    verb(typeIn(scheme, type).label),
    attributeDetails(scheme, type, attributes),
    held(label.note, note),
    held(label.formerly, imported && imported.author),
    held(label.verdictNote, imported?.verdict?.note ?? null),
  );
}

function link(verb: (kind: string) => string, { kind, target }: BodyOf<"TagLinked">, known: Known): Told {
  const kinds = known.scheme.types.flatMap((type) => type.links);
  const called = kinds.find(({ name }) => name === kind)?.label ?? kind;
  return told(verb(called), held(label.otherTag, known.wordsOf(target)));
}

type ReviewBody = ReviewFact["body"];

function reviewed(says: string, { reason }: ReviewBody): Told {
  return told(says, held(label.reason, reason));
}

function checked({ from, to, reason }: ReviewBody): Told {
  const was = from.verdict && words.margin.finding[from.verdict.finding];
  const is = to.verdict ? words.margin.finding[to.verdict.finding] : "";
  const says = was === null ? did.checked(is) : was === is ? did.confirmedAgain(is) : did.rechecked(was, is);
  return told(says, held(label.verdictNote, to.verdict?.note ?? null), held(label.reason, reason));
}

/** A reopening without a reason came by itself, with a material change. */
function reopened({ from, reason }: ReviewBody): Told {
  const finding = from.verdict && words.margin.finding[from.verdict.finding];
  if (finding === null) return told(did.reopenedPlain, held(label.reason, reason));
  const says = reason === null ? did.reopenedBySelf(finding) : did.reopened(finding);
  return told(says, held(label.reason, reason), held(label.verdictNote, from.verdict?.note ?? null));
}

/** How many tags and passages went where; what none of them did goes unsaid. */
function carried({ revision, tags, threads }: BodyOf<"TagsCarried">): string {
  const counts = new Map<keyof typeof did.fates, number>();
  for (const [, fate] of [...tags, ...threads]) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  const parts = [...counts].map(([fate, count]) => `${count} ${did.fates[fate]}`);
  return did.carried(revision, parts.join(", "));
}

function detailChanged({ name, from, to }: BodyOf<"DetailChanged">): string {
  // A desk is known here by its id alone.
  if (name === "desk") return to === null ? did.deskTaken : did.deskGiven;
  const read = (value: string) =>
    name === "direction" && (value === "ltr" || value === "rtl") ? detail[value] : value;
  if (to === null) return did.detailTaken(detail[name], read(from ?? ""));
  if (from === null) return did.detailSet(detail[name], read(to));
  return did.detailChanged(detail[name], read(from), read(to));
}

function attributeSet({ tag, name, from, to }: BodyOf<"AttributeSet">, known: Known): Told {
  const attribute = attributeIn(known, tag, name);
  const called = attribute?.label ?? name;
  if (isWords(from) || isWords(to)) {
    const text = (value: Value | null) => (isWords(value) ? value : null);
    return told(did.wrote(called), beforeAndNow({ from: text(from), to: text(to) }));
  }
  const read = (value: string | boolean) => (attribute ? readValue(attribute, value) : String(value));
  if (to === null) return told(did.emptied(called, from === null ? "" : read(from)));
  return told(from === null ? did.set(called, read(to)) : did.changed(called, read(from), read(to)));
}

/** The attribute as the tag's present type has it, else as any type has it: the type may have changed since. */
function attributeIn({ scheme, typeOf }: Known, tag: TagId, name: string) {
  const present = scheme.types.filter((type) => type.name === typeOf(tag));
  return [...present, ...scheme.types]
    .flatMap((type) => type.attributes)
    .find((attribute) => attribute.name === name);
}

function typeIn(scheme: Scheme, name: string) {
  return scheme.types.find((type) => type.name === name) ?? { label: name, attributes: [] };
}

function attributeDetails(scheme: Scheme, type: string, attributes: Attributes): Detail[] {
  return typeIn(scheme, type).attributes.flatMap((attribute) => {
    const value = attributes[attribute.name];
    if (value === undefined) return [];
    return held(attribute.label, isWords(value) ? value : readValue(attribute, value));
  });
}

function assigning(
  { actor, body: { from, to } }: ArticleEvent & { type: "TagAssigned" },
  known: Known,
): string {
  if (to !== null) return to === actor ? did.taken : did.given(known.person(to));
  return from === null || from === actor ? did.givenBack : did.takenOff(known.person(from));
}
