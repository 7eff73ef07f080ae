import { z } from "zod";

import { ArticleState, Block, Direction, Language, SourceUrl } from "./article";
import { EvidenceKind } from "./newsroom";
import { Scheme } from "./scheme";
import { Finding, TagState } from "./tag";
import { MAX_TEXT } from "~/core/text";
import { THREAD_KINDS } from "~/core/thread";
import { Addressee } from "./thread";
import { line } from "./words";

/**
 * A dossier is what an article is to the world: its text, its tags with all that was said and found about
 * them, the evidence, and who did what when, by name. Exports are written from dossiers, imports read them.
 * Offsets are UTF-16 code units into `text`, end exclusive, as everywhere inside; formats convert. Times are
 * RFC 3339 in UTC. What was removed from the record is a mark, never words.
 */

/** A moment, to the millisecond. @see https://www.rfc-editor.org/rfc/rfc3339 */
export const Time = z.iso.datetime();

/** Stands where words were removed from the record, and says when. */
export const Removed = z.strictObject({ removed: z.literal(true), at: Time.nullable() });
export type Removed = z.infer<typeof Removed>;

/** Words as they can be told: themselves, or that they were removed. */
export type Told = string | Removed;
const told = (maxLength: number, minLength = 0) => z.union([line(maxLength, minLength), Removed]);

const Name = line(200);

export const DossierVerdict = z.strictObject({
  finding: Finding,
  by: Name,
  at: Time,
  note: told(10_000).nullable(),
});

export const DossierApproval = z.strictObject({
  by: Name,
  at: Time,
  /** The approver had also set the verdict: said wherever the approval is. */
  self: z.boolean(),
});

const review = { state: TagState, verdict: DossierVerdict.nullable(), approval: DossierApproval.nullable() };

export const DossierTag = z.strictObject({
  id: z.uuid(),
  type: z.string().max(60),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  exact: z.string(),
  prefix: z.string().max(100),
  suffix: z.string().max(100),
  attributes: z.record(z.string().max(60), z.union([z.boolean(), line(300), Removed])),
  note: told(10_000).nullable(),
  author: Name,
  at: Time,
  ...review,
  /** Ids of the dossier's evidence items, in the order in which they were attached. */
  evidence: z.array(z.uuid()).max(1_000),
  /** The links that go out from it to others of the dossier's tags, in the order in which they were made. */
  links: z
    .array(z.strictObject({ kind: line(60), target: z.uuid() }))
    .max(1_000)
    .default([]),
  /** What it was in its former home, where it was imported: it counts for nothing in this one. */
  imported: z.strictObject({ author: Name, at: Time.nullable(), ...review }).nullable(),
});
export type DossierTag = z.infer<typeof DossierTag>;

const said = { by: Name, at: Time, editedAt: Time.nullable() };
const resolution = z.strictObject({ by: Name, at: Time }).nullable();

/** Something that was said. Mentions are told by name: other newsrooms do not know the people. */
export const DossierComment = z.strictObject({
  ...said,
  words: told(5_000, 1),
  /** Whose it was in its former home, and when. */
  imported: z.strictObject(said).nullable(),
});
export type DossierComment = z.infer<typeof DossierComment>;

export const DossierThread = z.strictObject({
  id: z.uuid(),
  kind: z.enum(THREAD_KINDS),
  /** The one of the dossier's tags that it is about. */
  tag: z.uuid().nullable(),
  /** The words that it is about, as they stood when it was opened; null for the article as a whole. */
  passage: z
    .strictObject({
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
      exact: z.string(),
    })
    .nullable(),
  /** In order; the first opened the thread. */
  comments: z.array(DossierComment).min(1).max(10_000),
  blocking: z.boolean(),
  /** Of a query: a person by name, or a role. */
  addressee: z.union([z.strictObject({ name: Name }), Addressee.options[1]]).nullable(),
  due: Time.nullable(),
  resolution,
  /** What it was in its former home, where it was imported. */
  imported: z.strictObject({ addressee: Name.nullable(), resolution }).nullable(),
});
export type DossierThread = z.infer<typeof DossierThread>;

export const DossierEvidence = z.strictObject({
  id: z.uuid(),
  kind: EvidenceKind,
  reference: told(500, 1),
  locator: told(200, 1).nullable(),
  retrievedAt: Time.nullable(),
  note: told(2_000, 1).nullable(),
  addedBy: Name,
  addedAt: Time,
  withdrawnAt: Time.nullable(),
  imported: z.strictObject({ by: Name, at: Time }).nullable(),
  /** The file that belongs to it, but for its contents: they stay in the newsroom. */
  file: z
    .strictObject({
      name: told(255, 1),
      bytes: z.number().int().positive(),
      /** Of its contents, hexadecimal. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .nullable()
    .default(null),
});
export type DossierEvidence = z.infer<typeof DossierEvidence>;

export const DossierArticle = z.strictObject({
  id: z.uuid(),
  title: told(300, 1),
  language: Language,
  direction: Direction,
  sourceUrl: SourceUrl.nullable(),
  desk: line(80).nullable(),
  author: Name,
  createdAt: Time,
  state: ArticleState,
  restricted: z.boolean(),
  revision: z.strictObject({ number: z.number().int().positive(), digest: line(200).nullable() }),
  imported: z
    .strictObject({
      newsroom: line(120),
      desk: line(80).nullable(),
      author: Name,
      createdAt: Time,
      state: ArticleState,
    })
    .nullable(),
});

export const Dossier = z.strictObject({
  newsroom: z.strictObject({ name: line(120), slug: line(60) }),
  article: DossierArticle,
  text: z.string().max(MAX_TEXT),
  blocks: z.array(Block).max(100_000),
  scheme: Scheme,
  tags: z.array(DossierTag).max(50_000),
  evidence: z.array(DossierEvidence).max(50_000),
  /** In the order of their beginning. */
  threads: z.array(DossierThread).max(50_000).default([]),
});
export type Dossier = z.infer<typeof Dossier>;

/** What a dossier is made of, as a person who chooses a format thinks of it. */
export const DOSSIER_PARTS = {
  text: "The article’s text",
  details: "Title, language, source address, desk, author, state",
  blocks: "Headline, standfirst, captions, credits",
  passages: "Tagged passages with their place",
  types: "Tag types",
  attributes: "Attributes of tags",
  notes: "Notes on tags",
  authors: "Who tagged, and when",
  verdicts: "Verdicts, by whom and when",
  approvals: "Approvals, self-approved ones marked",
  evidence: "Evidence items",
  links: "Links between tags",
  threads: "Comments and queries",
  former: "What imported tags were in their former home",
  scheme: "The tag scheme with its guidelines",
} as const;
export type DossierPart = keyof typeof DOSSIER_PARTS;

/** Told words as text for formats that know no marks: what was removed is said in brackets. */
export function readTold(words: Told): string {
  return typeof words === "string" ? words : "[removed]";
}
