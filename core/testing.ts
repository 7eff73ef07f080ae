import { EMPTY_SLICE, type Slice } from "./article";
import type { AnyArticleCommand, TagCommand } from "./shapes/command";
import type { Circumstances } from "./decide";
import { decideAny } from "./decide-any";
import type { EarlierText } from "./decide-redaction";
import { DomainError, type RefusalKind } from "./errors";
import { type ArticleEvent, eventsOf } from "./event";
import { ArticleFact } from "./shapes/event";
import { fold } from "./evolve";
import { SYSTEM } from "./ids";
import {
  ArticleId,
  CommandId,
  CommentId,
  DeskId,
  EvidenceId,
  NewsroomId,
  TagId,
  ThreadId,
  UserId,
} from "./shapes/ids";
import { USUAL_RULES } from "./gate";
import type { DeskRules } from "./life";
import type { Role } from "./policy";
import { QCU_1 } from "./qcu";
import type { Attributes } from "./scheme";
import type { Finding, TagState } from "./tag";

/**
 * A small newsroom for tests: people by role, and an article that commands are carried out on in memory, as
 * the server would. Not for use outside of tests.
 */

/** The n-th id of a kind: the same in every run. */
export function idNumber(n: number): string {
  return `018f0000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

export const NEWSROOM = NewsroomId.parse(idNumber(0xa0));
export const ARTICLE = ArticleId.parse(idNumber(0xa1));
export const DESK = DeskId.parse(idNumber(0xa2));
export const EVIDENCE = EvidenceId.parse(idNumber(0xa3));
export const AUTHOR = UserId.parse(idNumber(0xb0));
export const ONE = UserId.parse(idNumber(0xb1));
export const TWO = UserId.parse(idNumber(0xb2));
/** Neither the story's author nor the tag's nor the verdict's, so that only role and state decide. */
export const STRANGER = UserId.parse(idNumber(0xbf));

export const tagNumber = (n: number): TagId => TagId.parse(idNumber(0x1000 + n));
export const threadNumber = (n: number): ThreadId => ThreadId.parse(idNumber(0x2000 + n));
export const commentNumber = (n: number): CommentId => CommentId.parse(idNumber(0x3000 + n));
export const commandNumber = (n: number): CommandId => CommandId.parse(idNumber(0x100000 + n));

export const TEXT = [
  "Harbour wall will cost 412 million",
  "The council may vote on Tuesday, two people said.",
  "“We told the committee everything,” said Mara Quill, who runs the port.",
  "The wall is 2 kilometres long. It was built in 1902.",
].join("\n");

/** Where the words stand in TEXT, the first time. */
export function spanOf(words: string, text: string = TEXT): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text.`);
  return { start, end: start + words.length };
}

/** An article that remembers its log, and carries out commands on itself one millisecond after another. */
export class TestArticle {
  slice: Slice = EMPTY_SLICE;
  readonly events: ArticleEvent[] = [];
  fourEyes: "required" | "recorded" = "required";
  rules: DeskRules = USUAL_RULES;
  readonly withdrawn = new Set<EvidenceId>();
  /** Who may be given its tags. */
  readonly working = new Map<UserId, readonly Role[]>([
    [ONE, ["checker"]],
    [TWO, ["copy-editor"]],
  ]);
  private commands = 0;

  /** Circumstances as they are for this person now. */
  circumstances(person: UserId, roles: readonly Role[], command: CommandId): Circumstances {
    return {
      command,
      actor: { id: person, roles },
      now: 1_800_000_000_000 + this.commands,
      newsroom: { id: NEWSROOM, fourEyes: this.fourEyes },
      scheme: QCU_1,
      rules: this.rules,
      known: {
        evidence: new Set([EVIDENCE].filter((id) => !this.withdrawn.has(id))),
        people: new Set([AUTHOR, ONE, TWO]),
        answering: new Set([AUTHOR, ONE, TWO]),
        working: this.working,
        desks: new Set([DESK]),
        refs: new Set(this.events.flatMap(refsOf)),
      },
      earlier: this.earlier(),
      past: (id) => this.events.filter((event) => event.command === id),
    };
  }

  /** The texts before the present one, as they were written. */
  private earlier(): EarlierText[] {
    return this.events.flatMap(({ type, body }) =>
      type === "RevisionAdded" && body.number !== this.slice.revision?.number
        ? [{ ref: body.text.ref ?? "", number: body.number, text: body.text.words ?? "" }]
        : [],
    );
  }

  /** Carries out a command. @returns its id @throws DomainError as `decide` */
  do(person: UserId, roles: readonly Role[], command: AnyArticleCommand): CommandId {
    this.commands += 1;
    const id = commandNumber(this.commands);
    const circumstances = this.circumstances(person, roles, id);
    const decision = decideAny(this.slice, command, circumstances);
    const events = eventsOf(this.slice, decision, ARTICLE, circumstances)
      .map(withRefs)
      .map(withDigest(this.slice));
    this.events.push(...events);
    this.slice = events.reduce(fold, this.slice);
    return id;
  }
}

/** An article of TEXT by AUTHOR, with nothing tagged. */
export function testArticle(): TestArticle {
  const article = new TestArticle();
  const details = {
    title: "Harbour wall",
    language: "en",
    direction: "ltr",
    sourceUrl: null,
    desk: null,
  } as const;
  article.do(AUTHOR, ["reporter"], { type: "createArticle", details, text: TEXT, file: null });
  return article;
}

/** The places of the new words in an event, as the log would name them. */
function refsOf(event: ArticleEvent): string[] {
  const refs: string[] = [];
  JSON.stringify(event, (_key, value: unknown) => {
    if (typeof value === "object" && value !== null && "words" in value && "ref" in value)
      refs.push(String(value.ref));
    return value;
  });
  return refs;
}

/** The event as it reads once it is in the log: each new text knows its place. */
function withRefs(event: ArticleEvent): ArticleEvent {
  const place = (value: unknown, path: string[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => place(item, [...path, String(index)]));
    if (typeof value !== "object" || value === null) return value;
    if ("words" in value) return { ref: `${event.seq}/${path.join(".")}`, ...value };
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, place(inner, [...path, key])]),
    );
  };
  return { ...event, ...ArticleFact.parse({ type: event.type, body: place(event.body, []) }) };
}

/** From the second text on, each has a digest, as all have in the log. */
function withDigest({ revision }: Slice): (event: ArticleEvent) => ArticleEvent {
  let digest = revision?.digest ?? null;
  return (event) => {
    if (event.type === "RevisionAdded" && event.body.number > 1) digest = `digest ${event.body.number}`;
    return { ...event, revision: digest };
  };
}

export const TAG = tagNumber(1);
export const THREAD = threadNumber(1);
export const SENIOR: readonly Role[] = ["managing-editor"];
const PLAIN_CLAIM: Attributes = { kind: "quantity", voice: "own", priority: "should", legal: false };

/** The command that tags the words of TEXT as a claim. */
export function addClaim(
  tag = TAG,
  words = "The wall is 2 kilometres long",
  suggested = false,
): TagCommand & { type: "addTag" } {
  return { type: "addTag", tag, as: "claim", span: spanOf(words), attributes: PLAIN_CLAIM, suggested };
}

/** The verdict on TAG as somebody sees it who looks now. */
export function verdictSeen(article: TestArticle): { finding: Finding; at: number } | null {
  const verdict = article.slice.tags.get(TAG)?.review.verdict;
  return verdict ? { finding: verdict.finding, at: verdict.at } : null;
}

/** An article whose one tag, TAG, by ONE (or suggested) and where it was checked by TWO, is in the state. */
export function articleWithTag(state: TagState): TestArticle {
  const article = testArticle();
  const suggested = state === "suggested";
  article.do(suggested ? SYSTEM : ONE, suggested ? ["system"] : SENIOR, addClaim(TAG, undefined, suggested));
  if (state === "dismissed")
    article.do(ONE, SENIOR, { type: "dismissTag", tag: TAG, reason: "Not checkable." });
  if (state === "withdrawn") article.do(ONE, SENIOR, { type: "withdrawTag", tag: TAG });
  if (state === "checked" || state === "approved" || state === "stale") {
    article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
    article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: null, finding: "confirmed", note: null });
  }
  const sees = verdictSeen(article);
  if (state === "approved" && sees) article.do(ONE, SENIOR, { type: "approveTag", tag: TAG, sees });
  if (state === "stale")
    article.do(ONE, ["system"], { type: "markStale", tag: TAG, reason: "Evidence withdrawn." });
  return article;
}

/** What becomes of an act: the kind of its refusal, or "done". @throws whatever is no refusal */
export function outcome(act: () => unknown): RefusalKind | "done" {
  try {
    act();
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.kind;
    throw error;
  }
}
