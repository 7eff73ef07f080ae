import type { Row } from "./testing-access";

/** Of the table of who may call which procedure: what one is told of. Not for use outside of tests. */

/** A row for each procedure. */
export const NOTICES: Record<string, Row> = {
  "notices.unread": { may: "signed in", call: (api) => api.notices.unread() },
  "notices.list": { may: "signed in", call: (api) => api.notices.list({}) },
  "notices.sendsLetters": { may: "signed in", call: (api) => api.notices.sendsLetters() },
  "notices.read": {
    may: "signed in",
    call: (api, { article }) => api.notices.read({ article, seq: 1 }),
  },
  "notices.readAll": { may: "signed in", call: (api) => api.notices.readAll({ at: 0 }) },
};
