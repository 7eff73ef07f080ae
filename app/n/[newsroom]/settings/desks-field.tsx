"use client";

import * as words from "~/app/_lib/words";
import { Checkbox } from "~/app/_ui/checkbox";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import type { Desk, Desks } from "~/core/newsroom";

export interface DesksFieldProps {
  all: readonly Desk[];
  desks: Desks;
  onChange: (desks: Desks) => void;
}

/** All desks, or a choice of them. Archived ones are shown only where somebody has them. */
export function DesksField({ all, desks, onChange }: DesksFieldProps) {
  const said = words.settings;
  const choices = all.filter(({ id, archived }) => !archived || (desks !== "all" && desks.includes(id)));
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label={said.members.desks}
        value={desks === "all" ? "all" : "some"}
        onChange={(choice) => onChange(choice === "all" ? "all" : [])}
        segments={[
          { value: "all", label: said.allDesks },
          { value: "some", label: said.chooseDesks },
        ]}
      />
      {desks !== "all" && (
        <div role="group" aria-label={said.chooseDesks} className="flex flex-col gap-1">
          <p className="text-muted">{choices.length === 0 ? said.noDesksYet : said.chooseDesksHint}</p>
          {choices.map(({ id, name, archived }) => (
            <Checkbox
              key={id}
              checked={desks.includes(id)}
              onChange={(checked) => onChange(checked ? [...desks, id] : desks.filter((held) => held !== id))}
            >
              <bdi>{archived ? said.archivedDesk(name) : name}</bdi>
            </Checkbox>
          ))}
        </div>
      )}
    </div>
  );
}
