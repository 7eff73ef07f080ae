"use client";

import * as words from "~/app/_lib/words";
import { Chip } from "~/app/_ui/chip";
import { Narrowing } from "~/app/_ui/narrowing";
import { UNDECIDED } from "~/core/tag";
import type { QueueSurroundings } from "~/server/routers";
import { articleQueueIn, type QueueFilter } from "./filter";

const say = words.queue;

interface QueueFiltersProps {
  filter: QueueFilter;
  around: QueueSurroundings;
  onChange: (change: Partial<QueueFilter>) => void;
}

/** What narrows the queue; each change goes into the address. */
export function QueueFilters({ filter, around, onChange }: QueueFiltersProps) {
  const { desks, types } = around;
  const isOfTags = articleQueueIn(filter) === null;
  return (
    <div role="group" aria-label={say.filters} className="flex flex-wrap items-center gap-2">
      {isOfTags && (
        <>
          <Chip pressed={filter.must} onChange={(must) => onChange({ must })}>
            {say.must}
          </Chip>
          {filter.queue !== "unclaimed" && (
            <Chip pressed={filter.mine} onChange={(mine) => onChange({ mine })}>
              {say.mine}
            </Chip>
          )}
          <div className="w-40 max-sm:grow max-sm:basis-[calc(50%-0.25rem)]">
            <Narrowing
              label={say.type}
              all={say.allTypes}
              value={filter.type}
              choices={types.map(({ name, plural }) => ({ value: name, label: plural }))}
              onChange={(type) => onChange({ type })}
            />
          </div>
          {filter.queue !== "stale" && (
            <div className="w-56 max-sm:grow max-sm:basis-[calc(50%-0.25rem)]">
              <Narrowing
                label={say.state}
                all={say.allStates}
                value={filter.state}
                choices={UNDECIDED.map((value) => ({ value, label: say.states[value] }))}
                onChange={(state) => onChange({ state })}
              />
            </div>
          )}
        </>
      )}
      <div className="w-40 max-sm:grow max-sm:basis-[calc(50%-0.25rem)]">
        <Narrowing
          label={say.desk}
          all={say.allDesks}
          value={filter.desk}
          choices={[
            ...desks.map(({ id, name }) => ({ value: String(id), label: name })),
            { value: "none", label: say.noDesk },
          ]}
          onChange={(desk) => onChange({ desk })}
        />
      </div>
    </div>
  );
}
