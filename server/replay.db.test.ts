import fc from "fast-check";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";

import { EMPTY_SLICE, type Slice } from "~/core/article";
import type { ArticleCommand, TagCommand } from "~/core/command";
import { DomainError } from "~/core/errors";
import { fold } from "~/core/evolve";
import { ArticleId, CommandId, EvidenceId, SYSTEM, TagId, type UserId } from "~/core/ids";
import { allowsLink } from "~/core/link";
import type { Role } from "~/core/policy";
import { QCU_1 } from "~/core/qcu";
import type { Scheme } from "~/core/scheme";
import { FINDINGS, type Tag } from "~/core/tag";
import { TEXT } from "~/core/testing";
import { wordsOf } from "~/core/words";
import type { Database } from "~/db/client";
import { readLog, verifyLog } from "~/db/log";
import { headOf } from "~/db/queries/heads";
import { wholeArticle } from "~/db/queries/slices";
import { testDatabase } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { execute, parseArticleEvent } from "./execute";
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

/** A step: somebody does something to a tag, or adds one; numbers pick among what there is. */
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
  ),
  pick: fc.nat(1_000),
  other: fc.nat(1_000),
  words: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => !text.includes("\0")),
});
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

const at = <Item>(items: readonly Item[], n: number): Item => items[n % items.length]!;

function spanFor(n: number): { start: number; end: number } {
  const words = [...TEXT.matchAll(/[A-Za-z0-9]+/g)];
  const first = at(words, n);
  return { start: first.index, end: first.index + first[0].length };
}

/** The command of a step on the article as it stands, and the tag that it is about. */
function commandOf(
  { role, act, pick, other, words }: Step,
  slice: Slice,
  mine: readonly CommandId[],
): ArticleCommand | null {
  const type = at(SCHEME.types, other);
  if (act === "add") {
    const tag = TagId.parse(v7());
    return {
      type: "addTag",
      tag,
      as: type.name,
      span: spanFor(pick),
      attributes: {},
      suggested: role === "system",
    };
  }
  if (act === "title")
    return { type: "changeDetail", name: "title", from: slice.article!.title.words, to: words };
  if (act === "archive")
    return { type: slice.article!.state === "archived" ? "restoreArticle" : "archiveArticle" };
  if (act === "undo") return mine.length > 0 ? { type: "undo", command: at(mine, pick) } : null;
  const tags = [...slice.tags.values()];
  if (tags.length === 0) return null;
  return onTag({ act, other, words }, at(tags, pick), tags, slice);
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
        to: spanFor(other),
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
        passage: ref === slice.revision!.ref ? spanFor(other) : null,
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
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const id = ArticleId.parse(v7());
      const details = {
        title: "Wall",
        language: "en",
        direction: "ltr",
        sourceUrl: null,
        desk: null,
      } as const;
      const create = { type: "createArticle", details, text: TEXT, file: null } as const;
      await execute({ db, person: reader, now: Date.now }, id, CommandId.parse(v7()), create, newsroom.id);
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
      expect({ ...folded, tags: new Map([...folded.tags].sort()) }).toEqual({
        ...stored,
        tags: new Map([...stored.tags].sort()),
      });
      expect(await verifyLog(db, id, (await headOf(db, id))!)).toBeNull();
      for (const { anchor, type, links } of stored.tags.values()) {
        expect(stored.revision!.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
        for (const { kind, target } of links)
          expect(allowsLink(SCHEME, type, kind, stored.tags.get(target)!.type)).toBe(true);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
