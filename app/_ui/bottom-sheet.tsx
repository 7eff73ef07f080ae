"use client";

import { Drawer, type DrawerProps } from "./drawer";

/** A Drawer without a side. */
export type BottomSheetProps = Omit<DrawerProps, "side">;

/** What a drawer is on phones: it rises from the bottom edge, in reach of the thumb. */
export function BottomSheet(props: BottomSheetProps) {
  return <Drawer {...props} side="bottom" />;
}
