import * as words from "~/app/_lib/words";
import { Checkbox } from "~/app/_ui/checkbox";
import { Field } from "~/app/_ui/field";
import { Select } from "~/app/_ui/select";
import { TAG_STATES, type TagState } from "~/core/tag";
import type { ExportPreviewed, FormatTold } from "./shapes";

interface ExportChoicesProps {
  formats: readonly FormatTold[];
  format: FormatTold;
  onFormat: (id: string) => void;
  preview: ExportPreviewed;
  states: readonly TagState[];
  onStates: (states: TagState[]) => void;
  /** None: all of them. */
  types: readonly string[];
  onTypes: (types: string[]) => void;
}

/** Format, states and types; of states and types only those that have tags. */
export function ExportChoices(props: ExportChoicesProps) {
  const { formats, format, states, types } = props;
  const { counts, typeLabels } = props.preview;
  const countOf = (matches: (tag: ExportPreviewed["counts"][number]) => boolean) =>
    counts.filter(matches).reduce((sum, { count }) => sum + count, 0);
  const presentStates = TAG_STATES.filter((state) => countOf((tag) => tag.state === state) > 0);
  const presentTypes = [...new Set(counts.map(({ type }) => type))].sort();
  const chosenTypes = types.length === 0 ? presentTypes : types;
  return (
    <div className="flex flex-col gap-4">
      <Field label={words.exports.format} hint={format.reader} className="max-w-prose">
        <Select
          choices={formats.map(({ id, label, extension }) => ({ value: id, label, hint: `.${extension}` }))}
          value={format.id}
          onChange={props.onFormat}
        />
      </Field>
      {presentStates.length > 0 && (
        <Choices
          label={words.exports.states}
          items={presentStates.map((state) => ({
            value: state,
            label: words.exports.state(
              state,
              countOf((tag) => tag.state === state),
            ),
          }))}
          chosen={states}
          onChange={props.onStates}
        />
      )}
      {presentTypes.length > 1 && (
        <Choices
          label={words.exports.types}
          items={presentTypes.map((type) => ({
            value: type,
            label: words.exports.type(
              typeLabels[type] ?? type,
              countOf((tag) => tag.type === type),
            ),
          }))}
          chosen={chosenTypes}
          onChange={(now) => props.onTypes(now.length === presentTypes.length ? [] : now)}
          atLeastOne
        />
      )}
      {counts.length === 0 && <p className="text-muted">{words.exports.noneAtAll}</p>}
    </div>
  );
}

interface ChoicesProps<Value extends string> {
  label: string;
  items: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  /** The last one cannot be taken away, where none would mean all. */
  atLeastOne?: boolean;
}

function Choices<Value extends string>({
  label,
  items,
  chosen,
  onChange,
  atLeastOne = false,
}: ChoicesProps<Value>) {
  return (
    <fieldset>
      <legend className="font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {items.map((item) => {
          const isChosen = chosen.includes(item.value);
          return (
            <Checkbox
              key={item.value}
              checked={isChosen}
              disabled={atLeastOne && isChosen && chosen.length === 1}
              onChange={(now) =>
                onChange(now ? [...chosen, item.value] : chosen.filter((one) => one !== item.value))
              }
            >
              {item.label}
            </Checkbox>
          );
        })}
      </div>
    </fieldset>
  );
}
