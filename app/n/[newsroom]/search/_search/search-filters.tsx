"use client";

import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";

import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Narrowing } from "~/app/_ui/narrowing";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { SearchField } from "~/app/n/[newsroom]/_articles/search-field";
import { ARTICLE_STATES } from "~/core/article";
import type { Attribute } from "~/core/scheme";
import { SEARCH_PLACES } from "~/core/search";
import { FINDINGS, TAG_STATES } from "~/core/tag";
import type { SearchSurroundings } from "~/server/routers";
import { attributeIn, countChosen, type SearchFilter, withAttribute } from "./filter";

const say = words.search;

interface SearchFiltersProps {
  filter: SearchFilter;
  around: SearchSurroundings;
  onChange: (change: Partial<SearchFilter>) => void;
}

/** What narrows the search; each change goes into the address. */
export function SearchFilters({ filter, around, onChange }: SearchFiltersProps) {
  const { desks, taggers, types } = around;
  const type = types.find(({ name }) => name === filter.type);
  /** Where there is little room, they are looked for. */
  const [isOpen, setOpen] = useState(false);
  const asksOfTags = filter.in !== "text";
  return (
    <div role="group" aria-label={say.filters} className="flex flex-col gap-2">
      <SegmentedControl
        label={say.within}
        labelHidden
        value={filter.in}
        segments={SEARCH_PLACES.map((value) => ({ value, label: say.places[value] }))}
        onChange={(place) => onChange({ in: place })}
      />
      <Button className="sm:hidden" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <SlidersHorizontal aria-hidden="true" />
        {say.moreFilters(countChosen(filter))}
      </Button>
      <div className={cx("grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-4", !isOpen && "max-sm:hidden")}>
        {asksOfTags && (
          <>
            <Narrowing
              label={say.type}
              all={say.allTypes}
              value={filter.type}
              choices={types.map(({ name, plural }) => ({ value: name, label: plural }))}
              onChange={(chosen) => onChange({ type: chosen })}
            />
            {type?.attributes.map((attribute) => (
              <AttributeFilter
                key={`${type.name} ${attribute.name}`}
                attribute={attribute}
                value={attributeIn(filter, attribute.name)}
                onChange={(value) => onChange({ attr: withAttribute(filter, attribute.name, value) })}
              />
            ))}
            <Narrowing
              label={say.taggedBy}
              all={say.anybody}
              value={filter.by}
              choices={taggers.map(({ id, name }) => ({ value: id, label: say.by(name) }))}
              onChange={(by) => onChange({ by })}
            />
            <Narrowing
              label={say.state}
              all={say.allStates}
              value={filter.state}
              choices={TAG_STATES.map((value) => ({
                value,
                label: say.choice(say.ofTag, words.margin.state[value]),
              }))}
              onChange={(state) => onChange({ state })}
            />
            <Narrowing
              label={say.finding}
              all={say.allFindings}
              value={filter.finding}
              choices={FINDINGS.map((value) => ({
                value,
                label: say.choice(say.finding, words.margin.finding[value]),
              }))}
              onChange={(finding) => onChange({ finding })}
            />
          </>
        )}
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
        <Narrowing
          label={say.article}
          all={say.allArticles}
          value={filter.articles}
          choices={ARTICLE_STATES.map((value) => ({ value, label: words.life.state[value] }))}
          onChange={(articles) => onChange({ articles })}
        />
      </div>
    </div>
  );
}

interface AttributeFilterProps {
  attribute: Attribute;
  value: string | null;
  onChange: (value: string | null) => void;
}

function AttributeFilter({ attribute, value, onChange }: AttributeFilterProps) {
  const { label } = attribute;
  if (attribute.kind === "words") {
    return (
      <SearchField label={label} value={value ?? ""} onChange={onChange} longest={100} isSearch={false} />
    );
  }
  const choices =
    attribute.kind === "choice"
      ? attribute.choices
      : [
          { value: "true", label: say.yes },
          { value: "false", label: say.no },
        ];
  return (
    <Narrowing
      label={label}
      all={say.any(label)}
      value={value}
      choices={choices.map((choice) => ({ value: choice.value, label: say.choice(label, choice.label) }))}
      onChange={onChange}
    />
  );
}
