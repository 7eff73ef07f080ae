import * as words from "~/app/_lib/words";
import { Field } from "~/app/_ui/field";
import { Select } from "~/app/_ui/select";
import type { Desk } from "~/core/newsroom";

const NONE = "none";

interface DeskSelectProps {
  label: string;
  desks: readonly Desk[];
  /** Null: no desk. */
  value: Desk["id"] | null;
  onChange: (desk: Desk["id"] | null) => void;
  className?: string;
}

/** One of the newsroom's desks, or none. */
export function DeskSelect({ label, desks, value, onChange, className }: DeskSelectProps) {
  return (
    <Field label={label} className={className}>
      <Select
        value={value ?? NONE}
        choices={[
          { value: NONE, label: words.newArticle.noDesk },
          ...desks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(chosen) => onChange(desks.find(({ id }) => id === chosen)?.id ?? null)}
      />
    </Field>
  );
}
