import { z } from "zod";

import { ARTICLE_STATES } from "~/core/article";
import { SEARCH_PLACES } from "~/core/search";
import { DeskId, UserId } from "./ids";
import { Finding, TagState } from "./tag";
import { line } from "./words";

/** A search as it comes in, by a procedure or in the address of an export. Null asks nothing. */
export const SearchAsked = z.strictObject({
  words: line(200).default(""),
  within: z.enum(SEARCH_PLACES).default("everywhere"),
  type: line(60).nullable().default(null),
  /** A choice's value, "true" or "false", or words that an attribute of words has. */
  attributes: z
    .array(z.strictObject({ name: line(60, 1), value: line(100, 1) }))
    .max(10)
    .default([]),
  /** Who tagged. */
  author: UserId.nullable().default(null),
  /** Null: every state in which a tag counts. */
  state: TagState.nullable().default(null),
  finding: Finding.nullable().default(null),
  articleState: z.enum(ARTICLE_STATES).nullable().default(null),
  desk: z
    .union([DeskId, z.literal("none")])
    .nullable()
    .default(null),
});
export type SearchAsked = z.infer<typeof SearchAsked>;

/** The place of a hit among all: where a page of them ended. `at` in milliseconds since 1970. */
export const SearchCursor = z.strictObject({ at: z.number().int().nonnegative().max(8.64e15), id: z.uuid() });
export type SearchCursor = z.infer<typeof SearchCursor>;
