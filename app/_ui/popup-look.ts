/** The surface of everything that opens over the page next to what opened it. */
export const popupLook =
  "rounded-md border border-border bg-surface text-ink outline-none transition-opacity " +
  "data-starting-style:opacity-0 data-ending-style:opacity-0 data-instant:transition-none";

/** A row of a menu or list of choices. */
export const rowLook =
  "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none select-none pointer-coarse:min-h-11 " +
  "data-highlighted:bg-accent-fill data-highlighted:chosen data-disabled:text-muted [&_svg]:size-4 [&_svg]:shrink-0";
