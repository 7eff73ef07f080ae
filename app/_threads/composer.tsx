"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { z } from "zod";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { whyNot } from "~/app/articles/[id]/_details/why-not";
import { useDraft } from "~/app/articles/[id]/_margin/drafts";
import { withoutTargets, withTargets } from "~/core/mentions";
import { CommentField } from "./comment-field";
import type { Choosable } from "./use-listeners";

const say = words.threads;
const NOTHING = z.null();

export interface ComposerProps {
  /** Where the words are kept on this device until they are sent: what they are about, by whom. */
  place: string;
  label: string;
  hint?: ReactNode;
  /** What stands already, where it is changed. */
  initial?: string;
  /** The button's words. */
  send: string;
  people: readonly Choosable[];
  /** Sends the words, or has them sent. @throws what stood in the way: then they stay */
  onSend: (text: string) => Promise<void> | void;
  /** Steps back; the words stay on this device. */
  onBack: () => void;
  /** Further things to choose, between the words and the button. */
  children?: ReactNode;
}

/** Where somebody writes a comment, a query or a reply. Nothing that is typed is lost until it is sent. */
export function Composer({
  place,
  label,
  hint,
  initial = "",
  send,
  people,
  onSend,
  onBack,
  children,
}: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(place, NOTHING, null);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const text = draft.text ?? withoutTargets(initial);
  useEffect(() => {
    // At once, or what is typed right after the button would be keys of the page.
    field.current?.focus({ preventScroll: true });
    // After a card or a drawer that opens with it has taken the focus, again.
    const frame = requestAnimationFrame(() => {
      field.current?.focus({ preventScroll: true });
      field.current?.scrollIntoView({ block: "center" });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const finish = async () => {
    if (isSending) return;
    if (text.trim() === "") {
      setTrouble(say.empty);
      return;
    }
    setSending(true);
    setTrouble(undefined);
    try {
      await onSend(withTargets(text.trim(), people));
      draft.discard();
    } catch (error) {
      setTrouble(whyNot(error).sentence);
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} hint={hint} error={trouble}>
        <CommentField
          field={field}
          value={text}
          people={people}
          onChange={(now) => draft.write(now)}
          onSend={() => void finish()}
          onBack={onBack}
        />
      </Field>
      {children}
      <div className="flex justify-end gap-1.5">
        <Button small variant="plain" onClick={onBack}>
          {say.back}
        </Button>
        <Button small variant="primary" busy={isSending} onClick={() => void finish()}>
          {send}
        </Button>
      </div>
    </div>
  );
}
