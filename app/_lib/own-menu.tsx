"use client";

import { UserRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Bell } from "~/app/_bell/bell";
import { AccountMenu } from "~/app/_ui/account-menu";
import { MenuLink } from "~/app/_ui/menu";
import { showToast } from "~/app/_ui/toasts";
import { unsettledFor } from "./device/drawers";
import type { KeptOnDevice } from "./device/records";
import { onDemand } from "./on-demand";
import { signOut } from "./session";
import * as words from "./words";

const UnsentDialog = onDemand(async () => (await import("./device/unsent-dialog")).UnsentDialog);

export interface OwnMenuProps {
  name: string;
  email: string;
  /** Under the name, where it is not the address: the role in this newsroom. */
  detail?: string;
  /** MenuLinks of the newsroom that is shown. */
  children?: ReactNode;
}

/** The bell and the account menu of whoever is signed in, for the Shell of every page. */
export function OwnMenu({ name, email, detail = email, children }: OwnMenuProps) {
  const [unsent, setUnsent] = useState<readonly KeptOnDevice[]>([]);
  const ask = async () => {
    const kept = await unsettledFor(email);
    setUnsent(kept);
    const trouble = kept.length > 0 ? null : await signOut();
    if (trouble !== null) showToast({ title: trouble, trouble: true });
  };
  return (
    <div className="flex items-center gap-1">
      <Bell />
      <AccountMenu name={name} detail={detail} onSignOut={() => void ask()}>
        {children}
        <MenuLink href="/account" icon={<UserRound aria-hidden="true" />}>
          {words.account.title}
        </MenuLink>
      </AccountMenu>
      <UnsentDialog
        open={unsent.length > 0}
        person={email}
        kept={unsent}
        onClose={() => setUnsent([])}
        onLeave={signOut}
      />
    </div>
  );
}
