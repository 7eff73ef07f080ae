"use client";

import * as words from "~/app/_lib/words";
import { Chip } from "~/app/_ui/chip";
import { Select } from "~/app/_ui/select";
import { ARTICLE_STATES } from "~/core/article";
import type { Desk } from "~/core/newsroom";
import type { ListFilter } from "./filter";
import { SearchField } from "./search-field";

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
  const { mine, state, desk } = filter;
  return (
    <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center">
      <SearchField
        label={words.articles.search}
        value={filter.q}
        onChange={(q) => onChange({ q })}
        className="grow sm:max-w-80"
      />
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
      </div>
      <Select
        label={words.articles.state}
        value={state ?? ALL}
        choices={[
          { value: ALL, label: words.articles.current },
          ...ARTICLE_STATES.map((one) => ({ value: one, label: words.life.state[one] })),
        ]}
        onChange={(chosen) => onChange({ state: ARTICLE_STATES.find((one) => one === chosen) ?? null })}
        className="sm:max-w-44"
      />
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
