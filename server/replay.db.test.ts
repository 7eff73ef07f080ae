import fc from "fast-check";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";

import { EMPTY_SLICE, type Slice } from "~/core/article";
import type { AnyArticleCommand, ArticleCommand, TagCommand } from "~/core/shapes/command";
import { DomainError } from "~/core/errors";
import { fold } from "~/core/evolve";
import { SYSTEM, type UserId } from "~/core/ids";
import { ArticleId, CommandId, CommentId, EvidenceId, TagId, ThreadId } from "~/core/shapes/ids";
import { allowsLink } from "~/core/link";
import type { Role } from "~/core/policy";
import { QCU_1 } from "~/core/qcu";
import type { Scheme } from "~/core/scheme";
import { FINDINGS, isLost, type Tag } from "~/core/tag";
import { TEXT } from "~/core/testing";
import { wordsOf } from "~/core/words";
import type { Database } from "~/db/client";
import { readLog, verifyLog } from "~/db/log";
import { headOf } from "~/db/queries/heads";
import { earlierTexts, wholeArticle } from "~/db/queries/slices";
import { testDatabase } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute, parseArticleEvent } from "./execute";
import { isLifeAct, LIFE_ACTS, lifeCommand, unsoundLives } from "./testing-lives";
import { executeInNewsroom } from "./execute-newsroom";

const ROLES = ["copy-editor", "checker", "standards", "managing-editor", "admin"] as const satisfies Role[];

const SCHEME: Scheme = QCU_1;

let db: Database;
let newsroom: TestNewsroom;
const evidence = ["Minutes", "Survey"].map((reference) => ({ id: EvidenceId.parse(v7()), reference }));
beforeAll(async () => {
  db = await testDatabase();
  newsroom = await testNewsroom(db, ROLES, { fourEyes: "recorded" });
  const checker = { db, person: newsroom.people.get("checker")!, now: Date.now };
  for (const { id, reference } of evidence) {
    const about = { kind: "document", reference, locator: null, retrievedAt: null, note: null } as const;
    const add = { type: "addEvidence", evidence: id, ...about } as const;
    await executeInNewsroom(checker, newsroom.id, CommandId.parse(v7()), add);
  }
});

const THREAD_ACTS = [
  "comment",
  "ask",
  "reply",
  "answer",
  "edit",
  "resolve",
  "open again",
  "take away",
  "block",
  "pass on",
  "put off",
  "redact a comment",
] as const;

/** A step: somebody does something to a tag or a thread, or adds one; numbers pick among what there is. */
const step = fc.record({
  role: fc.constantFrom(...ROLES, "system" as const),
  act: fc.constantFrom(
    ...([
      "add",
      "add",
      "attribute",
      "type",
      "note",
      "edges",
      "rest on",
      "rest on",
      "rest no longer on",
      "verdict",
      "approve",
      "reopen",
      "dismiss",
    ] as const),
    ...(["withdraw", "restore", "accept", "undo", "undo", "redact", "title", "archive", "several"] as const),
    ...(["link", "link", "link", "unlink"] as const),
    ...(["waive", "vouch", "give", ...LIFE_ACTS, ...LIFE_ACTS] as const),
    ...(["revise", "revise", "revise", "attach again", "confirm", "retire"] as const),
    ...THREAD_ACTS,
    ...(["comment", "ask", "reply"] as const),
  ),
  pick: fc.nat(1_000),
  other: fc.nat(1_000),
  words: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => !text.includes("\0")),
});
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

const isThreadAct = (act: string) => THREAD_ACTS.some((other) => other === act);

const at = <Item>(items: readonly Item[], n: number): Item => items[n % items.length]!;

function spanFor(n: number, { revision }: Slice): { start: number; end: number } {
  const words = [...revision!.text.matchAll(/[A-Za-z0-9]+/g)];
  const first = at(words, n);
  return { start: first.index, end: first.index + first[0].length };
}

/** The text with some of its words cut, and others, or the same elsewhere, put in. */
function changedText({ pick, other, words }: Pick<Step, "pick" | "other" | "words">, slice: Slice): string {
  const parts = slice.revision!.text.split(/(?<=\s)/);
  const put = other % 3 === 0 ? parts.slice(other % parts.length, (other % parts.length) + 3) : [`${words} `];
  parts.splice(pick % parts.length, other % 4, ...put);
  return `Wall ${parts.join("")}`.slice(other % 2 === 0 ? 5 : 0);
}

/** The command of a step on the article as it stands, and the tag that it is about. */
function commandOf(
  { role, act, pick, other, words }: Step,
  slice: Slice,
  mine: readonly CommandId[],
): AnyArticleCommand | null {
  const type = at(SCHEME.types, other);
  if (act === "add") {
    const tag = TagId.parse(v7());
    return {
      type: "addTag",
      tag,
      as: type.name,
      span: spanFor(pick, slice),
      attributes: {},
      suggested: role === "system",
    };
  }
  if (act === "title")
    return { type: "changeDetail", name: "title", from: slice.article!.title.words, to: words };
  if (act === "archive")
    return { type: slice.article!.state === "archived" ? "restoreArticle" : "archiveArticle" };
  if (act === "revise")
    return {
      type: "addRevision",
      text: changedText({ pick, other, words }, slice),
      sees: slice.revision!.digest,
    };
  if (isLifeAct(act)) return lifeCommand(act, { other, words }, slice);
  if (isThreadAct(act)) return inThread({ act, pick, other, words }, slice);
  if (act === "undo") return mine.length > 0 ? { type: "undo", command: at(mine, pick) } : null;
  const tags = [...slice.tags.values()];
  if (tags.length === 0) return null;
  return onTag({ act, other, words }, at(tags, pick), tags, slice);
}

/** A command in one of the threads, or one that opens a thread on the article, a tag or a passage. */
function inThread(
  { act, pick, other, words }: Pick<Step, "act" | "pick" | "other" | "words">,
  slice: Slice,
): ArticleCommand | null {
  const checker = newsroom.people.get("checker")!;
  const addressee = other % 2 === 0 ? ({ person: checker } as const) : ({ role: "standards" } as const);
  const comment = CommentId.parse(v7());
  if (act === "comment" || act === "ask") {
    const tags = [...slice.tags.keys()];
    const about =
      pick % 3 === 0 || tags.length === 0
        ? ({ on: "passage", span: spanFor(other, slice) } as const)
        : pick % 3 === 1
          ? ({ on: "tag", tag: at(tags, other) } as const)
          : ({ on: "article" } as const);
    const asked =
      act === "ask"
        ? ({ kind: "query", addressee, due: other } as const)
        : ({ kind: "comment", addressee: null, due: null } as const);
    const said = `${words} [@Ines](person:${checker})`;
    const thread = ThreadId.parse(v7());
    return { type: "openThread", thread, comment, ...asked, about, words: said, blocking: other % 5 === 0 };
  }
  const threads = [...slice.threads.values()];
  if (threads.length === 0) return null;
  const thread = at(threads, pick);
  const { id } = thread;
  const written = at(thread.comments, other);
  switch (act) {
    case "reply":
    case "answer":
      return { type: "addComment", thread: id, comment, words, resolves: act === "answer" };
    case "edit":
      return { type: "editComment", thread: id, comment: written.id, from: written.words, to: words };
    case "resolve":
      return { type: "resolveThread", thread: id };
    case "open again":
      return { type: "reopenThread", thread: id };
    case "take away":
      return { type: "withdrawThread", thread: id };
    case "block":
      return { type: "setBlocking", thread: id, to: other % 2 === 0 };
    case "pass on":
      return (
        thread.addressee && { type: "readdressQuery", thread: id, from: thread.addressee, to: addressee }
      );
    case "put off":
      return { type: "setDue", thread: id, from: thread.due, to: other };
    default:
      return { type: "redact", ref: written.words.ref!, passage: null, reason: words };
  }
}

function onTag(
  { act, other, words }: Pick<Step, "act" | "other" | "words">,
  tag: Tag,
  tags: readonly Tag[],
  slice: Slice,
): ArticleCommand | null {
  const own = SCHEME.types.find(({ name }) => name === tag.type)!;
  const verdict = tag.review.verdict && { finding: tag.review.verdict.finding, at: tag.review.verdict.at };
  switch (act) {
    case "attribute": {
      const attribute = at(own.attributes, other);
      const to =
        attribute.kind === "choice"
          ? at(attribute.choices, other).value
          : attribute.kind === "yes-no"
            ? true
            : wordsOf(words);
      return {
        type: "setAttribute",
        tag: tag.id,
        name: attribute.name,
        from: tag.attributes[attribute.name] ?? null,
        to,
      };
    }
    case "type":
      return {
        type: "changeType",
        tag: tag.id,
        from: tag.type,
        to: { type: at(SCHEME.types, other).name, attributes: {} },
      };
    case "note":
      return { type: "setNote", tag: tag.id, from: tag.note, to: wordsOf(words) };
    case "edges":
      return {
        type: "moveEdges",
        tag: tag.id,
        from: { start: tag.anchor.start, end: tag.anchor.end },
        to: spanFor(other, slice),
      };
    case "rest on":
      return { type: "attachEvidence", tag: tag.id, evidence: at(evidence, other).id };
    case "rest no longer on":
      return { type: "detachEvidence", tag: tag.id, evidence: at(evidence, other).id };
    case "verdict":
      return { type: "setVerdict", tag: tag.id, sees: verdict, finding: at(FINDINGS, other), note: words };
    case "approve":
      return verdict && { type: "approveTag", tag: tag.id, sees: verdict };
    case "reopen":
      return { type: "reopenTag", tag: tag.id, reason: words };
    case "dismiss":
      return { type: "dismissTag", tag: tag.id, reason: words };
    case "withdraw":
      return { type: "withdrawTag", tag: tag.id };
    case "restore":
      return { type: "restoreTag", tag: tag.id };
    case "waive":
      return { type: "waiveTag", tag: tag.id, reason: other % 4 === 0 ? null : words };
    case "vouch":
      return {
        type: "vouchIdentity",
        tag: tag.id,
        to: other % 4 === 0 ? null : { secondSource: other % 2 === 0 },
      };
    case "give":
      return { type: "assignTag", tag: tag.id, from: tag.assignee, to: other % 3 === 0 ? null : tag.author };
    case "attach again":
      return { type: "reattachTag", tag: tag.id, to: spanFor(other, slice) };
    case "confirm":
      return { type: "confirmPlacement", tag: tag.id };
    case "retire":
      return { type: "retireTag", tag: tag.id };
    case "accept":
      return { type: "acceptSuggestion", tag: tag.id };
    case "link":
      return linkFrom(tag, tags, other);
    case "unlink": {
      const linked = tags.flatMap(({ id, links }) => links.map((link) => ({ tag: id, ...link })));
      return linked.length > 0 ? { type: "unlinkTag", ...at(linked, other) } : null;
    }
    case "redact": {
      const ref = tag.note?.ref ?? slice.revision!.ref;
      return {
        type: "redact",
        ref,
        passage: ref === slice.revision!.ref ? spanFor(other, slice) : null,
        reason: words,
      };
    }
    default: {
      const items = tags
        .slice(0, 3)
        .map(({ id, note }) => ({ type: "setNote" as const, tag: id, from: note, to: wordsOf(words) }));
      const link = linkFrom(tag, tags, other);
      return { type: "several", items: link ? [...items, link] : items };
    }
  }
}

/** A link to one of the tags that the scheme lets it have; null where there is none. */
function linkFrom(tag: Tag, tags: readonly Tag[], n: number): TagCommand | null {
  const kind = at(SCHEME.types.find(({ name }) => name === tag.type)!.links, n);
  const targets = tags.filter(({ id, type }) => id !== tag.id && kind.to.includes(type));
  return targets.length > 0
    ? { type: "linkTag", tag: tag.id, kind: kind.name, target: at(targets, n).id }
    : null;
}

it("random commands by several people: the fold of the log is the tables, and the chain verifies", async () => {
  const reader = newsroom.people.get("copy-editor")!;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const id = ArticleId.parse(v7());
      const details = {
        title: "Wall",
        language: "en",
        direction: "ltr",
        sourceUrl: null,
        desk: null,
      } as const;
      const create = { type: "createArticle", details, text: TEXT, file: null } as const;
      await execute({ db, person: reader, now: Date.now }, id, CommandId.parse(v7()), create, {
        into: newsroom.id,
      });
      const done = new Map<UserId, CommandId[]>();
      for (const next of steps) {
        const person = next.role === "system" ? SYSTEM : newsroom.people.get(next.role)!;
        const slice = (await wholeArticle(db, reader, id))!;
        const command = commandOf(next, slice, done.get(person) ?? []);
        if (!command) continue;
        const commandId = CommandId.parse(v7());
        try {
          await execute({ db, person, now: Date.now }, id, commandId, command);
          done.set(person, [...(done.get(person) ?? []), commandId]);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
      }
      const events = (await readLog(db, id, { revisionTexts: true })).map(parseArticleEvent);
      const folded = events.reduce(fold, EMPTY_SLICE);
      const stored = (await wholeArticle(db, reader, id))!;
      const sorted = ({ tags, threads, ...rest }: Slice) => ({
        ...rest,
        tags: new Map([...tags].sort()),
        threads: new Map([...threads].sort()),
      });
      expect(sorted(folded)).toEqual(sorted(stored));
      expect(await verifyLog(db, id, (await headOf(db, id))!)).toBeNull();
      expect(unsoundLives(events)).toEqual([]);
      const texts = new Map([
        [stored.revision!.number, stored.revision!.text],
        ...(await earlierTexts(db, stored.article!)).map(({ number, text }) => [number, text] as const),
      ]);
      for (const tag of stored.tags.values()) {
        const { anchor, placement, type, links } = tag;
        expect(anchor.revision === stored.revision!.number).toBe(!isLost(tag));
        expect(texts.get(anchor.revision)!.slice(anchor.start, anchor.end)).toBe(anchor.exact);
        if (placement) {
          const { revision, start, end, exact } = placement;
          expect(texts.get(revision)!.slice(start, end)).toBe(exact);
        }
        for (const { kind, target } of links)
          expect(allowsLink(SCHEME, type, kind, stored.tags.get(target)!.type)).toBe(true);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
