import { v7 } from "uuid";

import type { Role } from "~/core/policy";
import type { Row } from "./testing-access";
import { TEST_ROLES } from "./testing-world";

/** Of the table of who may call which procedure: the search, and what is kept of it. Not for use outside of tests. */

const all = TEST_ROLES;
/** All but the administrator, who reads no texts. */
const readers: Role[] = all.filter((role) => role !== "admin");

/** A view to keep. */
function aView(newsroom: string) {
  return { newsroom, id: v7(), page: "search", name: "Claims", query: "type=claim", shared: false } as const;
}

/** A row for each procedure. */
export const SEARCHING: Record<string, Row> = {
  "search.find": {
    may: readers,
    call: (api, { newsroom }) => api.search.find({ newsroom, asked: { words: "harbour" } }),
  },
  "search.surroundings": {
    may: readers,
    call: (api, { newsroom }) => api.search.surroundings({ newsroom }),
  },

  "views.list": { may: all, call: (api, { newsroom }) => api.views.list({ newsroom, page: "search" }) },
  "views.keep": { may: all, call: (api, { newsroom }) => api.views.keep(aView(newsroom)) },
  "views.change": {
    may: all,
    call: async (api, { newsroom }) => {
      const { id } = await api.views.keep(aView(newsroom));
      return api.views.change({ newsroom, id, shared: true });
    },
  },
  "views.forget": {
    may: all,
    call: async (api, { newsroom }) => {
      const { id } = await api.views.keep(aView(newsroom));
      return api.views.forget({ newsroom, id });
    },
  },
};
