"use client";

import { UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { AccountMenu } from "~/app/_ui/account-menu";
import { MenuLink } from "~/app/_ui/menu";
import { showToast } from "~/app/_ui/toasts";
import { signOut } from "./session";
import * as words from "./words";

export interface OwnMenuProps {
  name: string;
  /** Under the name: the address, or the role in this newsroom. */
  detail?: string;
  /** MenuLinks of the newsroom that is shown. */
  children?: ReactNode;
}

/** The account menu of whoever is signed in, for the Shell of every page. */
export function OwnMenu({ name, detail, children }: OwnMenuProps) {
  const leave = async () => {
    const trouble = await signOut();
    if (trouble !== null) showToast({ title: trouble, trouble: true });
  };
  return (
    <AccountMenu name={name} detail={detail} onSignOut={() => void leave()}>
      {children}
      <MenuLink href="/account" icon={<UserRound aria-hidden="true" />}>
        {words.account.title}
      </MenuLink>
    </AccountMenu>
  );
}
