"use client";

import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { Chord } from "~/app/_keys/chord";
import { afterPrefix, ariaChord, commonPrefix } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { TextArea } from "~/app/_ui/text-area";
import { verdictAction } from "~/app/articles/[id]/_keys/checking";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { type Finding, FINDINGS, type Tag } from "~/core/tag";
import { useQuestion } from "./card-questions";
import { useDraft } from "./drafts";
import { newVerdict } from "./tag-commands";

const say = words.margin.check;

/**
 * Sets the verdict. Whoever may not is told who can, in place of the buttons; what a verdict still lacks is said
 * when it is tried, by a button or by keys, beside the note that may supply it.
 */
export function VerdictForm({ tag }: { tag: Tag }) {
  const store = useStore();
  const keyOf = useKeyOf({ byFocus: true });
  const draft = useDraft(`verdict ${store.standing.actor.id} ${tag.id}`, z.null(), null);
  const { asked: question, answered } = useQuestion(tag.id);
  const asked = question?.finding ?? null;
  const [tried, setTried] = useState(asked);
  // What was asked once is answered below, and from then on only what was tried here.
  if (asked !== null && asked !== tried) setTried(asked);
  const form = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!asked) return;
    field.current?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: "nearest" });
    answered();
  }, [asked, answered]);
  const command = (finding: Finding) => newVerdict(tag, finding, draft.text);
  const [first] = FINDINGS;
  const refused = store.refusalOf(command(first));
  if (refused?.kind === "forbidden")
    return <p className="rounded-md bg-sunken px-2.5 py-2">{refused.message}</p>;
  const problem = tried && store.refusalOf(command(tried));
  const set = (finding: Finding) => {
    if (store.refusalOf(command(finding))) {
      setTried(finding);
      field.current?.focus();
    } else if (store.dispatch(command(finding)).ok) {
      setTried(null);
      draft.discard();
    }
  };
  const present = tag.review.verdict?.finding;
  const keyed = FINDINGS.map((finding) => ({ finding, chord: keyOf(verdictAction(finding)) }));
  const prefix = commonPrefix(keyed.map(({ chord }) => chord));
  return (
    <div ref={form} className="flex scroll-mb-14 flex-col gap-2">
      <div role="group" aria-label={present ? say.change : say.set}>
        <p className="mb-1 flex items-center gap-1.5 font-medium">
          {present ? say.change : say.set}
          {prefix !== undefined && (
            <span aria-hidden="true" className="flex items-center gap-1 text-xs font-normal text-muted">
              <Chord chord={prefix} /> {say.then}
            </span>
          )}
        </p>
        <div className="flex flex-wrap gap-1">
          {keyed.map(({ finding, chord }) => (
            <Button
              key={finding}
              small
              title={words.margin.findingMeans[finding]}
              aria-pressed={finding === present}
              aria-keyshortcuts={ariaChord(chord)}
              className="aria-pressed:chosen aria-pressed:border-accent aria-pressed:bg-accent-fill"
              onClick={() => set(finding)}
            >
              {chord !== undefined && <Chord chord={afterPrefix(chord, prefix)} />}
              {words.margin.finding[finding]}
            </Button>
          ))}
        </div>
      </div>
      <Field label={say.noteLabel} hint={say.noteOptional} error={problem?.message}>
        <TextArea
          ref={field}
          rows={1}
          className="min-h-8!"
          maxLength={2_000}
          value={draft.text ?? ""}
          onChange={(event) => draft.write(event.target.value)}
        />
      </Field>
    </div>
  );
}
