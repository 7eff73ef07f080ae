"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { ariaChord } from "~/app/_keys/chords";
import { useKeyOf } from "~/app/_keys/keys-context";
import { TextArea } from "~/app/_ui/text-area";
import { matching, mentionAt, MentionList, type Typed } from "./mention-list";
import type { Choosable } from "./use-listeners";

export interface CommentFieldProps {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
  /** One step back, by Escape. */
  onBack: () => void;
  people: readonly Choosable[];
}

/** Where a comment is written: an @ offers whom to mention, Ctrl or Cmd with Enter sends, Escape steps back. */
export function CommentField({ field, value, onChange, onSend, onBack, people }: CommentFieldProps) {
  const list = useId();
  const sendKey = useKeyOf()("save note");
  const [typed, setTyped] = useState<Typed | null>(null);
  const [active, setActive] = useState(0);
  const choices = typed ? matching(people, typed) : [];
  const isOpen = choices.length > 0;
  const look = ({ value: text, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    setTyped(selectionStart === selectionEnd ? mentionAt(text, selectionStart) : null);
    setActive(0);
  };
  const choose = ({ name }: Choosable) => {
    if (!typed) return;
    const before = `${value.slice(0, typed.at)}@${name} `;
    onChange(before + value.slice(typed.at + 1 + typed.sought.length).replace(/^ /, ""));
    setTyped(null);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  };
  const chooseByKey = (event: KeyboardEvent): boolean => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const choice = choices[active];
    if (by !== 0) setActive((active + by + choices.length) % choices.length);
    else if ((event.key === "Enter" || event.key === "Tab") && choice) choose(choice);
    else if (event.key === "Escape") setTyped(null);
    else return false;
    return true;
  };
  const answerKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (sends) onSend();
    else if (isOpen && chooseByKey(event)) event.stopPropagation();
    else if (event.key === "Escape") {
      event.stopPropagation();
      onBack();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <TextArea
        ref={field}
        rows={2}
        maxLength={5_000}
        value={value}
        aria-keyshortcuts={ariaChord(sendKey)}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${active}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target);
        }}
        onSelect={({ currentTarget }) => {
          if (typed) look(currentTarget);
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={answerKey}
      />
      {isOpen && <MentionList id={list} choices={choices} active={active} onChoose={choose} />}
    </div>
  );
}
