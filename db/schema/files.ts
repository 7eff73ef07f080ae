import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";

import { bytes, moment } from "./columns";
import { ofNewsroom } from "./newsroom";

/**
 * The contents of files that came in, once for each newsroom and hash. The hash is null while a file is still coming
 * in: what never got one is swept.
 */
export const evidenceFiles = pgTable(
  "evidence_files",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey(),
    /** SHA-256 of the contents, hexadecimal. */
    sha256: text(),
    begunAt: moment().notNull(),
  },
  (t) => [
    unique("evidence_files_hash_key").on(t.newsroomId, t.sha256),
    index("evidence_files_newsroom_idx").on(t.newsroomId, t.begunAt),
  ],
);

/** The contents in order, a part to a row, so that nobody holds a whole file in memory. */
export const evidenceFileParts = pgTable(
  "evidence_file_parts",
  {
    fileId: uuid()
      .notNull()
      .references(() => evidenceFiles.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    content: bytes().notNull(),
  },
  (t) => [primaryKey({ name: "evidence_file_parts_pkey", columns: [t.fileId, t.number] })],
);
