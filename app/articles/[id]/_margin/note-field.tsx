"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { ariaChord } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { TextArea } from "~/app/_ui/text-area";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { Tag } from "~/core/tag";
import { wordsOf } from "~/core/words";
import { Words } from "~/core/shapes/words";
import { useDraft } from "./drafts";
import { HeldWords } from "./held-words";

const say = words.margin;

/**
 * The tag's note. What is typed is kept on this device at once; it is saved on leaving the field, by Ctrl or Cmd
 * with Enter, and when the card closes. A refused note stays in the field.
 */
export function NoteField({ tag }: { tag: Tag }) {
  const store = useStore();
  const draft = useDraft(`note ${store.standing.actor.id} ${tag.id}`, Words.nullable(), tag.note);
  const saveKey = useKeyOf()("save note");
  const saved = tag.note?.words ?? "";
  const save = () => {
    if (draft.text === null) return;
    const text = draft.text.trim();
    const to = text === "" ? null : wordsOf(text);
    const done =
      text === saved ? null : store.dispatch({ type: "setNote", tag: tag.id, from: draft.over, to });
    // Over a newer note it is not written: the card shows both, and one's own stands there.
    if (!done || done.ok || done.refusal.kind === "conflict") draft.discard();
  };
  // A field that is taken off the page does not lose the focus first.
  const isTyping = useRef(false);
  const leave = useEffectEvent(() => {
    if (isTyping.current) save();
  });
  useEffect(() => () => leave(), []);
  const unsaved = draft.text !== null && draft.text.trim() !== saved;
  return (
    <div className="flex flex-col gap-1">
      <Field
        label={say.note}
        hint={
          tag.note?.words === null ? (
            <HeldWords of={tag.note} />
          ) : unsaved ? (
            say.noteKept
          ) : saved === "" ? (
            say.noteHint
          ) : undefined
        }
      >
        <TextArea
          rows={2}
          maxLength={10_000}
          value={draft.text ?? saved}
          aria-keyshortcuts={ariaChord(saveKey)}
          onChange={(event) => {
            isTyping.current = true;
            draft.write(event.target.value);
          }}
          onBlur={() => {
            isTyping.current = false;
            save();
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              save();
            }
          }}
        />
      </Field>
      {unsaved && (
        <Button small className="self-end" onClick={save}>
          {say.noteSave}
        </Button>
      )}
    </div>
  );
}
