"use client";

import * as words from "~/app/_lib/words";
import { Time } from "~/app/_ui/time";
import { EvidencePart } from "~/app/articles/[id]/_evidence/evidence-part";
import { LinksPart } from "~/app/articles/[id]/_links/links-part";
import { WritingHint } from "~/app/articles/[id]/_presence/writing-hint";
import { useCan, useClosed } from "~/app/articles/[id]/_store/hooks";
import { PlacementNote } from "~/app/articles/[id]/_revise/placements";
import { ThreadsPart } from "~/app/articles/[id]/_threads/threads-part";
import { isStanding, type Tag } from "~/core/tag";
import { AttributeFields } from "./attribute-fields";
import { CheckPart } from "./check-part";
import { ConflictNotes } from "./conflict-note";
import { Edges } from "./edges";
import { HeldWords } from "./held-words";
import { NoteField } from "./note-field";
import { TagActions } from "./tag-actions";
import { useNames } from "./use-names";

const say = words.margin;

/** Everything about a tag: what it says, its note, what it rests on, how far its check has come. */
export function CardBody({ tag }: { tag: Tag }) {
  const why = useLock(tag);
  const name = useNames();
  return (
    <div className="flex flex-col gap-3 px-2.5 py-2.5">
      <blockquote className="max-h-32 overflow-y-auto font-serif text-[0.9375rem] wrap-anywhere" dir="auto">
        {tag.anchor.exact}
      </blockquote>
      <p className="text-xs text-muted">
        {say.byAt(name(tag.author))} · <Time at={tag.at} />
      </p>
      <PlacementNote tag={tag} />
      <WritingHint tag={tag.id} />
      <ConflictNotes tag={tag} />
      {why !== null && <p className="rounded-md bg-sunken px-2.5 py-2">{why}</p>}
      <AttributeFields tag={tag} locked={why !== null} />
      {tag.imported && <ImportedPart tag={tag} />}
      <EvidencePart tag={tag} locked={why !== null} />
      <LinksPart tag={tag} locked={why !== null} />
      <CheckPart tag={tag} />
      <ThreadsPart tag={tag} />
      <div className="flex flex-col gap-2.5 border-t pt-2.5">
        {why === null ? <NoteField tag={tag} /> : <NoteRead tag={tag} />}
        {why === null && <Edges tag={tag} />}
        <TagActions tag={tag} />
      </div>
    </div>
  );
}

/** Why the tag cannot be changed as it is; null if it can. */
function useLock(tag: Tag): string | null {
  const closed = useClosed();
  const tagging = useCan("tag");
  if (closed !== null) return closed;
  if (!tagging.allowed) return tagging.why;
  return isStanding(tag) ? null : say.notStanding(say.state[tag.review.state]);
}

function NoteRead({ tag: { note } }: { tag: Tag }) {
  if (!note) return null;
  return (
    <div>
      <p className="text-muted">{say.note}</p>
      <HeldWords of={note} />
    </div>
  );
}

/** What an imported tag was where it came from. */
function ImportedPart({ tag: { imported } }: { tag: Tag }) {
  if (!imported) return null;
  const { verdict } = imported;
  return (
    <div className="rounded-md border border-dashed px-2.5 py-2">
      <p>{say.importedFrom(imported.author, say.state[imported.state])}</p>
      {verdict && (
        <p className="text-muted">
          {say.importedVerdict(say.finding[verdict.finding], verdict.by)} · <Time at={verdict.at} />
        </p>
      )}
      {verdict?.note && <HeldWords of={verdict.note} />}
    </div>
  );
}
