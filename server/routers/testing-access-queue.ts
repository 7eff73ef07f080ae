import type { Role } from "~/core/policy";
import type { Row } from "./testing-access";
import { TEST_ROLES } from "./testing-world";

/** Of the table of who may call which procedure: the queues and the threads. Not for use outside of tests. */

const all = TEST_ROLES;
/** All but the administrator, who reads no texts. */
const readers: Role[] = all.filter((role) => role !== "admin");

/** A row for each procedure. */
export const QUEUE: Record<string, Row> = {
  "queue.tags": {
    may: readers,
    call: (api, { newsroom }) => api.queue.tags({ newsroom, asked: { queue: "next" } }),
  },
  "queue.articles": {
    may: readers,
    call: (api, { newsroom }) => api.queue.articles({ newsroom, queue: "risk" }),
  },
  "queue.counts": { may: readers, call: (api, { newsroom }) => api.queue.counts({ newsroom }) },
  "queue.surroundings": { may: readers, call: (api, { newsroom }) => api.queue.surroundings({ newsroom }) },
  "queue.look": {
    may: readers.filter((role) => role !== "counsel"),
    unseen: ["counsel"],
    call: (api, { article, tag }) => api.queue.look({ article, tag }),
  },
  "queue.plan": {
    may: readers.filter((role) => role !== "reporter" && role !== "counsel"),
    call: (api, { newsroom, article, tag, person }) =>
      api.queue.plan({ newsroom, tags: [{ article, tag }], among: [person], how: "in-turn" }),
  },
  "queue.lastTogether": {
    may: all,
    call: (api, { newsroom }) => api.queue.lastTogether({ newsroom }),
  },

  "threads.participants": {
    may: readers.filter((role) => role !== "counsel"),
    unseen: ["counsel"],
    call: (api, { article }) => api.threads.participants({ article }),
  },
  "threads.waiting": { may: all, call: (api, { newsroom }) => api.threads.waiting({ newsroom }) },
  "threads.waitingCount": { may: all, call: (api, { newsroom }) => api.threads.waitingCount({ newsroom }) },
};
