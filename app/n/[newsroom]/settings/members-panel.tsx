"use client";

import { KeyRound, MoreHorizontal, UserPlus } from "lucide-react";
import { useState } from "react";

import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "~/app/_ui/menu";
import { Table, Td, Th } from "~/app/_ui/table";
import { Time } from "~/app/_ui/time";
import { showToast } from "~/app/_ui/toasts";
import type { Desk, Desks } from "~/core/newsroom";
import type { MemberRow, People } from "~/server/routers";
import { Awaited } from "./awaited";
import { InviteDialog } from "./invite-dialog";
import { DesksDialog, DisableDialog, PasswordLinkDialog, RolesDialog } from "./member-dialogs";
import { RoleChips } from "./role-chips";
import { tellRefusal, useChange } from "./use-change";

type Doing = { what: "roles" | "desks" | "disable" | "password"; member: MemberRow };

/** Who belongs to the newsroom, and who is to. */
export function MembersPanel({ newsroom, people }: { newsroom: string; people: People }) {
  const { members, awaited, desks, deskKind, mayManage, self } = people;
  const [isInviting, setIsInviting] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const said = words.settings.members;
  const dialog = doing && { newsroom, member: doing.member, onClose: () => setDoing(null) };
  return (
    <div className="flex flex-col gap-8">
      <section className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-base font-semibold">{said.heading}</h2>
          {mayManage && (
            <Button variant="primary" onClick={() => setIsInviting(true)}>
              <UserPlus aria-hidden="true" />
              {said.add}
            </Button>
          )}
        </div>
        <Table caption={said.heading}>
          <thead>
            <tr>
              <Th>{said.name}</Th>
              <Th>{said.roles}</Th>
              <Th className="max-md:hidden">{said.desks}</Th>
              <Th className="max-sm:hidden">{said.state}</Th>
              <Th className="max-lg:hidden">{said.seen}</Th>
              {mayManage && (
                <Th>
                  <span className="sr-only">{said.actions}</span>
                </Th>
              )}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.person}>
                <Td>
                  <bdi className="font-medium">{member.name}</bdi>
                  {member.person === self && <span className="text-muted"> ({said.isYou})</span>}
                  <div className="wrap-anywhere text-muted">{member.email}</div>
                  <div className="mt-1 sm:hidden">
                    <StateOf member={member} />
                  </div>
                </Td>
                <Td>
                  <RoleChips roles={member.roles} />
                  <div className="mt-1 text-muted md:hidden">{desksInWords(member.desks, desks)}</div>
                </Td>
                <Td className="max-md:hidden">{desksInWords(member.desks, desks)}</Td>
                <Td className="max-sm:hidden">
                  <StateOf member={member} />
                </Td>
                <Td className="whitespace-nowrap text-muted max-lg:hidden">
                  {member.lastSeenAt ? <Time at={member.lastSeenAt} /> : said.notSignedIn}
                </Td>
                {mayManage && (
                  <Td className="text-end">
                    <MemberMenu
                      newsroom={newsroom}
                      member={member}
                      isSelf={member.person === self}
                      onChoose={(what) => setDoing({ what, member })}
                    />
                  </Td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      {awaited.length > 0 && <Awaited newsroom={newsroom} awaited={awaited} mayManage={mayManage} />}
      <InviteDialog
        newsroom={newsroom}
        deskKind={deskKind}
        desks={desks}
        open={isInviting}
        onClose={() => setIsInviting(false)}
      />
      {dialog && doing.what === "roles" && <RolesDialog {...dialog} deskKind={deskKind} />}
      {dialog && doing.what === "desks" && <DesksDialog {...dialog} desks={desks} />}
      {dialog && doing.what === "disable" && <DisableDialog {...dialog} />}
      {dialog && doing.what === "password" && <PasswordLinkDialog {...dialog} />}
    </div>
  );
}

function desksInWords(held: Desks, all: readonly Desk[]): string {
  if (held === "all") return words.settings.allDesks;
  const names = all.filter(({ id }) => held.includes(id)).map(({ name }) => name);
  return names.length > 0 ? names.join(", ") : words.settings.noDesk;
}

function StateOf({ member }: { member: MemberRow }) {
  const said = words.settings.members;
  return (
    <span className="flex flex-wrap gap-1">
      {member.disabled ? <Badge tone="warn">{said.disabled}</Badge> : <Badge tone="ok">{said.active}</Badge>}
      {member.passwordLink && <Badge icon={<KeyRound aria-hidden="true" />}>{said.linkOpen}</Badge>}
    </span>
  );
}

interface MemberMenuProps {
  newsroom: string;
  member: MemberRow;
  isSelf: boolean;
  onChoose: (what: Doing["what"]) => void;
}

function MemberMenu({ newsroom, member, isSelf, onChoose }: MemberMenuProps) {
  const api = useTRPC();
  const enable = useChange(newsroom, api.members.disable.mutationOptions({ onError: tellRefusal }));
  const revoke = useChange(newsroom, api.members.revoke.mutationOptions({ onError: tellRefusal }));
  const said = words.settings.members;
  const { passwordLink } = member;
  return (
    <Menu
      trigger={
        <IconButton label={said.actionsFor(member.name)} icon={<MoreHorizontal aria-hidden="true" />} small />
      }
    >
      <MenuItem onSelect={() => onChoose("roles")}>{said.changeRoles}</MenuItem>
      <MenuItem onSelect={() => onChoose("desks")}>{said.changeDesks}</MenuItem>
      <MenuItem onSelect={() => onChoose("password")} disabled={member.disabled}>
        {said.newPassword}
      </MenuItem>
      {passwordLink && (
        <MenuItem
          onSelect={() =>
            revoke.send({ type: "revokeInvitation", invitation: passwordLink.id }, () =>
              showToast({ title: said.linkRevoked }),
            )
          }
        >
          {said.revokeLink}
        </MenuItem>
      )}
      <MenuSeparator />
      {member.disabled ? (
        <MenuItem
          onSelect={() =>
            enable.send({ type: "disableMember", person: member.person, disabled: false }, () =>
              showToast({ title: said.enabledDone(member.name) }),
            )
          }
        >
          {said.enable}
        </MenuItem>
      ) : (
        <MenuItem onSelect={() => onChoose("disable")} danger disabled={isSelf}>
          {said.disable}
        </MenuItem>
      )}
    </Menu>
  );
}
