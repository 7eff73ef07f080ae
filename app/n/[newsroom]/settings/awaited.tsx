"use client";

import { useState } from "react";

import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { ConfirmDialog } from "~/app/_ui/confirm-dialog";
import { Table, Td, Th } from "~/app/_ui/table";
import { Time } from "~/app/_ui/time";
import { showToast } from "~/app/_ui/toasts";
import type { AwaitedRow } from "~/server/routers";
import { RoleChips } from "./role-chips";
import { useChange } from "./use-change";

export interface AwaitedProps {
  newsroom: string;
  awaited: readonly AwaitedRow[];
  mayManage: boolean;
}

/** Those who have a link and have not used it. */
export function Awaited({ newsroom, awaited, mayManage }: AwaitedProps) {
  const api = useTRPC();
  const { send, isBusy, refusal, reset } = useChange(newsroom, api.members.revoke.mutationOptions());
  const [revoking, setRevoking] = useState<AwaitedRow | null>(null);
  const said = words.settings.awaited;
  const nameOf = (person: AwaitedRow) => person.name ?? said.unnamed;
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-base font-semibold">{said.heading}</h2>
        <p className="text-muted">{said.explain}</p>
      </div>
      <Table caption={said.heading}>
        <thead>
          <tr>
            <Th>{words.settings.members.name}</Th>
            <Th className="max-sm:hidden">{words.settings.members.roles}</Th>
            <Th>{said.expires}</Th>
            {mayManage && (
              <Th>
                <span className="sr-only">{words.settings.members.actions}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {awaited.map((person) => (
            <tr key={person.id}>
              <Td>
                <bdi className="font-medium">{nameOf(person)}</bdi>
                <div className="wrap-anywhere text-muted">{person.email}</div>
                <div className="mt-1 sm:hidden">
                  <RoleChips roles={person.roles} />
                </div>
              </Td>
              <Td className="max-sm:hidden">
                <RoleChips roles={person.roles} />
              </Td>
              <Td>
                {person.hasExpired ? (
                  <Badge tone="warn">{said.expired}</Badge>
                ) : (
                  <Time at={person.expiresAt} />
                )}
              </Td>
              {mayManage && (
                <Td className="text-end">
                  <Button
                    small
                    aria-label={said.revokeOf(nameOf(person))}
                    onClick={() => setRevoking(person)}
                  >
                    {said.revoke}
                  </Button>
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={() => {
          reset();
          setRevoking(null);
        }}
        title={said.revokeTitle(revoking ? nameOf(revoking) : "")}
        description={said.revokeExplain}
        confirm={said.revoke}
        danger
        busy={isBusy}
        {...(refusal && { error: refusal.sentence })}
        onConfirm={() => {
          if (!revoking) return;
          send({ type: "revokeInvitation", invitation: revoking.id }, () => {
            showToast({ title: said.revoked(nameOf(revoking)) });
            setRevoking(null);
          });
        }}
      />
    </section>
  );
}
