"use client";

import { ArrowDown, ArrowUp, CaseSensitive, WholeWord, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { IconButton } from "~/app/_ui/icon-button";
import { TextInput } from "~/app/_ui/text-input";
import type { Finder } from "./finder";
import { useFinding } from "./use-matches";

const say = words.find;

export interface FindBarProps {
  finder: Finder;
  onStep: (by: 1 | -1) => void;
  /** Closes the bar and gives the focus back to the text. */
  onClose: () => void;
}

/** Finds words in the article: as one types, with how many there are, and the ways from one to the next. */
export function FindBar({ finder, onStep, onClose }: FindBarProps) {
  const {
    isOpen,
    asked,
    words: sought,
    matchCase,
    wholeWords,
    matches,
    current,
    isSearching,
  } = useFinding(finder);
  const keyOf = useKeyOf();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [asked]);
  if (!isOpen) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
  };
  const count =
    sought.trim() === ""
      ? ""
      : isSearching
        ? say.searching
        : matches.length === 0
          ? say.none
          : say.count(current + 1, matches.length);
  return (
    <div role="search" aria-label={say.title} className="sticky top-14 z-20 h-0">
      <div className="ms-auto flex w-fit max-w-full flex-wrap items-center gap-1 rounded-md border border-border bg-surface p-1">
        <TextInput
          ref={field}
          aria-label={say.field}
          aria-describedby="find-count"
          placeholder={say.field}
          dir="auto"
          maxLength={200}
          value={sought}
          onChange={(event) => finder.look({ words: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          className="w-40! grow sm:w-56!"
        />
        <span
          id="find-count"
          role="status"
          className="min-w-20 px-1 text-center whitespace-nowrap text-muted tabular-nums"
        >
          {count}
        </span>
        <span className="flex items-center">
          <IconButton
            small
            label={say.previous}
            keys={keyOf("find previous")}
            disabled={matches.length === 0}
            icon={<ArrowUp aria-hidden="true" />}
            onClick={() => onStep(-1)}
          />
          <IconButton
            small
            label={say.next}
            keys={keyOf("find next")}
            disabled={matches.length === 0}
            icon={<ArrowDown aria-hidden="true" />}
            onClick={() => onStep(1)}
          />
          <IconButton
            small
            label={say.matchCase}
            aria-pressed={matchCase}
            className="aria-pressed:chosen aria-pressed:bg-accent-fill aria-pressed:text-accent"
            icon={<CaseSensitive aria-hidden="true" />}
            onClick={() => finder.look({ matchCase: !matchCase })}
          />
          <IconButton
            small
            label={say.wholeWords}
            aria-pressed={wholeWords}
            className="aria-pressed:chosen aria-pressed:bg-accent-fill aria-pressed:text-accent"
            icon={<WholeWord aria-hidden="true" />}
            onClick={() => finder.look({ wholeWords: !wholeWords })}
          />
          <IconButton
            small
            label={say.close}
            keys="Escape"
            icon={<X aria-hidden="true" />}
            onClick={onClose}
          />
        </span>
      </div>
    </div>
  );
}
