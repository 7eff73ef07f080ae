import { checkSpan } from "./anchor";
import { type Article, type Slice, textOf } from "./article";
import type { TagCommand } from "./shapes/command";
import type { Circumstances, Decision } from "./decide";
import { DomainError, unreachable } from "./errors";
import type { ArticleFact } from "./event";
import { misfits } from "./link";
import { mustBeAllowed } from "./policy";
import {
  applicableAttributes,
  type Attributes,
  gradesOf,
  parseAttributes,
  parseValue,
  sameValue,
  typeNamed,
} from "./scheme";
import { isAltered, isLost, isStanding, type Span, type Tag } from "./tag";
import { sameWords, wordsOf } from "./words";

/**
 * What tagging commands come to: adding a tag and changing what it says. A material change of a tag that
 * was checked opens it again, in the same decision.
 */

export type TaggingCommand = Extract<
  TagCommand,
  {
    type:
      | "addTag"
      | "changeType"
      | "setAttribute"
      | "setNote"
      | "moveEdges"
      | "attachEvidence"
      | "detachEvidence";
  }
>;

/** @throws DomainError as `decide` */
export function decideTag(
  slice: Slice,
  article: Article,
  command: TaggingCommand,
  c: Circumstances,
): Decision {
  const verb = command.type === "addTag" && command.suggested ? "suggest" : "tag";
  const as = mustBeAllowed(c.actor, verb, { article });
  if (command.type === "addTag") return { as, facts: [add(slice, command, c)] };
  const tag = standingTag(slice, command.tag);
  const fact = change(slice, tag, command, c);
  if (!fact) return { as, facts: [] };
  const facts = [...before(fact, slice, c), fact, ...following(fact, tag, c)];
  const all = withReopening(tag, facts, c);
  // Whoever may not dismiss what was found wrong cannot make it something else either.
  const losesFinding =
    all.some(({ type }) => type === "TagReopened") && tag.review.verdict?.finding === "wrong";
  if (losesFinding) mustBeAllowed(c.actor, "dismiss a checked tag", { article });
  return { as, facts: all };
}

/** The tag, if it is there and neither dismissed nor withdrawn. @throws DomainError not-found, illegal-state */
export function standingTag(slice: Slice, id: Tag["id"]): Tag {
  const tag = anyTag(slice, id);
  if (!isStanding(tag)) {
    throw new DomainError(
      "illegal-state",
      `This tag was ${tag.review.state}. Restore it, then it can be changed.`,
      tag.review.state,
    );
  }
  return tag;
}

/** The tag, whatever became of it. @throws DomainError not-found */
export function anyTag(slice: Slice, id: Tag["id"]): Tag {
  const tag = slice.tags.get(id);
  if (!tag) throw new DomainError("not-found", "There is no such tag in this article.");
  return tag;
}

function add(slice: Slice, command: TaggingCommand & { type: "addTag" }, c: Circumstances): ArticleFact {
  const type = typeNamed(c.scheme, command.as);
  if (slice.tags.has(command.tag))
    throw new DomainError("conflict", "This tag is already here.", command.tag);
  mustStandIn(slice, command.revision);
  checkSpan(textOf(slice), command.span);
  refuseTwin(slice, command.tag, type.name, command.span);
  return {
    type: "TagAdded",
    body: {
      tag: command.tag,
      type: type.name,
      attributes: parseAttributes(type, command.attributes),
      note: null,
      revision: slice.revision?.number ?? 1,
      span: { start: command.span.start, end: command.span.end },
      state: command.suggested ? "suggested" : "open",
      schemeVersion: c.scheme.version,
      evidence: [],
      imported: null,
    },
  };
}

/** Refuses a place that was chosen in another revision than the one that stands. @throws DomainError conflict */
export function mustStandIn({ revision }: Slice, chosenIn: number | undefined): void {
  if (chosenIn === undefined || chosenIn === revision?.number) return;
  throw new DomainError(
    "conflict",
    "The text was changed meanwhile, so other words stand there now. Choose the words again.",
    revision?.number,
  );
}

/** Refuses a tag whose words were lost, for what needs them. @throws DomainError illegal-state */
export function mustHaveWords(tag: Tag): void {
  if (!isLost(tag)) return;
  throw new DomainError(
    "illegal-state",
    "The words of this tag were lost in a new revision. Attach it to words of the present text, or retire it.",
    tag.placement,
  );
}

/**
 * The identical span and type twice is refused; the conflict's value is the tag that is there. What stands in an
 * earlier revision is nobody's twin.
 */
export function refuseTwin(
  slice: Slice,
  id: Tag["id"],
  type: string,
  { start, end, revision }: Span & { readonly revision?: number },
): void {
  const present = slice.revision?.number;
  if (revision !== undefined && revision !== present) return;
  for (const tag of slice.tags.values()) {
    if (tag.anchor.revision !== present) continue;
    const twin = tag.id !== id && tag.type === type && tag.anchor.start === start && tag.anchor.end === end;
    if (twin && isStanding(tag)) {
      throw new DomainError("conflict", "These words have this tag already; it is open now.", tag.id);
    }
  }
}

/** The fact that the command comes to, or null when it changes nothing. */
function change(
  slice: Slice,
  tag: Tag,
  command: Exclude<TaggingCommand, { type: "addTag" }>,
  c: Circumstances,
): ArticleFact | null {
  switch (command.type) {
    case "changeType": {
      const type = typeNamed(c.scheme, command.to.type);
      if (tag.type !== command.from)
        throw new DomainError("conflict", "Somebody changed the type meanwhile.", tag.type);
      if (tag.type === type.name) return null;
      refuseTwin(slice, tag.id, type.name, tag.anchor);
      const to = { type: type.name, attributes: parseAttributes(type, command.to.attributes) };
      return {
        type: "TypeChanged",
        body: { tag: tag.id, from: { type: tag.type, attributes: tag.attributes }, to },
      };
    }
    case "setAttribute": {
      const type = typeNamed(c.scheme, tag.type);
      const attribute = type.attributes.find(({ name }) => name === command.name);
      const to = parseValue(type, command.name, command.to);
      if (!attribute || !applicableAttributes(type, tag.attributes).includes(attribute)) {
        throw new DomainError(
          "illegal-state",
          `${attribute?.label ?? command.name} does not apply to this tag as it is.`,
        );
      }
      const present = tag.attributes[command.name] ?? null;
      if (sameValue(present, to)) return null;
      if (!sameValue(present, command.from)) {
        throw new DomainError(
          "conflict",
          `Somebody changed ${attribute.label.toLowerCase()} meanwhile.`,
          present,
        );
      }
      return { type: "AttributeSet", body: { tag: tag.id, name: command.name, from: present, to } };
    }
    case "setNote": {
      if (sameWords(tag.note, command.to)) return null;
      if (!sameWords(tag.note, command.from)) {
        throw new DomainError("conflict", "Somebody changed the note meanwhile.", tag.note);
      }
      if (command.to?.words === null)
        throw new DomainError("bad-input", "A note has words, or there is none.");
      const to = command.to === null ? null : wordsOf(command.to.words);
      return { type: "NoteSet", body: { tag: tag.id, from: tag.note, to } };
    }
    case "moveEdges": {
      const { start, end } = tag.anchor;
      if (start === command.to.start && end === command.to.end) return null;
      if (start !== command.from.start || end !== command.from.end) {
        throw new DomainError("conflict", "Somebody moved the edges meanwhile.", { start, end });
      }
      mustHaveWords(tag);
      mustStandIn(slice, command.revision);
      checkSpan(textOf(slice), command.to);
      refuseTwin(slice, tag.id, tag.type, command.to);
      return { type: "EdgesMoved", body: { tag: tag.id, from: { start, end }, to: command.to } };
    }
    case "attachEvidence": {
      if (!c.known.evidence.has(command.evidence)) {
        throw new DomainError(
          "not-found",
          "There is no such evidence in this newsroom, or it was withdrawn.",
        );
      }
      if (tag.evidence.includes(command.evidence)) return null;
      return { type: "EvidenceAttached", body: { tag: tag.id, evidence: command.evidence } };
    }
    case "detachEvidence": {
      if (!tag.evidence.includes(command.evidence)) return null;
      if (tag.review.state === "checked" || tag.review.state === "approved") {
        throw new DomainError(
          "illegal-state",
          "The verdict rests on this evidence. Reopen the tag, then it can be taken off.",
        );
      }
      return { type: "EvidenceDetached", body: { tag: tag.id, evidence: command.evidence } };
    }
    default:
      return unreachable(command);
  }
}

/** True for a change of edges, type or an attribute that the scheme calls material. */
function isMaterial(fact: ArticleFact, tag: Tag, c: Pick<Circumstances, "scheme">): boolean {
  if (fact.type === "TypeChanged" || fact.type === "EdgesMoved") return true;
  if (fact.type !== "AttributeSet") return false;
  const type = typeNamed(c.scheme, tag.type);
  return type.attributes.some(({ name, material }) => material && name === fact.body.name);
}

/** What has to go first: links that do not fit a tag of the new type. */
function before(fact: ArticleFact, slice: Slice, { scheme }: Circumstances): ArticleFact[] {
  if (fact.type !== "TypeChanged") return [];
  const { tag, to } = fact.body;
  const lost = misfits(slice.tags, scheme, ({ id, type }) => (id === tag ? to.type : type));
  return lost.map((body) => ({ type: "TagUnlinked", body }));
}

/**
 * What a changed attribute brings to those that depend on it: they go where they no longer apply, and get the
 * scheme's standard where they begin to. What moved edges bring to a tag that nobody had looked at since it was altered.
 */
function following(fact: ArticleFact, tag: Tag, c: Circumstances): ArticleFact[] {
  // Whoever sets its edges has looked at its new words.
  if (fact.type === "EdgesMoved" && isAltered(tag))
    return [{ type: "PlacementSettled", body: { tag: tag.id, settled: true } }];
  if (fact.type !== "AttributeSet") return [];
  const type = typeNamed(c.scheme, tag.type);
  const after = attributesAfter(tag, [fact]);
  const applicable = applicableAttributes(type, after);
  return type.attributes.flatMap((attribute) => {
    const from = after[attribute.name] ?? null;
    const standard = attribute.kind === "words" ? null : attribute.standard;
    const to = applicable.includes(attribute) ? (from ?? standard) : null;
    return sameValue(from, to)
      ? []
      : [{ type: "AttributeSet", body: { tag: tag.id, name: attribute.name, from, to } }];
  });
}

function attributesAfter(tag: Tag, facts: readonly ArticleFact[]): Attributes {
  const after = { ...tag.attributes };
  for (const fact of facts) {
    if (fact.type !== "AttributeSet") continue;
    if (fact.body.to === null) Reflect.deleteProperty(after, fact.body.name);
    else after[fact.body.name] = fact.body.to;
  }
  return after;
}

/** True when the facts bring the tag a grade: a verdict set without it may have been set by too junior a hand. */
function gainsGrade(
  tag: Tag,
  facts: readonly ArticleFact[],
  { scheme }: Pick<Circumstances, "scheme">,
): boolean {
  const before = gradesOf(scheme, tag);
  const after = gradesOf(scheme, { type: tag.type, attributes: attributesAfter(tag, facts) });
  return after.some((grade) => !before.includes(grade));
}

/** The facts, and the reopening that a material one, or a new grade, brings to a tag that was checked or waived. */
export function withReopening(
  tag: Tag,
  facts: ArticleFact[],
  c: Pick<Circumstances, "scheme">,
): ArticleFact[] {
  if (!facts.some((fact) => isMaterial(fact, tag, c)) && !gainsGrade(tag, facts, c)) return facts;
  return [...facts, ...unsaid(tag)];
}

/** Takes back what was said of the tag as it was: a verdict, a waiver, an editor's word for a source. */
function unsaid({ id: tag, review, waiver, identity }: Tag): ArticleFact[] {
  const open = { state: "open", verdict: null, approval: null } as const;
  const wasChecked = review.state === "checked" || review.state === "approved";
  const facts: ArticleFact[] = [];
  if (wasChecked) facts.push({ type: "TagReopened", body: { tag, from: review, to: open, reason: null } });
  if (waiver) facts.push({ type: "WaiverSet", body: { tag, from: waiver, to: null } });
  if (identity) facts.push({ type: "IdentitySet", body: { tag, from: identity, to: null } });
  return facts;
}
