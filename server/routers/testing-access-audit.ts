import type { Role } from "~/core/policy";
import type { Row } from "./testing-access";
import { TEST_ROLES } from "./testing-world";

/** Who may call which procedure of the audit. Not for use outside of tests. */

const readers: Role[] = ["reporter", "copy-editor", "checker", "standards", "managing-editor"];
const auditors: Role[] = [...readers, "admin"];
/** Counsel sees only the articles that are shared with them. */
const unseen: Role[] = ["counsel"];

export const AUDIT: Record<string, Row> = {
  "audit.list": { may: TEST_ROLES, call: (api, { newsroom }) => api.audit.list({ newsroom }) },
  "audit.list: of an article": {
    may: auditors,
    unseen,
    call: (api, { newsroom, article }) => api.audit.list({ newsroom, filter: { article } }),
  },
  "audit.surroundings": {
    may: TEST_ROLES,
    call: (api, { newsroom }) => api.audit.surroundings({ newsroom }),
  },
  "audit.surroundings: of an article": {
    may: auditors,
    unseen,
    call: (api, { newsroom, article }) => api.audit.surroundings({ newsroom, article }),
  },
  "audit.passages": {
    may: readers,
    unseen,
    call: (api, { article }) => api.audit.passages({ article }),
  },
  "audit.record": {
    may: readers,
    unseen,
    call: (api, { article, tag }) => api.audit.record({ article, tag }),
  },
};
