"use client";

import { Late } from "~/app/_lib/on-demand";
import { opener } from "./opener";

/** A small panel beside its button, for more than a menu and less than a dialog. The page stays usable. */
export const Popover = opener(new Late(() => import("./popover-parts")), {
  pick: (code) => code.Popover,
  opens: "dialog",
});
