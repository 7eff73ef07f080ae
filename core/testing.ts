import { EMPTY_SLICE, type Slice } from "./article";
import type { AnyArticleCommand } from "./command";
import { type Circumstances, decide, eventsOf } from "./decide";
import { type ArticleEvent, ArticleFact } from "./event";
import { fold } from "./evolve";
import { ArticleId, CommandId, DeskId, EvidenceId, NewsroomId, TagId, UserId } from "./ids";
import type { Role } from "./policy";
import { QCU_1 } from "./qcu";

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

export const tagNumber = (n: number): TagId => TagId.parse(idNumber(0x1000 + n));
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
  private commands = 0;

  /** Circumstances as they are for this person now. */
  circumstances(person: UserId, roles: readonly Role[], command: CommandId): Circumstances {
    return {
      command,
      actor: { id: person, roles },
      now: 1_800_000_000_000 + this.commands,
      newsroom: { id: NEWSROOM, fourEyes: this.fourEyes },
      scheme: QCU_1,
      known: {
        evidence: new Set([EVIDENCE]),
        people: new Set([AUTHOR, ONE, TWO]),
        desks: new Set([DESK]),
        refs: new Set(this.events.flatMap(refsOf)),
      },
      past: (id) => this.events.filter((event) => event.command === id),
    };
  }

  /** Carries out a command. @returns its id @throws DomainError as `decide` */
  do(person: UserId, roles: readonly Role[], command: AnyArticleCommand): CommandId {
    this.commands += 1;
    const id = commandNumber(this.commands);
    const circumstances = this.circumstances(person, roles, id);
    const decision = decide(this.slice, command, circumstances);
    const events = eventsOf(this.slice, decision, ARTICLE, circumstances).map(withRefs);
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
