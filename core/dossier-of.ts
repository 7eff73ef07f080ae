import type { z } from "zod";

import type { Article, Origin, Revision } from "./article";
import { originalThread, threadsIn } from "./dossier-threads";
import type { EvidenceId, TagId, ThreadId, UserId } from "./ids";
import type {
  Dossier,
  DossierApproval,
  DossierEvidence,
  DossierTag,
  DossierVerdict,
  Told,
} from "./shapes/dossier";
import type { Evidence } from "./newsroom";
import type { Scheme, Value } from "./scheme";
import { type Approval, arrivingState, type Imported, type Tag, type Verdict } from "./tag";
import type { Thread } from "./thread";
import type { Words } from "./words";

/**
 * From an article to its dossier, and from a dossier to what it was in its former home.
 */

/** What else a dossier tells, beside the article as it stands. */
export interface Surroundings {
  readonly newsroom: { readonly name: string; readonly slug: string };
  readonly desk: string | null;
  readonly scheme: Scheme;
  readonly names: ReadonlyMap<UserId, string>;
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>;
  readonly origin: Origin | null;
}

/** The article as it stands: what a slice holds once there is an article. */
export interface Standing {
  readonly article: Article;
  readonly revision: Revision;
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly threads: ReadonlyMap<ThreadId, Thread>;
}

/** Whether the tag stands in that text. What was lost when the text changed stands in an earlier one. */
export function isIn({ anchor }: Pick<Tag, "anchor">, { number }: Pick<Revision, "number">): boolean {
  return anchor.revision === number;
}

/** The dossier of an article: of the tags in its text those that `wanted` lets through, the links among them, the evidence that they rest on, and what is said. */
export function dossierOf(
  { article, revision, tags, threads }: Standing,
  around: Surroundings,
  wanted: (tag: Tag) => boolean = () => true,
): Dossier {
  const name = (person: UserId) => around.names.get(person) ?? "somebody";
  const chosen = [...tags.values()].filter((tag) => isIn(tag, revision) && wanted(tag));
  const ids = new Set<string>(chosen.map(({ id }) => id));
  return {
    newsroom: { ...around.newsroom },
    article: {
      id: article.id,
      title: tell(article.title),
      language: article.language,
      direction: article.direction,
      sourceUrl: article.sourceUrl,
      desk: around.desk,
      author: name(article.author),
      createdAt: time(article.createdAt),
      state: article.state,
      restricted: article.restricted,
      revision: { number: revision.number, digest: revision.digest },
      imported: around.origin && { ...around.origin, createdAt: time(around.origin.createdAt) },
    },
    text: revision.text,
    blocks: revision.blocks,
    scheme: around.scheme,
    tags: chosen.map((tag) => ({
      ...tagIn(tag, name),
      links: tag.links.filter(({ target }) => ids.has(target)),
    })),
    evidence: evidenceOf(chosen, around, name),
    threads: threadsIn(threads.values(), ids, { name, time, tell, revision: revision.number }),
  };
}

function tagIn(tag: Tag, name: (person: UserId) => string): Omit<DossierTag, "links"> {
  const { verdict, approval, state } = tag.review;
  return {
    id: tag.id,
    type: tag.type,
    start: tag.anchor.start,
    end: tag.anchor.end,
    exact: tag.anchor.exact,
    prefix: tag.anchor.prefix,
    suffix: tag.anchor.suffix,
    attributes: Object.fromEntries(Object.entries(tag.attributes).map(([key, value]) => [key, plain(value)])),
    note: tag.note && tell(tag.note),
    author: name(tag.author),
    at: time(tag.at),
    state,
    verdict: verdict && verdictIn({ ...verdict, by: name(verdict.by) }),
    approval: approval && approvalIn({ ...approval, by: name(approval.by) }),
    evidence: [...tag.evidence],
    imported: tag.imported && importedIn(tag.imported),
  };
}

function importedIn({ author, at, state, verdict, approval }: Imported): DossierTag["imported"] {
  return {
    author,
    at: at === null ? null : time(at),
    state,
    verdict: verdict && verdictIn(verdict),
    approval: approval && approvalIn(approval),
  };
}

type Named<T extends { by: string }> = Omit<T, "by"> & { by: string };

function verdictIn({ finding, by, at, note }: Named<Verdict>): z.infer<typeof DossierVerdict> {
  return { finding, by, at: time(at), note: note && tell(note) };
}

function approvalIn({ by, at, self }: Named<Approval>): z.infer<typeof DossierApproval> {
  return { by, at: time(at), self };
}

/** The items that the tags rest on, in the order of their first use. */
function evidenceOf(
  tags: readonly Tag[],
  around: Surroundings,
  name: (person: UserId) => string,
): DossierEvidence[] {
  const former = new Map(
    tags.flatMap((tag) => tag.imported?.evidence ?? []).map((item) => [item.evidence, item]),
  );
  return [...new Set(tags.flatMap((tag) => tag.evidence))].flatMap((id) => {
    const item = around.evidence.get(id);
    if (!item) return [];
    const imported = former.get(id);
    return {
      id,
      kind: item.kind,
      reference: tell(item.reference),
      locator: item.locator && tell(item.locator),
      retrievedAt: item.retrievedAt === null ? null : time(item.retrievedAt),
      note: item.note && tell(item.note),
      addedBy: name(item.addedBy),
      addedAt: time(item.addedAt),
      withdrawnAt: item.withdrawal && time(item.withdrawal.at),
      imported: imported ? { by: imported.by, at: time(imported.at) } : null,
      file: fileOf(item),
    };
  });
}

/** Of a removed file nothing is told. */
function fileOf({ file }: Evidence): DossierEvidence["file"] {
  if (!file || file.removal) return null;
  const { name, bytes, sha256 } = file;
  return { name: tell(name), bytes, sha256 };
}

function tell({ words, removedAt }: Words): Told {
  return words ?? { removed: true, at: removedAt === undefined ? null : time(removedAt) };
}

function plain(value: Value): boolean | Told {
  return typeof value === "object" ? tell(value) : value;
}

/** RFC 3339, UTC, of milliseconds since 1970. */
function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** What the article was in its first home, for whoever imports the dossier. */
export function originOf({ newsroom, article }: Dossier): NonNullable<Dossier["article"]["imported"]> {
  const { imported, desk, author, createdAt, state } = article;
  if (!imported) return { newsroom: newsroom.name, desk, author, createdAt, state };
  return { ...imported, state: state === "draft" ? imported.state : state };
}

/** Who made the tag first, and how far it had come where it came furthest, for whoever imports the dossier. */
export function formerOf(tag: DossierTag): NonNullable<DossierTag["imported"]> {
  const { author, at, state, verdict, approval, imported } = tag;
  if (!imported) return { author, at, state, verdict, approval };
  const isUntouched = verdict === null && state === arrivingState(imported.state);
  return isUntouched ? imported : { author: imported.author, at: imported.at, state, verdict, approval };
}

/**
 * The dossier as it was where it came from: what was imported counts as it did there, and ids, which an
 * import makes anew, give way to places. The files of evidence, whose contents no export holds, stay behind. The originals of a dossier and of its import are equal.
 */
export function originalOf(dossier: Dossier): unknown {
  const { title, language, direction, sourceUrl, restricted } = dossier.article;
  const place = new Map([...dossier.evidence, ...dossier.tags].map(({ id }, index) => [id, index]));
  return {
    article: { title, language, direction, sourceUrl, restricted, ...originOf(dossier) },
    text: dossier.text,
    blocks: dossier.blocks,
    scheme: dossier.scheme,
    tags: dossier.tags.map((tag) => {
      const { id: _, imported: _imported, ...rest } = tag;
      return {
        ...rest,
        ...formerOf(tag),
        evidence: tag.evidence.map((item) => place.get(item)),
        links: tag.links.map(({ kind, target }) => ({ kind, target: place.get(target) })),
      };
    }),
    evidence: dossier.evidence.map(({ id: _, file: _file, imported, ...item }) => ({
      ...item,
      addedBy: imported?.by ?? item.addedBy,
      addedAt: imported?.at ?? item.addedAt,
    })),
    threads: dossier.threads.map((thread) => originalThread(thread, (id) => place.get(id))),
  };
}
