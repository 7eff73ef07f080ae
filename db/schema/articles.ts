import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

import { ARTICLE_STATES, type Block } from "~/core/article";
import type { ArticleId, DeskId, EvidenceId, NewsroomId, TagId, UserId } from "~/core/ids";
import { type Life, NEW_LIFE } from "~/core/life";
import type { Attributes } from "~/core/scheme";
import { FINDINGS, type Identity, type Imported, type Placement, TAG_STATES, type Waiver } from "~/core/tag";
import type { Words } from "~/core/words";
import { moment } from "./columns";
import { desks, evidence, newsrooms, schemes } from "./newsrooms";
import { users } from "./people";
import { textOfTag, wordsIn } from "./searchable";

const ofNewsroom = () =>
  uuid()
    .notNull()
    .$type<NewsroomId>()
    .references(() => newsrooms.id);
const person = () =>
  uuid()
    .$type<UserId>()
    .references(() => users.id);

/** True for articles that are worked on or have gone out: as the index of them has it, to the letter. */
export const IS_CURRENT = sql`"articles"."state" not in ('archived', 'spiked')`;

/** True for articles that are not yet out, are being corrected, or owe something: as the index has it, to the letter. */
export const IS_IN_WORK = sql`("articles"."state" in ('draft', 'in-review', 'ready', 'correcting') or "articles"."debt_due" is not null)`;

/** True for articles to which something can still be done; beside the conditions of the indexes above. */
export const IS_OPEN_TO_WORK = sql`"articles"."state" not in ('archived', 'spiked', 'withdrawn')`;

/** By when work has to be done, to sort by: what is owed, else the deadline; what has none comes last. */
export const IN_ORDER_OF_DUE = sql`coalesce("articles"."debt_due", "articles"."deadline", 'infinity'::timestamptz)`;

/** An article with the head of its log: what `execute` locks, so that its events have one order. */
export const articles = pgTable(
  "articles",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey().$type<ArticleId>(),
    /** Null once it was removed. */
    title: text(),
    titleRef: text().notNull(),
    titleRemovedAt: moment(),
    language: text().notNull(),
    direction: text({ enum: ["ltr", "rtl"] }).notNull(),
    sourceUrl: text(),
    deskId: uuid()
      .$type<DeskId>()
      .references(() => desks.id),
    authorId: person().notNull(),
    restricted: boolean().notNull().default(false),
    state: text({ enum: ARTICLE_STATES }).notNull(),
    life: jsonb().notNull().$type<Life>().default(NEW_LIFE),
    deadline: moment(),
    /** When the first of what is still owed after publication is due. */
    debtDue: moment(),
    schemeId: text().notNull(),
    schemeVersion: integer().notNull(),
    revision: integer().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    headSeq: integer().notNull(),
    headHash: text().notNull(),
  },
  (t) => [
    foreignKey({
      name: "articles_scheme_fkey",
      columns: [t.newsroomId, t.schemeId, t.schemeVersion],
      foreignColumns: [schemes.newsroomId, schemes.id, schemes.version],
    }),
    index("articles_current_idx").on(t.newsroomId, t.updatedAt.desc(), t.id.desc()).where(IS_CURRENT),
    index("articles_recent_idx").on(t.newsroomId, t.state, t.updatedAt.desc(), t.id.desc()),
    index("articles_author_idx").on(t.newsroomId, t.authorId),
    index("articles_deadline_idx")
      .on(t.newsroomId, t.deadline, t.id)
      .where(sql`${t.deadline} is not null`),
    index("articles_work_idx").on(t.newsroomId, IN_ORDER_OF_DUE, t.id).where(IS_IN_WORK),
    index("articles_debts_idx")
      .on(t.newsroomId, t.debtDue, t.id)
      .where(sql`${t.debtDue} is not null`),
    index("articles_title_idx").using("gin", sql`to_tsvector('simple', coalesce(${t.title}, ''))`),
  ],
);

/** Who may see an article beyond the rule of desks. */
export const shares = pgTable(
  "shares",
  {
    newsroomId: ofNewsroom(),
    articleId: uuid()
      .notNull()
      .$type<ArticleId>()
      .references(() => articles.id),
    userId: person().notNull(),
    kind: text({ enum: ["assigned", "reader"] }).notNull(),
  },
  (t) => [
    primaryKey({ name: "shares_pkey", columns: [t.articleId, t.userId] }),
    index("shares_user_idx").on(t.userId, t.newsroomId),
  ],
);

export const revisions = pgTable(
  "revisions",
  {
    newsroomId: ofNewsroom(),
    articleId: uuid()
      .notNull()
      .$type<ArticleId>()
      .references(() => articles.id),
    number: integer().notNull(),
    text: text().notNull(),
    textRef: text().notNull(),
    digest: text(),
    blocks: jsonb().notNull().$type<Block[]>(),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ name: "revisions_pkey", columns: [t.articleId, t.number] }),
    // Finds a text that is here already; whole texts are too long for an index.
    index("revisions_same_text_idx").on(t.newsroomId, sql`md5(${t.text})`),
    index("revisions_words_idx").using("gin", wordsIn(t.text)),
    index("revisions_recent_idx").on(t.newsroomId, t.createdAt.desc(), t.articleId.desc()),
  ],
);

/** Tags as they stand now. Offsets are UTF-16 code units into the revision's text, end exclusive. */
export const tags = pgTable(
  "tags",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey().$type<TagId>(),
    articleId: uuid()
      .notNull()
      .$type<ArticleId>()
      .references(() => articles.id),
    type: text().notNull(),
    attributes: jsonb().notNull().$type<Attributes>(),
    revision: integer().notNull(),
    startOffset: integer().notNull(),
    endOffset: integer().notNull(),
    exact: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
    placement: jsonb().$type<Placement>(),
    note: jsonb().$type<Words>(),
    state: text({ enum: TAG_STATES }).notNull(),
    finding: text({ enum: FINDINGS }),
    verdictBy: person(),
    verdictAt: moment(),
    verdictNote: jsonb().$type<Words>(),
    approvedBy: person(),
    approvedAt: moment(),
    selfApproved: boolean(),
    waiver: jsonb().$type<Waiver>(),
    identity: jsonb().$type<Identity>(),
    assigneeId: person(),
    authorId: person().notNull(),
    createdAt: moment().notNull(),
    schemeVersion: integer().notNull(),
    imported: jsonb().$type<Imported>(),
    answered: boolean().notNull(),
    touched: integer().notNull(),
  },
  (t) => [
    foreignKey({
      name: "tags_revision_fkey",
      columns: [t.articleId, t.revision],
      foreignColumns: [revisions.articleId, revisions.number],
    }),
    check("tags_bounds", sql`${t.startOffset} >= 0 and ${t.startOffset} < ${t.endOffset}`),
    check("tags_verdict_whole", sql`num_nulls(${t.finding}, ${t.verdictBy}, ${t.verdictAt}) in (0, 3)`),
    check(
      "tags_approval_whole",
      sql`num_nulls(${t.approvedBy}, ${t.approvedAt}, ${t.selfApproved}) in (0, 3)`,
    ),
    check(
      "tags_checked_has_verdict",
      sql`${t.state} not in ('checked', 'approved') or ${t.finding} is not null`,
    ),
    check("tags_approved_has_approval", sql`${t.state} <> 'approved' or ${t.approvedBy} is not null`),
    index("tags_article_idx").on(t.articleId, t.startOffset, t.endOffset),
    index("tags_newsroom_idx").on(t.newsroomId, t.state, t.type),
    index("tags_words_idx").using("gin", wordsIn(textOfTag(t))),
    index("tags_assignee_idx")
      .on(t.newsroomId, t.assigneeId, t.articleId)
      .where(sql`${t.assigneeId} is not null and ${t.state} in ('open', 'checked', 'stale')`),
    index("tags_stale_idx")
      .on(t.newsroomId, t.articleId)
      .where(sql`${t.state} = 'stale'`),
    index("tags_recent_idx").on(t.newsroomId, t.createdAt.desc(), t.id.desc()),
  ],
);

/** Which tags rest on which evidence, in the order in which it was attached. */
export const evidenceUses = pgTable(
  "evidence_uses",
  {
    newsroomId: ofNewsroom(),
    tagId: uuid()
      .notNull()
      .$type<TagId>()
      .references(() => tags.id),
    evidenceId: uuid()
      .notNull()
      .$type<EvidenceId>()
      .references(() => evidence.id),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: "evidence_uses_pkey", columns: [t.tagId, t.evidenceId] }),
    index("evidence_uses_evidence_idx").on(t.evidenceId),
  ],
);

/** Which tags say what of which other tags of their article, in the order in which each was linked. */
export const links = pgTable(
  "links",
  {
    newsroomId: ofNewsroom(),
    tagId: uuid()
      .notNull()
      .$type<TagId>()
      .references(() => tags.id),
    kind: text().notNull(),
    targetId: uuid()
      .notNull()
      .$type<TagId>()
      .references(() => tags.id),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: "links_pkey", columns: [t.tagId, t.kind, t.targetId] }),
    check("links_two_ends", sql`${t.tagId} <> ${t.targetId}`),
    index("links_target_idx").on(t.targetId),
  ],
);
