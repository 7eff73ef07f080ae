"use client";

import { useRef, useState } from "react";
import { timeNow } from "~/app/_lib/clock";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Checkbox } from "~/app/_ui/checkbox";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { Link } from "~/app/_ui/link";
import { TextArea } from "~/app/_ui/text-area";
import { useArticle, useScheme, useStore, useTags } from "~/app/articles/[id]/_store/hooks";
import { closedRules } from "~/core/gate";
import type { TagId } from "~/core/ids";
import { useGate } from "./lamps";
import { complete, OverrideFields, type Overrides } from "./override-fields";
import { useStep } from "./step-dialogs";

const say = words.life.ask.publishCorrection;

interface Shown {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What a correction takes: what readers are told, the tags that failed, and reasons where the gate is closed. */
export function CorrectionDialog(shown: Shown) {
  const store = useStore();
  const isRefile = useArticle().life.correcting === "refile";
  const closed = closedRules(useGate());
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState("");
  const [tags, setTags] = useState<readonly TagId[]>([]);
  const [overrides, setOverrides] = useState<Overrides>({});
  const [missing, setMissing] = useState<string>();
  const { take, busy, error } = useStep(shown, words.life.done.publishCorrection);
  const submit = () => {
    const written = complete(closed, overrides, timeNow());
    if (!isRefile && note.trim() === "") setMissing(say.noteMissing);
    else if (!isRefile && tags.length === 0) setMissing(say.tagsMissing);
    else if (!written) setMissing(words.life.ask.publishPast.missing);
    else {
      setMissing(undefined);
      take({
        type: "publishCorrection",
        sees: store.slice.revision?.digest ?? null,
        note: note.trim() === "" ? null : note.trim(),
        tags: [...tags],
        overrides: written,
      });
    }
  };
  const problem = missing ?? error;
  return (
    <Dialog
      {...shown}
      title={isRefile ? say.refileTitle : say.title}
      description={say.what}
      initialFocus={field}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button onClick={() => shown.onOpenChange(false)}>{words.common.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={submit}>
            {words.life.take.publishCorrection}
          </Button>
        </>
      }
    >
      <Field label={say.note} hint={<WhoReads />} optional={isRefile}>
        <TextArea ref={field} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <TagsThatFailed tags={tags} onChange={setTags} />
      <OverrideFields closed={closed} overrides={overrides} onChange={setOverrides} />
      {problem !== undefined && <ErrorNote happened={problem} />}
    </Dialog>
  );
}

/** What becomes of the note, as the newsroom has it when the article was opened. */
function WhoReads() {
  const { slug, publicCorrections } = useStore().standing.newsroom;
  if (publicCorrections === "off") return say.noteHint;
  // In full, so that it opens beside this page, on which something may be written.
  const page = new URL(`/corrections/${slug}`, window.location.origin).href;
  return (
    <>
      {say.noteHintPublic} <Link href={page}>{say.publicPage}</Link>
    </>
  );
}

function TagsThatFailed({
  tags,
  onChange,
}: {
  tags: readonly TagId[];
  onChange: (tags: readonly TagId[]) => void;
}) {
  const scheme = useScheme();
  const all = [...useTags().values()].filter(({ review }) => review.state !== "suggested");
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-medium">{say.tags}</legend>
      <p className="text-muted">{all.length === 0 ? say.noTags : say.tagsHint}</p>
      <div className="flex max-h-60 flex-col gap-1 overflow-y-auto">
        {all.map(({ id, type, anchor }) => (
          <Checkbox
            key={id}
            checked={tags.includes(id)}
            onChange={(isChosen) => onChange(isChosen ? [...tags, id] : tags.filter((one) => one !== id))}
          >
            {`${scheme.types.find(({ name }) => name === type)?.label ?? type}: “${anchor.exact}”`}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
