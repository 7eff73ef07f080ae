"use client";

import { useRef } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import * as words from "~/app/_lib/words";
import { Combobox } from "~/app/_ui/combobox";
import { Field } from "~/app/_ui/field";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { Select } from "~/app/_ui/select";
import { Switch } from "~/app/_ui/switch";
import { useScheme, useStore, useTags } from "~/app/articles/[id]/_store/hooks";
import { applicableAttributes, type Attribute, readValue, type Value } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import { isWords, wordsOf } from "~/core/words";
import { HeldWords } from "./held-words";
import { peopleIn } from "./people-in";

/** More choices than this stand in a list rather than side by side. */
const SIDE_BY_SIDE = 3;

/** What the tag says of its passage: a field for each attribute that applies. Each change saves by itself. */
export function AttributeFields({ tag, locked }: { tag: Tag; locked: boolean }) {
  const store = useStore();
  const type = useScheme().types.find(({ name }) => name === tag.type);
  if (!type) return null;
  const set =
    (name: string) =>
    (to: Value | null, from: Value | null = tag.attributes[name] ?? null) => {
      store.dispatch({ type: "setAttribute", tag: tag.id, name, from, to });
    };
  const attributes = applicableAttributes(type, tag.attributes);
  if (locked) return <AsRead tag={tag} attributes={attributes} />;
  return (
    <div className="flex flex-col gap-2.5">
      {attributes.map((attribute) => (
        <AttributeField
          key={attribute.name}
          attribute={attribute}
          isMain={attribute.name === type.main}
          value={tag.attributes[attribute.name]}
          onChange={set(attribute.name)}
        />
      ))}
    </div>
  );
}

export interface AttributeFieldProps {
  attribute: Attribute;
  isMain: boolean;
  value: Value | undefined;
  /** `from`: what stood when it began to be changed, where that takes a while. */
  onChange: (to: Value | null, from?: Value | null) => void;
}

/** One attribute’s field, of the kind that it is. */
export function AttributeField({ attribute, isMain, value, onChange }: AttributeFieldProps) {
  switch (attribute.kind) {
    case "choice":
      return <ChoiceField {...{ attribute, isMain, value, onChange }} />;
    case "yes-no":
      return (
        <div>
          <Switch checked={value === true} onChange={(to) => onChange(to)}>
            {attribute.label}
          </Switch>
          {attribute.guideline !== undefined && <Guideline>{attribute.guideline}</Guideline>}
        </div>
      );
    case "words":
      return <WordsField {...{ attribute, value, onChange }} />;
  }
}

function ChoiceField({
  attribute,
  isMain,
  value,
  onChange,
}: AttributeFieldProps & { attribute: Attribute & { kind: "choice" } }) {
  const keyOf = useKeyOf({ byFocus: true });
  const { label, choices } = attribute;
  const chosen = choices.find((choice) => choice.value === value);
  if (!isMain && choices.length > SIDE_BY_SIDE) {
    return (
      <Field label={label}>
        <Select choices={choices} value={chosen?.value ?? null} onChange={(to) => onChange(to)} />
      </Field>
    );
  }
  return (
    <div>
      <SegmentedControl
        label={label}
        segments={choices.map((choice, place) => ({
          value: choice.value,
          label: choice.label,
          ...(isMain && { keys: keyOf(`main ${place + 1}`) }),
        }))}
        value={chosen?.value ?? null}
        onChange={(to) => onChange(to)}
      />
      {isMain && chosen && <Guideline>{chosen.guideline}</Guideline>}
    </div>
  );
}

function WordsField({
  attribute,
  value,
  onChange,
}: Omit<AttributeFieldProps, "isMain"> & { attribute: Attribute & { kind: "words" } }) {
  const tags = useTags();
  const scheme = useScheme();
  const held = isWords(value) ? value : null;
  const over = useRef(held);
  const people = attribute.suggests === "people" ? peopleIn(scheme, tags.values()) : [];
  return (
    <Field label={attribute.label} hint={held?.words === null ? <HeldWords of={held} /> : undefined}>
      <Combobox
        value={held?.words ?? ""}
        groups={people.length > 0 ? [{ label: words.margin.speakers, items: people }] : []}
        onBegin={() => {
          over.current = held;
        }}
        onCommit={(text, wasTyped) =>
          onChange(text === "" ? null : wordsOf(text), wasTyped ? over.current : held)
        }
      />
    </Field>
  );
}

/** The same, for whoever may not change it. */
function AsRead({ tag, attributes }: { tag: Tag; attributes: readonly Attribute[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      {attributes.map((attribute) => {
        const value = tag.attributes[attribute.name];
        return (
          <div key={attribute.name} className="contents">
            <dt className="text-muted">{attribute.label}</dt>
            <dd className="min-w-0">
              {isWords(value) ? (
                <HeldWords of={value} />
              ) : value === undefined ? (
                <span className="text-muted">{words.margin.none}</span>
              ) : (
                readValue(attribute, value)
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Guideline({ children }: { children: string }) {
  return <p className="mt-1 text-xs text-pretty text-muted">{children}</p>;
}
