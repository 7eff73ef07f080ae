"use client";

import type { ReactNode } from "react";
import { words } from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Chip } from "~/app/_ui/chip";
import { Field } from "~/app/_ui/field";
import { ProgressBar } from "~/app/_ui/progress-bar";
import { Switch } from "~/app/_ui/switch";
import { TextInput } from "~/app/_ui/text-input";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import { useScheme } from "~/app/articles/[id]/_store/hooks";
import { EVERY_TAG, type TagFilter } from "~/app/articles/[id]/_store/filter";
import { type Counts, offeredStates, toggled } from "~/app/articles/[id]/_store/counts";

const say = words.rail;

export interface FiltersProps {
  filter: TagFilter;
  counts: Counts;
  onChange: (change: Partial<TagFilter>) => void;
}

/** Which tags to show, each choice with how many it would; and how far the work is. */
export function Filters({ filter, counts, onChange }: FiltersProps) {
  const scheme = useScheme();
  const isFiltered = filter.types ?? filter.states ?? filter.words ?? (filter.undecidedOnly || null);
  return (
    <div className="flex flex-col gap-3">
      <ProgressBar label={say.progress} done={counts.decided} total={counts.standing} />
      <ChipGroup label={say.types}>
        {scheme.types.map((type) => (
          <Chip
            key={type.name}
            pressed={filter.types?.includes(type.name) ?? false}
            count={counts.types.get(type.name) ?? 0}
            onChange={() => onChange({ types: toggled(filter.types, type.name) })}
          >
            <TypeMark type={type} />
            {type.plural}
          </Chip>
        ))}
      </ChipGroup>
      <ChipGroup label={say.states}>
        {offeredStates(counts, filter.states).map((state) => (
          <Chip
            key={state}
            pressed={filter.states?.includes(state) ?? false}
            count={counts.states[state]}
            onChange={() => onChange({ states: toggled(filter.states, state) })}
          >
            {words.margin.state[state]}
          </Chip>
        ))}
      </ChipGroup>
      <Switch checked={filter.undecidedOnly} onChange={(undecidedOnly) => onChange({ undecidedOnly })}>
        {say.undecidedOnly} <span className="text-muted tabular-nums">{counts.undecided}</span>
      </Switch>
      <Field label={say.search}>
        <TextInput
          type="search"
          dir="auto"
          maxLength={200}
          placeholder={say.searchHint}
          value={filter.words ?? ""}
          onChange={(event) => onChange({ words: event.target.value || null })}
        />
      </Field>
      {isFiltered !== null && (
        <Button small className="self-start" onClick={() => onChange(EVERY_TAG)}>
          {say.all}
        </Button>
      )}
    </div>
  );
}

function ChipGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label}>
      <p className="mb-1 text-xs text-muted" aria-hidden="true">
        {label}
      </p>
      <div className="flex flex-wrap gap-1">{children}</div>
    </div>
  );
}
