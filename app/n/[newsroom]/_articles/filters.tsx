"use client";

import { useEffect, useRef, useState } from "react";

import * as words from "~/app/_lib/words";
import { Chip } from "~/app/_ui/chip";
import { Field } from "~/app/_ui/field";
import { Select } from "~/app/_ui/select";
import { TextInput } from "~/app/_ui/text-input";
import type { Desk } from "~/core/newsroom";
import type { ListFilter } from "./filter";

/** After the last key the search waits so long, in milliseconds. */
const PAUSE = 250;
/** More desks than this go into a list to choose from. */
const MOST_CHIPS = 6;
const ALL = "all";

interface FiltersProps {
  filter: ListFilter;
  desks: readonly Desk[];
  onChange: (change: Partial<ListFilter>) => void;
}

/** Search and filters; each change goes into the address. */
export function Filters({ filter, desks, onChange }: FiltersProps) {
  const { mine, archived, desk } = filter;
  return (
    <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center">
      <Search value={filter.q} onChange={(q) => onChange({ q })} />
      <div role="group" aria-label={words.articles.filters} className="flex flex-wrap items-center gap-2">
        <Chip pressed={mine} onChange={(on) => onChange({ mine: on })}>
          {words.articles.mine}
        </Chip>
        {desks.length <= MOST_CHIPS &&
          desks.map(({ id, name }) => (
            <Chip key={id} pressed={desk === id} onChange={(on) => onChange({ desk: on ? id : null })}>
              {name}
            </Chip>
          ))}
        <Chip pressed={archived} onChange={(on) => onChange({ archived: on })}>
          {words.articles.archived}
        </Chip>
      </div>
      {desks.length > MOST_CHIPS && (
        <Select
          label={words.articles.desk}
          value={desk ?? ALL}
          choices={[
            { value: ALL, label: words.articles.allDesks },
            ...desks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(chosen) => onChange({ desk: chosen === ALL ? null : chosen })}
          className="sm:max-w-56"
        />
      )}
    </div>
  );
}

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
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
      role="search"
      className="grow sm:max-w-80"
      onSubmit={(event) => {
        event.preventDefault();
        settle(typed ?? value);
      }}
    >
      <Field label={words.articles.search} labelHidden>
        <TextInput
          type="search"
          dir="auto"
          placeholder={words.articles.search}
          maxLength={200}
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
