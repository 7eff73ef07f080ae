"use client";

import { useId } from "react";

import * as words from "~/app/_lib/words";
import { Checkbox } from "~/app/_ui/checkbox";
import { type DeskKind, type Role, ROLE_LABEL, ROLES_OF_DESK } from "~/core/policy";

export interface RolesFieldProps {
  deskKind: DeskKind;
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
}

/** The roles that this kind of desk has, each with a sentence on what it lets a person do. */
export function RolesField({ deskKind, roles, onChange, error }: RolesFieldProps) {
  const errorId = useId();
  return (
    <fieldset aria-describedby={error === undefined ? undefined : errorId} className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{words.settings.members.roles}</legend>
      {ROLES_OF_DESK[deskKind].map((role) => (
        <Checkbox
          key={role}
          checked={roles.includes(role)}
          onChange={(checked) => onChange(checked ? [...roles, role] : roles.filter((held) => held !== role))}
        >
          <span className="block font-medium first-letter:uppercase">{ROLE_LABEL[role]}</span>
          {role !== "system" && (
            <span className="block text-muted">{words.settings.roleExplained[role]}</span>
          )}
        </Checkbox>
      ))}
      {error !== undefined && (
        <p id={errorId} role="alert" className="text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
