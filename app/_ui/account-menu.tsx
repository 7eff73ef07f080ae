"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useThemeChoice } from "~/app/_lib/theme";
import * as words from "~/app/_lib/words";
import { Avatar } from "./avatar";
import { Button } from "./button";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "./menu";

export interface AccountMenuProps {
  name: string;
  /** Under the name: the address, or the role in this newsroom. */
  detail?: string;
  onSignOut: () => void;
  /** MenuLinks above the appearance: settings, members. */
  children?: ReactNode;
}

const looks = [
  { value: "system", label: words.common.theme.system, icon: <Monitor aria-hidden="true" /> },
  { value: "light", label: words.common.theme.light, icon: <Sun aria-hidden="true" /> },
  { value: "dark", label: words.common.theme.dark, icon: <Moon aria-hidden="true" /> },
] as const;

/** Who is signed in, the ways to their own pages, light or dark, and signing out. */
export function AccountMenu({ name, detail, onSignOut, children }: AccountMenuProps) {
  const { choice, choose } = useThemeChoice();
  return (
    <Menu
      trigger={
        <Button
          variant="plain"
          aria-label={`${words.common.account.menu}: ${name}`}
          className="px-1! pointer-coarse:min-w-11"
        >
          <Avatar name={name} decorative />
        </Button>
      }
    >
      <div className="px-2 py-1">
        <p className="font-medium">{name}</p>
        {detail !== undefined && <p className="text-muted">{detail}</p>}
      </div>
      <MenuSeparator />
      {children !== undefined && (
        <>
          {children}
          <MenuSeparator />
        </>
      )}
      <MenuChoices label={words.common.account.lookOf} choices={looks} value={choice} onChange={choose} />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={onSignOut}>
        {words.common.account.signOut}
      </MenuItem>
    </Menu>
  );
}
