"use client";

import { X } from "lucide-react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Field } from "~/app/_ui/field";
import { Select } from "~/app/_ui/select";
import { TextInput } from "~/app/_ui/text-input";
import { AUDIT_KINDS } from "~/core/audit";
import { ROLE_LABEL } from "~/core/policy";
import type { AuditSurroundings } from "~/server/routers/audit";
import type { AuditFilter } from "./filter";

const say = words.audit;
const ANY = "any";

interface FiltersProps {
  filter: AuditFilter;
  around: AuditSurroundings;
  /** The title of the article that the audit is narrowed to. */
  article: string | null;
  onChange: (change: Partial<AuditFilter>) => void;
}

/** What the audit is narrowed to; each change goes into the address. */
export function Filters({ filter, around, article, onChange }: FiltersProps) {
  const { person, role, kind } = filter;
  return (
    <div role="group" aria-label={say.filters} className="flex flex-col gap-2 print:hidden">
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-[repeat(3,minmax(0,1fr))_9.5rem_9.5rem]">
        <Field label={say.person}>
          <Select
            value={person ?? ANY}
            choices={[
              { value: ANY, label: say.everybody },
              ...around.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(chosen) => onChange({ person: chosen === ANY ? null : chosen })}
          />
        </Field>
        <Field label={say.kind}>
          <Select
            value={kind ?? ANY}
            choices={[
              { value: ANY, label: say.anyKind },
              ...AUDIT_KINDS.map((value) => ({ value, label: say.kinds[value] })),
            ]}
            onChange={(chosen) => onChange({ kind: chosen === ANY ? null : chosen })}
          />
        </Field>
        <Field label={say.role}>
          <Select
            value={role ?? ANY}
            choices={[
              { value: ANY, label: say.anyRole },
              ...around.roles.map((value) => ({ value, label: ROLE_LABEL[value] })),
            ]}
            onChange={(chosen) => onChange({ role: chosen === ANY ? null : chosen })}
          />
        </Field>
        <Day label={say.from} value={filter.from} onChange={(from) => onChange({ from })} />
        <Day label={say.to} value={filter.to} onChange={(to) => onChange({ to })} />
      </div>
      {article !== null && (
        <p className="flex min-w-0 items-center gap-2">
          <span className="shrink-0 text-muted">{say.article}</span>
          <Button
            small
            className="min-w-0"
            aria-label={say.leaveArticle(article)}
            onClick={() => onChange({ article: null })}
          >
            <span className="truncate" dir="auto">
              {article}
            </span>
            <X aria-hidden="true" />
          </Button>
        </p>
      )}
    </div>
  );
}

interface DayProps {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <Field label={label}>
      <TextInput
        type="date"
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
      />
    </Field>
  );
}
