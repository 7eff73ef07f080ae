import { EMPTY_SLICE, type Slice } from "~/core/article";
import type { AnyArticleCommand } from "~/core/shapes/command";
import type { Circumstances } from "~/core/decide";
import { decideAny } from "~/core/decide-any";
import type { EarlierText } from "~/core/decide-redaction";
import { DomainError } from "~/core/errors";
import { type ArticleEvent, eventsOf } from "~/core/event";
import { ArticleFact } from "~/core/shapes/event";
import { applyChanges, type Changes, evolve } from "~/core/evolve";
import {
  type ArticleId,
  asId,
  type CommandId,
  type EvidenceId,
  type GroupId,
  type LogId,
  type NewsroomId,
  SYSTEM,
  type TagId,
  type ThreadId,
  type UserId,
} from "~/core/ids";
import { Envelope } from "~/core/shapes/log";
import { QCU_1 } from "~/core/qcu";
import { blotOut } from "~/core/redaction";
import type { Database, Transaction } from "~/db/client";
import { appendEvents, type LoggedEvent, readLog, removeText } from "~/db/log";
import {
  earlierTexts,
  knownTo,
  loadSlice,
  lockArticle,
  type LockedArticle,
  lockNewArticle,
  type Touched,
} from "~/db/queries/slices";
import { fourEyesOf, rolesIn, rulesOf, schemeFor } from "~/db/queries/standing";
import { saveChanges, saveEarlierText } from "~/db/rows";
import { announce, announceTo } from "./feed/announce";
import { answerOfThen, rememberAnswer } from "./once";
import { tell } from "./telling";

/**
 * The only way to change an article: one command, one decision, events, rows, in one transaction. The
 * article's row is locked from the first look to the commit, so that its events have one order.
 */

/** Who asks, of which database, at what time. */
export interface Performer {
  readonly db: Database;
  /** A person; SYSTEM for Galley itself. */
  readonly person: UserId;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The events that the command came to, in order; none when it changed nothing. */
export interface Answer {
  readonly events: readonly ArticleEvent[];
  /** The article's last number when the command was answered. */
  readonly seq: number;
}

/** What a command may say beside what it asks. */
export interface Beside {
  /** For `createArticle`: the newsroom that the article is made in. */
  readonly into?: NewsroomId;
  /** Names what is done to several articles at once, a command for each. */
  readonly group?: GroupId | undefined;
}

/**
 * Carries out a command on an article, once: the same command again, also at the same moment or after a
 * restart, changes nothing and gets the same answer.
 * @throws DomainError not-found where the person does not see the article, and as `decide`
 */
export async function execute(
  performer: Performer,
  articleId: ArticleId,
  commandId: CommandId,
  command: AnyArticleCommand,
  { into, group }: Beside = {},
): Promise<Answer> {
  const { newsroom, told, ...answer } = await performer.db.transaction(async (tx) => {
    const locked = await lock(tx, performer.person, articleId, command);
    const asked = { actor: performer.person, id: commandId, log: articleId, command };
    const done = await answerOfThen(tx, asked);
    const newsroom = locked?.article.newsroom ?? into;
    if (!newsroom) throw noSuchArticle();
    if (done) return { newsroom, told: [], events: done.events.map(parseArticleEvent), seq: done.seq };

    const past = await pastOf(tx, performer.person, { log: articleId, command });
    const slice = locked ? await loadSlice(tx, locked, command, touchedBy(past)) : EMPTY_SLICE;
    const circumstances = await circumstancesOf(tx, performer, {
      newsroom,
      articleId,
      commandId,
      command,
      past,
      slice,
    });
    const decision = decideAny(slice, command, circumstances);
    const proposed = eventsOf(slice, decision, articleId, circumstances);

    const head = locked?.head ?? { seq: 0, hash: "" };
    const appended = await appendEvents(tx, newsroom, head, proposed);
    const events = appended.events.map(parseArticleEvent);
    const at = new Date(circumstances.now);
    const { changes, standing } = foldAll(slice, events);
    if (standing.article && events.length > 0)
      await saveChanges(tx, standing.article, changes, appended.head, at);
    await removeTexts(tx, { standing, earlier: circumstances.earlier }, events, at);

    const told = standing.article ? await tell(tx, standing.article, slice, events) : [];

    const numbers = { firstSeq: head.seq + 1, lastSeq: appended.head.seq };
    await rememberAnswer(tx, newsroom, { ...asked, group }, { ...numbers, at });
    return { newsroom, told, events, seq: appended.head.seq };
  });
  if (answer.events.length > 0) announce(performer.db, { newsroom, log: articleId, seq: answer.seq });
  if (told.length > 0) announceTo(performer.db, told);
  return answer;
}

/** An event of an article's log, its body checked. @throws Error when the log holds what the code does not know */
export function parseArticleEvent({ type, body, ...envelope }: LoggedEvent): ArticleEvent {
  return { ...Envelope.parse(envelope), ...ArticleFact.parse({ type, body }) };
}

async function lock(
  tx: Transaction,
  person: UserId,
  id: ArticleId,
  command: AnyArticleCommand,
): Promise<LockedArticle | null> {
  const isNew = command.type === "createArticle";
  if (isNew) await lockNewArticle(tx, id);
  // An id that is taken is a conflict, also where the article that has it cannot be seen: imports derive theirs.
  const locked = await lockArticle(tx, isNew || person === SYSTEM ? null : person, id);
  if (locked) return locked;
  if (!isNew) throw noSuchArticle();
  // The id may be that of a newsroom, which has a log too.
  if ((await readLog(tx, id, { limit: 1 })).length > 0) {
    throw new DomainError("conflict", "This id is taken. Nothing was added; try again with a new one.");
  }
  return null;
}

/** The events of the command that an undo takes back. */
async function pastOf(
  tx: Transaction,
  person: UserId,
  { log, command }: { log: LogId; command: AnyArticleCommand },
): Promise<ArticleEvent[]> {
  if (command.type !== "undo") return [];
  const events = await readLog(tx, log, { command: command.command, limit: 100_000 });
  return events.map(parseArticleEvent).filter(({ actor }) => actor === person);
}

function evidenceOf(event: ArticleEvent): EvidenceId[] {
  return event.type === "EvidenceDetached" ? [event.body.evidence] : [];
}

function touchedBy(past: readonly ArticleEvent[]): Touched {
  return {
    tags: past.flatMap(({ body }) => {
      if ("target" in body) return [body.tag, body.target];
      return "tag" in body ? [body.tag] : [];
    }),
    threads: past.flatMap(({ body }) => ("thread" in body ? [body.thread] : [])),
  };
}

async function circumstancesOf(
  tx: Transaction,
  { person, now }: Performer,
  of: {
    newsroom: NewsroomId;
    articleId: ArticleId;
    commandId: CommandId;
    command: AnyArticleCommand;
    past: readonly ArticleEvent[];
    slice: Slice;
  },
): Promise<Circumstances> {
  const { newsroom } = of;
  return {
    command: of.commandId,
    actor: { id: person, roles: person === SYSTEM ? ["system"] : await rolesIn(tx, person, newsroom) },
    now: now(),
    newsroom: { id: newsroom, fourEyes: await fourEyesOf(tx, newsroom) },
    scheme: await schemeFor(tx, newsroom, of.slice.article?.scheme ?? QCU_1),
    rules: await rulesOf(tx, newsroom, of.slice.article?.desk ?? null),
    known: await knownTo(
      tx,
      { newsroom, id: of.articleId, slice: of.slice, detached: of.past.flatMap(evidenceOf) },
      of.command,
    ),
    earlier: of.command.type === "redact" && of.slice.article ? await earlierTexts(tx, of.slice.article) : [],
    past: () => of.past,
  };
}

/** Folds the events and gathers the last shape of each part that they changed. */
function foldAll(slice: Slice, events: readonly ArticleEvent[]): { changes: Changes; standing: Slice } {
  let standing = slice;
  let changes: Changes = {};
  const tags = new Map<TagId, NonNullable<Changes["tags"]>[number]>();
  const threads = new Map<ThreadId, NonNullable<Changes["threads"]>[number]>();
  for (const event of events) {
    const change = evolve(standing, event);
    standing = applyChanges(standing, change, event.seq);
    changes = { ...changes, ...change };
    for (const tag of change.tags ?? []) tags.set(tag.id, tag);
    for (const thread of change.threads ?? []) threads.set(thread.id, thread);
  }
  return {
    changes: {
      ...changes,
      tags: tags.size > 0 ? [...tags.values()] : undefined,
      threads: threads.size > 0 ? [...threads.values()] : undefined,
    },
    standing,
  };
}

/** Takes the removed words out of the texts that the log keeps, and out of earlier revisions. */
async function removeTexts(
  tx: Transaction,
  { standing, earlier }: { standing: Slice; earlier: readonly EarlierText[] },
  events: readonly ArticleEvent[],
  removedAt: Date,
): Promise<void> {
  const left = new Map(earlier.map(({ number, text }) => [number, text]));
  for (const event of events) {
    if (event.type !== "TextRedacted") continue;
    const { ref, passage, revision } = event.body;
    if (!passage || revision === undefined) {
      const words = passage ? (standing.revision?.text ?? "") : null;
      await removeText(tx, event.log, ref, { words, removedAt });
      continue;
    }
    const text = blotOut(left.get(revision) ?? "", passage);
    left.set(revision, text);
    await removeText(tx, event.log, ref, { words: text, removedAt });
    await saveEarlierText(tx, asId("article", event.log), { number: revision, text });
  }
}

/** The one answer for an article that is not there and for one that the person may not see. */
export function noSuchArticle(): DomainError {
  return new DomainError("not-found", "There is no such article, or you may not see it.");
}
