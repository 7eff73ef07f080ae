"use client";

import { onDemand } from "~/app/_lib/on-demand";

/** What opens over a page, for pages that come without it: its code is loaded before it is first opened. */
export const Dialog = onDemand(async () => (await import("./dialog")).Dialog);
export const ConfirmDialog = onDemand(async () => (await import("./confirm-dialog")).ConfirmDialog);
export const Drawer = onDemand(async () => (await import("./drawer")).Drawer);
export const BottomSheet = onDemand(async () => (await import("./bottom-sheet")).BottomSheet);
