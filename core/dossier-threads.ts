import type { DossierComment, DossierTag, DossierThread, Told } from "./shapes/dossier";
import type { UserId } from "./ids";
import { withoutTargets } from "./mentions";
import type { Thread, ThreadComment } from "./thread";
import type { Words } from "./words";

/** Threads as a dossier tells them, and what they were in their former home. */

/** How names, times and words are told. */
export interface Telling {
  readonly name: (person: UserId) => string;
  readonly time: (milliseconds: number) => string;
  readonly tell: (words: Words) => Told;
  /** The number of the revision that the dossier is of. */
  readonly revision: number;
}

/** The threads of those that were not withdrawn, but for those about tags that the dossier leaves out. */
export function threadsIn(
  threads: Iterable<Thread>,
  tags: ReadonlySet<string>,
  how: Telling,
): DossierThread[] {
  return [...threads]
    .filter(({ state, tag }) => state !== "withdrawn" && (tag === null || tags.has(tag)))
    .sort((a, b) => begun(a) - begun(b))
    .map((thread) => threadIn(thread, how));
}

/** When it was begun, in its former home where it was imported: all of a file's threads come in at one moment. */
function begun({ imported, at }: Thread): number {
  return imported?.at ?? at;
}

function threadIn(thread: Thread, how: Telling): DossierThread {
  const { name, time, revision } = how;
  const { id, kind, tag, anchor, comments, blocking, addressee, due, resolution, imported } = thread;
  return {
    id,
    kind,
    tag,
    // Words that the text has no longer have no place in it.
    passage:
      anchor?.revision === revision ? { start: anchor.start, end: anchor.end, exact: anchor.exact } : null,
    comments: comments.map((comment) => commentIn(comment, how)),
    blocking,
    addressee: addressee && ("person" in addressee ? { name: name(addressee.person) } : addressee),
    due: due === null ? null : time(due),
    resolution: resolution && { by: name(resolution.by), at: time(resolution.at) },
    imported: imported && {
      addressee: imported.addressee,
      resolution: imported.resolved && { by: imported.resolved.by, at: time(imported.resolved.at) },
    },
  };
}

function commentIn(comment: ThreadComment, { name, time, tell }: Telling): DossierComment {
  const { by, at, editedAt, words, imported } = comment;
  const moment = (milliseconds: number | null) => (milliseconds === null ? null : time(milliseconds));
  const told = tell(words);
  return {
    by: name(by),
    at: time(at),
    editedAt: moment(editedAt),
    words: typeof told === "string" ? withoutTargets(told) : told,
    imported: imported && { by: imported.by, at: time(imported.at), editedAt: moment(imported.editedAt) },
  };
}

/** Who said it first, and when. */
export function formerComment({
  by,
  at,
  editedAt,
  imported,
}: DossierComment): NonNullable<DossierComment["imported"]> {
  return imported ?? { by, at, editedAt };
}

/** Whom the query was put to by name, and who settled the thread, where that was done first. */
export function formerThread({
  addressee,
  resolution,
  imported,
}: DossierThread): NonNullable<DossierThread["imported"]> {
  const present = addressee && "name" in addressee ? addressee.name : null;
  return {
    addressee: imported?.addressee ?? present,
    resolution: resolution && (imported?.resolution ?? resolution),
  };
}

/** The thread as it was where it came from, its tag by its place among the dossier's. */
export function originalThread(
  thread: DossierThread,
  place: (id: DossierTag["id"]) => number | undefined,
): unknown {
  const { id: _, imported: _imported, tag, comments, addressee, ...rest } = thread;
  const { addressee: name, resolution } = formerThread(thread);
  return {
    ...rest,
    tag: tag === null ? null : place(tag),
    addressee: name === null ? addressee : { name },
    resolution,
    comments: comments.map((comment) => ({ words: comment.words, ...formerComment(comment) })),
  };
}
