"use client";

import * as words from "~/app/_lib/words";
import { SearchField } from "~/app/n/[newsroom]/_articles/search-field";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { Select } from "~/app/_ui/select";
import { EVIDENCE_KINDS } from "~/core/newsroom";
import type { NamedPerson } from "~/server/routers/evidence";
import { type EvidenceFilter, STANDINGS } from "./filter";

const say = words.evidencePage;

const ALL = "all";

const KINDS = EVIDENCE_KINDS.map((kind) => ({ value: kind, label: words.evidence.kind[kind] }));

interface FiltersProps {
  filter: EvidenceFilter;
  people: readonly NamedPerson[];
  onChange: (change: Partial<EvidenceFilter>) => void;
}

/** Search and filters; each change goes into the address. */
export function Filters({ filter, people, onChange }: FiltersProps) {
  const { q, kind, by, standing } = filter;
  return (
    <div
      role="group"
      aria-label={say.filters}
      className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center"
    >
      <SearchField
        label={say.search}
        value={q}
        onChange={(sought) => onChange({ q: sought })}
        className="grow sm:max-w-80"
      />
      <Select
        label={say.kind}
        value={kind ?? ALL}
        choices={[{ value: ALL, label: say.everyKind }, ...KINDS]}
        onChange={(chosen) => onChange({ kind: chosen === ALL ? null : chosen })}
        className="sm:max-w-48"
      />
      <Select
        label={say.by}
        value={by ?? ALL}
        choices={[
          { value: ALL, label: say.anybody },
          ...people.map(({ id, name }) => ({ value: id, label: say.addedBy(name) })),
        ]}
        onChange={(chosen) => onChange({ by: chosen === ALL ? null : chosen })}
        className="sm:max-w-64"
      />
      <SegmentedControl
        label={say.standing}
        labelHidden
        segments={STANDINGS.map((value) => ({ value, label: say.standings[value] }))}
        value={standing}
        onChange={(chosen) => onChange({ standing: chosen })}
      />
    </div>
  );
}
