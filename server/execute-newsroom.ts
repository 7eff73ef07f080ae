import { decideNewsroom, type NewsroomCircumstances, newsroomEventsOf } from "~/core/decide-newsroom";
import { DomainError } from "~/core/errors";
import { applyNewsroomChanges, evolveNewsroom } from "~/core/evolve-newsroom";
import { type CommandId, type NewsroomId, SYSTEM } from "~/core/ids";
import { Envelope } from "~/core/shapes/log";
import type { AnyNewsroomCommand, NewsroomEvent, NewsroomSlice } from "~/core/newsroom";
import { NewsroomFact } from "~/core/shapes/newsroom";
import type { Transaction } from "~/db/client";
import { appendEvents, type LoggedEvent, removeText } from "~/db/log";
import { saveNewsroomChanges, saveNewsroomHead } from "~/db/newsroom-rows";
import { dropUnheld } from "~/db/queries/evidence-files";
import {
  knownToNewsroom,
  loadNewsroomSlice,
  type LockedNewsroom,
  lockNewsroom,
  placeNewsroom,
} from "~/db/queries/newsroom-slices";
import { rolesIn } from "~/db/queries/standing";
import type { Performer } from "./execute";
import { announce } from "./feed/announce";
import { log } from "./log";
import { answerOfThen, rememberAnswer } from "./once";

/**
 * The only way to change a newsroom's people, desks, settings and evidence, kept as `execute` is for articles:
 * one command, one decision, events, rows, in one transaction, under the lock of the newsroom's row.
 */

/** The events that the command came to, in order; none when it changed nothing. */
export interface NewsroomAnswer {
  readonly events: readonly NewsroomEvent[];
  /** The last number of the newsroom's log when the command was answered. */
  readonly seq: number;
}

/** What is asked of which newsroom, under the id that makes a repetition known. */
export interface AskedOfNewsroom {
  readonly newsroomId: NewsroomId;
  readonly commandId: CommandId;
  readonly command: AnyNewsroomCommand;
}

/**
 * Carries out a command on a newsroom, once: the same command again changes nothing and gets the same answer.
 * @throws DomainError not-found where the person is no member, and as `decideNewsroom`
 */
export async function executeInNewsroom(
  performer: Performer,
  newsroomId: NewsroomId,
  commandId: CommandId,
  command: AnyNewsroomCommand,
): Promise<NewsroomAnswer> {
  const answer = await performer.db.transaction((tx) =>
    carryOut(tx, performer, { newsroomId, commandId, command }),
  );
  if (answer.events.length > 0)
    announce(performer.db, { newsroom: newsroomId, log: newsroomId, seq: answer.seq });
  return answer;
}

/** The same within a transaction of the caller's, for what must happen together with it. */
export async function carryOut(
  tx: Transaction,
  { person, now }: Omit<Performer, "db">,
  { newsroomId, commandId, command }: AskedOfNewsroom,
): Promise<NewsroomAnswer> {
  const locked = await lock(tx, newsroomId, command);
  const roles = person === SYSTEM ? (["system"] as const) : await rolesIn(tx, person, newsroomId);
  if (roles.length === 0 && !isByLink(command)) throw noSuchNewsroom();
  const asked = { actor: person, id: commandId, log: newsroomId, command };
  const done = await answerOfThen(tx, asked);
  if (done) return { events: done.events.map(parseNewsroomEvent), seq: done.seq };

  const slice = await loadNewsroomSlice(tx, locked, command);
  const circumstances: NewsroomCircumstances = {
    command: commandId,
    actor: { id: person, roles },
    now: now(),
    known: await knownToNewsroom(tx, newsroomId, command),
  };
  const decision = decideNewsroom(slice, command, circumstances);
  const proposed = newsroomEventsOf(slice, decision, newsroomId, circumstances);

  const appended = await appendEvents(tx, newsroomId, locked.head, proposed);
  const events = appended.events.map(parseNewsroomEvent);
  const at = new Date(circumstances.now);
  await saveAll(tx, newsroomId, slice, events);
  if (events.length > 0) await saveNewsroomHead(tx, newsroomId, appended.head);
  const numbers = { firstSeq: locked.head.seq + 1, lastSeq: appended.head.seq };
  await rememberAnswer(tx, newsroomId, asked, { ...numbers, at });
  log.info(
    { newsroom: newsroomId, person, as: decision.as, what: events.map(({ type }) => type) },
    "newsroom changed",
  );
  return { events, seq: appended.head.seq };
}

/** An event of a newsroom's log, its body checked. @throws Error when the log holds what the code does not know */
export function parseNewsroomEvent({ type, body, ...envelope }: LoggedEvent): NewsroomEvent {
  return { ...Envelope.parse(envelope), ...NewsroomFact.parse({ type, body }) };
}

/** Whoever holds a link need not be a member; what the link is worth is decided. */
function isByLink({ type }: AnyNewsroomCommand): boolean {
  return type === "join" || type === "renewPassword";
}

async function lock(tx: Transaction, id: NewsroomId, command: AnyNewsroomCommand): Promise<LockedNewsroom> {
  if (command.type === "foundNewsroom") await placeNewsroom(tx, command.newsroom);
  const locked = await lockNewsroom(tx, id);
  if (locked) return locked;
  if (command.type !== "foundNewsroom") throw noSuchNewsroom();
  throw new DomainError(
    "conflict",
    `The address ${command.newsroom.slug} belongs to another newsroom. Choose another.`,
  );
}

async function saveAll(
  tx: Transaction,
  newsroomId: NewsroomId,
  slice: NewsroomSlice,
  events: readonly NewsroomEvent[],
): Promise<void> {
  let standing = slice;
  for (const event of events) {
    const changes = evolveNewsroom(standing, event);
    standing = applyNewsroomChanges(standing, changes, event.seq);
    await saveNewsroomChanges(tx, newsroomId, changes);
    if (event.type === "NewsroomTextRedacted" || event.type === "FileRemoved") {
      await removeText(tx, newsroomId, event.body.ref, { words: null, removedAt: new Date(event.at) });
    }
    if (event.type === "FileRemoved") await dropUnheld(tx, newsroomId, event.body.evidence);
  }
}

function noSuchNewsroom(): DomainError {
  return new DomainError("not-found", "There is no such newsroom, or you are not a member of it.");
}
