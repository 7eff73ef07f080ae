"use client";

import { type Ref, useEffect, useRef, useState } from "react";

import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";

/** After the last key the search waits so long, in milliseconds. */
const PAUSE = 250;

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Somebody pressed Enter: what is typed is sought already. */
  onDone?: () => void;
  /** As long as the words may be. */
  longest?: number;
  /** Found by assistive technology as the page's search; false where it is one field among others. */
  isSearch?: boolean;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A field that seeks while one types, a moment after the last key, or at once by Enter. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onDone, longest = 200, isSearch = true, className, ref } = props;
  /** What is typed and not yet searched for; null when the field shows the search. */
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const settle = (text: string) => {
    clearTimeout(waiting.current);
    setTyped(null);
    onChange(text);
  };
  return (
    <form
      role={isSearch ? "search" : undefined}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        settle(typed ?? value);
        onDone?.();
      }}
    >
      <Field label={label} labelHidden>
        <TextInput
          ref={ref}
          type="search"
          dir="auto"
          placeholder={label}
          maxLength={longest}
          value={typed ?? value}
          onChange={({ target }) => {
            setTyped(target.value);
            clearTimeout(waiting.current);
            waiting.current = setTimeout(() => settle(target.value), PAUSE);
          }}
        />
      </Field>
    </form>
  );
}
