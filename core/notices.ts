import type { Slice } from "./article";
import type { ArticleEvent } from "./event";
import type { TagId, ThreadId, UserId } from "./ids";
import { mentionsIn } from "./mentions";
import { type Addressee, sameAddressee, type Thread } from "./thread";

/**
 * Who is told of what: from the events of one command and what they changed. Nobody is told of their own doings, nor of
 * what came with a file.
 */

/** What a person can be told of; of several in one event the first counts. */
export const TOPICS = [
  "query",
  "mention",
  "assignment",
  "verdict",
  "reply",
  "sign-off",
  "sent-back",
] as const;
export type Topic = (typeof TOPICS)[number];

/** A person, or whoever holds a role and may read the article, is told of an event. */
export interface Notice {
  readonly topic: Topic;
  readonly to: Addressee;
  /** The number of the event; of several alike the first one's. */
  readonly seq: number;
  readonly tag: TagId | null;
  readonly thread: ThreadId | null;
  /** How many tags were given, or found, at once. */
  readonly count: number;
}

/** What holds no longer, and is not told to whoever has not read it yet: what one event said, or what was said of a thing. */
export type Overtaken =
  | { readonly seq: number }
  | { readonly thread: ThreadId; readonly topics: readonly Topic[] }
  | { readonly tag: TagId; readonly topics: readonly Topic[] };

export interface Telling {
  readonly notices: readonly Notice[];
  /** Of earlier commands. */
  readonly overtaken: readonly Overtaken[];
}

/**
 * What one command comes to.
 * @param before the slice as it was before the events; it holds what they are about
 */
export function tellingOf(before: Slice, events: readonly ArticleEvent[]): Telling {
  let notices: Notice[] = [];
  const overtaken: Overtaken[] = [];
  for (const event of events) {
    const falls = overtakenBy(event);
    overtaken.push(...falls);
    notices = notices.filter((notice) => !falls.some((what) => isOvertaken(notice, what)));
    notices = noticesOf(before, event)
      .filter(({ to }) => !("person" in to && to.person === event.actor))
      .reduce(withNotice, notices);
  }
  return { notices, overtaken };
}

/** Tags that one person was given, or that were found, at once are told of at once. */
function withNotice(notices: Notice[], notice: Notice): Notice[] {
  const at = notice.tag === null ? -1 : notices.findIndex((other) => isAlike(other, notice));
  const first = notices[at];
  return first ? notices.with(at, { ...first, tag: null, count: first.count + 1 }) : [...notices, notice];
}

function isAlike(one: Notice, other: Notice): boolean {
  return one.topic === other.topic && one.thread === null && sameAddressee(one.to, other.to);
}

function isOvertaken({ seq, topic, thread, tag }: Notice, what: Overtaken): boolean {
  if ("seq" in what) return what.seq === seq;
  if (!what.topics.includes(topic)) return false;
  return "thread" in what ? what.thread === thread : what.tag === tag;
}

function noticesOf({ article, tags, threads }: Slice, event: ArticleEvent): Notice[] {
  const about = { seq: event.seq, tag: null, thread: null, count: 1 };
  switch (event.type) {
    case "ThreadOpened": {
      const { thread, imported, addressee, mentions } = event.body;
      return imported ? [] : asked({ ...about, thread }, addressee, mentions);
    }
    case "ThreadRestored": {
      const thread = threads.get(event.body.thread);
      if (!thread) return [];
      const first = thread.comments[0]?.words.words ?? "";
      return asked({ ...about, thread: thread.id }, thread.addressee, mentionsIn(first));
    }
    case "CommentAdded": {
      const { thread: id, imported, mentions, reopens } = event.body;
      const thread = threads.get(id);
      if (imported || !thread) return [];
      const inThread = { ...about, thread: id };
      return [
        ...asked(inThread, reopens ? thread.addressee : null, mentions),
        ...takingPart(thread).map((person) => ({ ...inThread, topic: "reply" as const, to: { person } })),
      ];
    }
    case "CommentEdited": {
      const { thread, from, mentions } = event.body;
      const before = mentionsIn(from.words ?? "");
      const added = mentions.filter((who) => !before.some((other) => sameAddressee(who, other)));
      return asked({ ...about, thread }, null, added);
    }
    case "ThreadReopened":
      return asked(
        { ...about, thread: event.body.thread },
        threads.get(event.body.thread)?.addressee ?? null,
        [],
      );
    case "QueryReaddressed":
      return asked({ ...about, thread: event.body.thread }, event.body.to, []);
    case "TagAssigned": {
      const { tag, to } = event.body;
      return to === null ? [] : [{ ...about, topic: "assignment", to: { person: to }, tag }];
    }
    case "TagChecked":
    case "TagRestored": {
      const { tag, from, to } = event.body;
      const author = tags.get(tag)?.author;
      // Also one that comes back by a redo; not one that an approval is taken from.
      const isNew = to.verdict?.by === event.actor && to.verdict.at !== from.verdict?.at;
      return author && isNew ? [{ ...about, topic: "verdict", to: { person: author }, tag }] : [];
    }
    case "SignOffVoided":
    case "SentBack": {
      if (!article) return [];
      const signed = [...new Set(article.life.signatures.map(({ by }) => by))];
      const own = event.type === "SentBack" ? "sent-back" : "sign-off";
      const told = signed.filter((person) => person !== article.author);
      return [
        { ...about, topic: own, to: { person: article.author } },
        ...told.map((person) => ({ ...about, topic: "sign-off" as const, to: { person } })),
      ];
    }
    default:
      return [];
  }
}

function asked(
  about: Omit<Notice, "topic" | "to">,
  addressee: Addressee | null,
  mentioned: readonly Addressee[],
): Notice[] {
  return [
    ...(addressee ? [{ ...about, topic: "query" as const, to: addressee }] : []),
    ...mentioned.map((to) => ({ ...about, topic: "mention" as const, to })),
  ];
}

/** Who opened the thread, spoke in it, or is asked by name. */
function takingPart({ author, comments, addressee }: Thread): UserId[] {
  const named = addressee && "person" in addressee ? [addressee.person] : [];
  return [...new Set([author, ...comments.map(({ by }) => by), ...named])];
}

function overtakenBy(event: ArticleEvent): Overtaken[] {
  const undone = event.undoes === null ? [] : [{ seq: event.undoes }];
  switch (event.type) {
    case "ThreadWithdrawn":
      return [...undone, { thread: event.body.thread, topics: TOPICS }];
    case "ThreadResolved":
    case "QueryReaddressed":
      return [...undone, { thread: event.body.thread, topics: ["query"] }];
    case "TagAssigned":
      return [...undone, { tag: event.body.tag, topics: ["assignment"] }];
    case "TagChecked":
    case "TagReopened":
      return [...undone, { tag: event.body.tag, topics: ["verdict"] }];
    case "TagDismissed":
    case "TagWithdrawn":
      return [...undone, { tag: event.body.tag, topics: ["assignment", "verdict"] }];
    default:
      return undone;
  }
}
