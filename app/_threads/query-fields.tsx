"use client";

import * as words from "~/app/_lib/words";
import { Field } from "~/app/_ui/field";
import { MomentInput } from "~/app/_ui/moment-input";
import { Select } from "~/app/_ui/select";
import type { Addressee } from "~/core/thread";
import type { Choosable } from "./use-listeners";

const say = words.threads;

export interface QueryFieldsProps {
  people: readonly Choosable[];
  addressee: Addressee | null;
  due: number | null;
  onAddressee: (who: Addressee) => void;
  onDue: (due: number | null) => void;
}

/** Whom a query asks, and by when. */
export function QueryFields({ people, addressee, due, onAddressee, onDue }: QueryFieldsProps) {
  const askable = people.filter(({ mayAnswer }) => mayAnswer);
  return (
    <>
      <Field label={say.addressee}>
        <Select
          choices={askable.map(({ name, hint, who }) => ({ value: keyOf(who), label: name, hint }))}
          value={addressee && keyOf(addressee)}
          onChange={(key) => {
            const chosen = askable.find(({ who }) => keyOf(who) === key);
            if (chosen) onAddressee(chosen.who);
          }}
        />
      </Field>
      <Field label={say.due} optional>
        <MomentInput value={due} onChange={onDue} />
      </Field>
    </>
  );
}

function keyOf(who: Addressee): string {
  return "person" in who ? who.person : who.role;
}
