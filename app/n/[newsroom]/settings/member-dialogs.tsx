"use client";

import { useState, type SyntheticEvent } from "react";
import { v7 } from "uuid";

import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ConfirmDialog } from "~/app/_ui/confirm-dialog";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { showToast } from "~/app/_ui/toasts";
import type { Desk } from "~/core/newsroom";
import { rolesProblem } from "~/core/newsroom-roles";
import type { DeskKind, Role } from "~/core/policy";
import type { MemberRow } from "~/server/routers";
import { DesksField } from "./desks-field";
import { LinkOnce } from "./link-once";
import { RolesField } from "./roles-field";
import { useChange } from "./use-change";

/** Every dialog is about one member, as they stood when it opened: that is what a change is compared with. */
export interface MemberDialogProps {
  newsroom: string;
  member: MemberRow;
  onClose: () => void;
}

/** Changes a member's roles. */
export function RolesDialog({
  newsroom,
  member,
  deskKind,
  onClose,
}: MemberDialogProps & { deskKind: DeskKind }) {
  const api = useTRPC();
  const { send, isBusy, refusal } = useChange(newsroom, api.members.changeRoles.mutationOptions());
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const said = words.settings.members;
  const problem = rolesProblem(deskKind, roles) ?? undefined;
  const save = () => {
    const to = roles.filter((role) => role !== "system");
    send({ type: "changeRoles", person: member.person, from: member.roles, to }, () => {
      showToast({ title: said.rolesSaved(member.name) });
      onClose();
    });
  };
  return (
    <EditDialog
      title={said.rolesOf(member.name)}
      refusal={refusal?.sentence}
      isBusy={isBusy}
      onSave={problem ? undefined : save}
      onClose={onClose}
    >
      <RolesField deskKind={deskKind} roles={roles} onChange={setRoles} error={problem} />
    </EditDialog>
  );
}

/** Changes a member's desks. */
export function DesksDialog({
  newsroom,
  member,
  desks: all,
  onClose,
}: MemberDialogProps & { desks: readonly Desk[] }) {
  const api = useTRPC();
  const { send, isBusy, refusal } = useChange(newsroom, api.members.changeDesks.mutationOptions());
  const [desks, setDesks] = useState(member.desks);
  const said = words.settings.members;
  const save = () =>
    send({ type: "changeDesks", person: member.person, from: member.desks, to: desks }, () => {
      showToast({ title: said.desksSaved(member.name) });
      onClose();
    });
  return (
    <EditDialog
      title={said.desksOf(member.name)}
      refusal={refusal?.sentence}
      isBusy={isBusy}
      onSave={save}
      onClose={onClose}
    >
      <DesksField all={all} desks={desks} onChange={setDesks} />
    </EditDialog>
  );
}

interface EditDialogProps {
  title: string;
  refusal: string | undefined;
  isBusy: boolean;
  /** Absent while what is chosen cannot be saved. */
  onSave: (() => void) | undefined;
  onClose: () => void;
  children: React.ReactNode;
}

function EditDialog({ title, refusal, isBusy, onSave, onClose, children }: EditDialogProps) {
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isBusy) onSave?.();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} closeOnOutsidePress={false}>
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {refusal !== undefined && <ErrorNote happened={refusal} />}
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" variant="primary" busy={isBusy} disabled={!onSave}>
            {words.common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks before disabling. */
export function DisableDialog({ newsroom, member, onClose }: MemberDialogProps) {
  const api = useTRPC();
  const { send, isBusy, refusal } = useChange(newsroom, api.members.disable.mutationOptions());
  const said = words.settings.members;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={said.disableTitle(member.name)}
      description={said.disableExplain}
      confirm={said.disableConfirm}
      danger
      busy={isBusy}
      {...(refusal && { error: refusal.sentence })}
      onConfirm={() =>
        send({ type: "disableMember", person: member.person, disabled: true }, () => {
          showToast({ title: said.disabledDone(member.name) });
          onClose();
        })
      }
    />
  );
}

/** Makes a link to a new password, and shows it once. */
export function PasswordLinkDialog({ newsroom, member, onClose }: MemberDialogProps) {
  const api = useTRPC();
  const { send, isBusy, refusal } = useChange(newsroom, api.members.newPasswordLink.mutationOptions());
  const [path, setPath] = useState<string | null>(null);
  const said = words.settings.members;
  if (path === null) {
    return (
      <ConfirmDialog
        open
        onOpenChange={onClose}
        title={said.passwordTitle(member.name)}
        description={said.passwordExplain}
        confirm={said.passwordConfirm}
        busy={isBusy}
        {...(refusal && { error: refusal.sentence })}
        onConfirm={() =>
          send({ type: "makePasswordLink", invitation: v7(), person: member.person, days: 1 }, (made) =>
            setPath(made.path),
          )
        }
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      closeOnOutsidePress={false}
      title={words.settings.link.title(member.name)}
    >
      <LinkOnce path={path} onDone={onClose} />
    </Dialog>
  );
}
