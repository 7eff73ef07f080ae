"use client";

import { useRef, useState, type SyntheticEvent } from "react";
import { v7 } from "uuid";

import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { Select } from "~/app/_ui/select";
import { TextInput } from "~/app/_ui/text-input";
import { type Desk, type Desks, LINK_DAYS } from "~/core/newsroom";
import { Email } from "~/core/shapes/newsroom";
import { rolesProblem } from "~/core/newsroom-roles";
import type { DeskKind, Role } from "~/core/policy";
import { DesksField } from "./desks-field";
import { LinkOnce } from "./link-once";
import { RolesField } from "./roles-field";
import { useChange } from "./use-change";

export interface InviteDialogProps {
  newsroom: string;
  deskKind: DeskKind;
  desks: readonly Desk[];
  open: boolean;
  onClose: () => void;
}

/** Asks who is to join, in which roles; then shows the link. */
export function InviteDialog({ open, onClose, ...rest }: InviteDialogProps) {
  const [made, setMade] = useState<{ path: string; name: string } | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        if (!now) close();
      }}
      closeOnOutsidePress={false}
      title={made ? words.settings.link.title(made.name) : words.settings.invite.title}
      description={made ? undefined : words.settings.invite.explain}
    >
      {made ? (
        <LinkOnce path={made.path} onDone={close} />
      ) : (
        open && <InviteForm {...rest} onMade={setMade} onCancel={close} />
      )}
    </Dialog>
  );
}

type Problems = Partial<Record<"name" | "email" | "roles", string>>;

const DAYS = [1, 3, LINK_DAYS.usual, LINK_DAYS.most].map((days) => ({
  value: String(days),
  label: words.settings.invite.dayCount(days),
}));

type InviteFormProps = Omit<InviteDialogProps, "open" | "onClose"> & {
  onMade: (made: { path: string; name: string }) => void;
  onCancel: () => void;
};

function InviteForm({ newsroom, deskKind, desks: all, onMade, onCancel }: InviteFormProps) {
  const api = useTRPC();
  const { send, isBusy, refusal } = useChange(newsroom, api.members.invite.mutationOptions());
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [roles, setRoles] = useState<Role[]>([]);
  const [desks, setDesks] = useState<Desks>("all");
  const [days, setDays] = useState(String(LINK_DAYS.usual));
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);
  const said = words.settings.invite;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const address = Email.safeParse(email.trim());
    const misfit = rolesProblem(deskKind, roles);
    const found: Problems = {
      ...(name.trim() === "" && { name: said.nameMissing }),
      ...(!address.success && { email: said.emailWrong }),
      ...(misfit !== null && { roles: misfit }),
    };
    setProblems(found);
    if (!address.success || Object.keys(found).length > 0) {
      const [first = ""] = Object.keys(found);
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const person = {
      email: address.data,
      name: name.trim(),
      roles: roles.filter((role) => role !== "system"),
      desks,
    };
    send({ type: "invitePerson", invitation: v7(), ...person, days: Number(days) }, ({ path }) =>
      onMade({ path, name: person.name }),
    );
  };

  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {refusal && <ErrorNote happened={refusal.sentence} code={refusal.code} />}
      <Field label={said.name} hint={said.nameHint} error={problems.name}>
        <TextInput
          name="name"
          dir="auto"
          autoComplete="off"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={said.email} hint={said.emailHint} error={problems.email}>
        <TextInput
          name="email"
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <RolesField deskKind={deskKind} roles={roles} onChange={setRoles} error={problems.roles} />
      <DesksField all={all} desks={desks} onChange={setDesks} />
      <Field label={said.days}>
        <Select choices={DAYS} value={days} onChange={setDays} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{words.common.cancel}</Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          {said.submit}
        </Button>
      </div>
    </form>
  );
}
