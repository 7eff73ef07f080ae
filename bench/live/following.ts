import { setTimeout as pause } from "node:timers/promises";
import type { ArticleId } from "~/core/ids";
import type { Floor } from "~/db/testing-floor";
import { Follower } from "./followers";
import type { Served } from "./newsroom";
import { post, tagging } from "./writing";

/** So often is written. */
const A_SECOND = 10;
/** The first second's are not timed: followers have only just come. */
const UNTIMED = 10;
/** Of one person; the server allows twenty. */
export const STREAMS_OF_ONE = 10;
/** A server that is slower is not measured any more, in milliseconds. */
const ANSWERED_WITHIN = 60_000;
/** So long followers may take to the last event, and the server to notice that they have left, in milliseconds. */
const CATCH_UP_WITHIN = 30_000;
const NOTICED_WITHIN = 3_000;

export interface Followed {
  readonly article: ArticleId;
  /** The Cookie headers of the writer, and of as many people as the followers take. */
  readonly writer: string;
  readonly cookies: readonly string[];
  /** How many follow. */
  readonly count: number;
  readonly seconds: number;
}

export interface Measured {
  readonly writes: number;
  /** How many events came, of all that each follower was to get. */
  readonly delivered: number;
  /** Those that came twice or out of order. */
  readonly wrong: number;
  /** From the writer's request to the follower's event, without the first second's, in milliseconds, the quickest first. */
  readonly times: readonly number[];
  /** What the server held more while they followed, for each of them, in kilobytes. */
  readonly heldForEach: number;
}

/** Has people follow an article to which somebody writes, and leave again. */
export async function follow(
  served: Served,
  { article, writer, cookies, count, seconds }: Followed,
): Promise<Measured> {
  const before = await served.memory();
  const followers = Array.from({ length: count }, () => new Follower(2));
  // Forty at a time, as after a restart they come spread by chance.
  for (let from = 0; from < count; from += 40) {
    const some = followers.slice(from, from + 40);
    await Promise.all(
      some.map((each, n) =>
        each.open({
          origin: served.origin,
          cookie: cookies[Math.floor((from + n) / STREAMS_OF_ONE)] ?? "",
          article,
        }),
      ),
    );
  }
  const writes = UNTIMED + seconds * A_SECOND;
  const sent = new Map<number, number>();
  await atPace(writes, async (n) => {
    const began = performance.now();
    const sending = { article, cookie: writer, ...tagging(n) };
    const { seq } = await post(served.origin, sending, ANSWERED_WITHIN);
    if (n >= UNTIMED) sent.set(seq, began);
  });
  const isDone = () => followers.every(({ came }) => came.size >= writes);
  for (let waited = 0; waited < CATCH_UP_WITHIN && !isDone(); waited += 100) await pause(100);
  const during = await served.memory();
  for (const each of followers) each.close();
  await pause(NOTICED_WITHIN);
  const times = followers.flatMap(({ came }) =>
    [...came].flatMap(([seq, at]) => {
      const began = sent.get(seq);
      return began === undefined ? [] : at - began;
    }),
  );
  return {
    writes,
    delivered: followers.reduce((sum, { came }) => sum + came.size, 0) / (writes * count),
    wrong: followers.reduce((sum, each) => sum + each.wrong, 0),
    times: times.sort((a, b) => a - b),
    heldForEach: (during - before) / count,
  };
}

/** Postgres' own floor at the same pace: how long a row and its notification take, in milliseconds, the quickest first. */
export async function floorTimes(floor: Floor, seconds: number): Promise<readonly number[]> {
  const times: number[] = [];
  await atPace(seconds * A_SECOND, async () => {
    const began = performance.now();
    await floor.write();
    times.push(performance.now() - began);
  });
  return times.sort((a, b) => a - b);
}

/** Writes ten times a second, whether or not what was written before is through; done when all of it is. */
async function atPace(count: number, write: (n: number) => Promise<void>): Promise<void> {
  const begun = performance.now();
  const all: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const through = write(n);
    // What fails is told at the end, with all the others.
    through.catch(() => undefined);
    all.push(through);
    await pause(Math.max(0, begun + ((n + 1) * 1_000) / A_SECOND - performance.now()));
  }
  await Promise.all(all);
}
