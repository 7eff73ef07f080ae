"use client";

import { memo, type ReactNode } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Chip } from "~/app/_ui/chip";
import { Field } from "~/app/_ui/field";
import { ProgressBar } from "~/app/_ui/progress-bar";
import { Switch } from "~/app/_ui/switch";
import { TextInput } from "~/app/_ui/text-input";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import { useCounted, useScheme } from "~/app/articles/[id]/_store/hooks";
import { EVERY_TAG, type TagFilter } from "~/app/articles/[id]/_store/filter";
import { offeredStates, toggled } from "~/app/articles/[id]/_store/counts";
import type { TagType } from "~/core/scheme";
import { TAG_STATES, type TagState } from "~/core/tag";

const say = words.rail;

export interface FiltersProps {
  filter: TagFilter;
  onChange: (change: Partial<TagFilter>) => void;
}

/** Which tags to show, each choice with how many it would; and how far the work is. Each follows its own number. */
export const Filters = memo(function Filters({ filter, onChange }: FiltersProps) {
  const scheme = useScheme();
  const isFiltered = filter.types ?? filter.states ?? filter.words ?? (filter.undecidedOnly || null);
  return (
    <div className="flex flex-col gap-3">
      <Progress filter={filter} />
      <ChipGroup label={say.types}>
        {scheme.types.map((type) => (
          <TypeChip key={type.name} type={type} filter={filter} onChange={onChange} />
        ))}
      </ChipGroup>
      <States filter={filter} onChange={onChange} />
      <Switch checked={filter.undecidedOnly} onChange={(undecidedOnly) => onChange({ undecidedOnly })}>
        {say.undecidedOnly} <Undecided filter={filter} />
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
});

function Progress({ filter }: { filter: TagFilter }) {
  const done = useCounted(filter, ({ decided }) => decided);
  const total = useCounted(filter, ({ standing }) => standing);
  return <ProgressBar label={say.progress} done={done} total={total} />;
}

function TypeChip({ type, filter, onChange }: FiltersProps & { type: TagType }) {
  const count = useCounted(filter, ({ types }) => types.get(type.name) ?? 0);
  return (
    <Chip
      pressed={filter.types?.includes(type.name) ?? false}
      count={count}
      onChange={() => onChange({ types: toggled(filter.types, type.name) })}
    >
      <TypeMark type={type} />
      {type.plural}
    </Chip>
  );
}

function States({ filter, onChange }: FiltersProps) {
  const offered = useCounted(filter, (counts) => offeredStates(counts, filter.states).join(" "));
  return (
    <ChipGroup label={say.states}>
      {TAG_STATES.filter((state) => offered.split(" ").includes(state)).map((state) => (
        <StateChip key={state} state={state} filter={filter} onChange={onChange} />
      ))}
    </ChipGroup>
  );
}

function StateChip({ state, filter, onChange }: FiltersProps & { state: TagState }) {
  const count = useCounted(filter, ({ states }) => states[state]);
  return (
    <Chip
      pressed={filter.states?.includes(state) ?? false}
      count={count}
      onChange={() => onChange({ states: toggled(filter.states, state) })}
    >
      {words.margin.state[state]}
    </Chip>
  );
}

function Undecided({ filter }: { filter: TagFilter }) {
  return <span className="text-muted tabular-nums">{useCounted(filter, ({ undecided }) => undecided)}</span>;
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
