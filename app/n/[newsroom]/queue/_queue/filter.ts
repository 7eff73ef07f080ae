import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

import { idIn } from "~/core/ids";
import { ARTICLE_QUEUES, type ArticleQueue, TAG_QUEUES } from "~/core/queue";
import type { TagQueueAsked } from "~/core/shapes/queue";
import { UNDECIDED } from "~/core/tag";

/** The queues as the address holds them: `?queue=stale&type=claim&must=true&desk=…`. */
export const filterParsers = {
  queue: parseAsStringLiteral([...TAG_QUEUES, ...ARTICLE_QUEUES]).withDefault("next"),
  type: parseAsString,
  state: parseAsStringLiteral(UNDECIDED),
  must: parseAsBoolean.withDefault(false),
  mine: parseAsBoolean.withDefault(false),
  desk: parseAsString,
};

export type QueueFilter = inferParserType<typeof filterParsers>;

/** Reads the filters on the server. */
export const readFilter = createLoader(filterParsers);

const serialize = createSerializer(filterParsers);

/** What the address has after its question mark. */
export function queryOf(filter: QueueFilter): string {
  return serialize(filter).slice(1);
}

export const NO_FILTER = { type: null, state: null, must: false, mine: false, desk: null };

/** Whether anything narrows the queue. */
export function isNarrowed({ type, state, must, mine, desk }: QueueFilter): boolean {
  return type !== null || state !== null || must || mine || desk !== null;
}

/** The queue of articles that is asked for; null for one of tags. */
export function articleQueueIn({ queue }: QueueFilter): ArticleQueue | null {
  return ARTICLE_QUEUES.find((one) => one === queue) ?? null;
}

/** The desk that is asked for; what an address holds that is none is left out. */
export function deskIn({ desk }: QueueFilter): TagQueueAsked["desk"] {
  return desk === "none" ? desk : idIn("desk", desk);
}

/** What is asked for a filter, of a queue of tags. */
export function askedBy(filter: QueueFilter): TagQueueAsked {
  const { type, state, must, mine } = filter;
  const queue = TAG_QUEUES.find((one) => one === filter.queue) ?? "next";
  return {
    queue,
    type: type === null ? null : type.slice(0, 60).toWellFormed(),
    // A queue of one state has no other.
    state: queue === "stale" ? null : state,
    must,
    mine: queue === "unclaimed" ? false : mine,
    desk: deskIn(filter),
  };
}
