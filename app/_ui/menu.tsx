"use client";

import { Late } from "~/app/_lib/on-demand";
import type { MenuChoicesProps, MenuItemProps, MenuLinkProps } from "./menu-parts";
import { opener } from "./opener";

const parts = new Late(() => import("./menu-parts"));

/** A list of actions behind a button; arrows move, letters jump, Escape returns. */
export const Menu = opener(parts, { pick: (code) => code.Menu, opens: "menu" });

// What stands in a menu is drawn with it, when its code is there.

export function MenuItem(props: MenuItemProps) {
  const Parts = parts.now();
  return Parts && <Parts.MenuItem {...props} />;
}

/** A way to another page of Galley. */
export function MenuLink(props: MenuLinkProps) {
  const Parts = parts.now();
  return Parts && <Parts.MenuLink {...props} />;
}

/** One of a few, inside a menu, with a heading. */
export function MenuChoices<Value extends string>(props: MenuChoicesProps<Value>) {
  const Parts = parts.now();
  return Parts && <Parts.MenuChoices {...props} />;
}

export function MenuSeparator() {
  const Parts = parts.now();
  return Parts && <Parts.MenuSeparator />;
}
