"use client";

import { atRest, onDemand } from "~/app/_lib/on-demand";

/** What opens over a page, for pages that come without it: its code is loaded before it is first opened. */
export const Dialog = onDemand(async () => (await import("./dialog")).Dialog);
export const ConfirmDialog = onDemand(async () => (await import("./confirm-dialog")).ConfirmDialog);
export const Drawer = onDemand(async () => (await import("./drawer")).Drawer);
export const BottomSheet = onDemand(async () => (await import("./bottom-sheet")).BottomSheet);

/** Messages and tips, of which a page has one place each. */
export const ToastStack = atRest(async () => (await import("./toast-stack")).ToastStack);
export const TipLayer = atRest(async () => (await import("./tip-layer")).TipLayer);
