/** What every control that takes text or a choice looks like. 16 px under fingers, or phones zoom in. */
export const inputLook =
  "w-full rounded-md border border-border bg-surface px-2.5 py-1 text-ink transition-colors pointer-coarse:text-base " +
  "hover:border-muted focus-visible:outline-offset-0 data-disabled:cursor-not-allowed data-disabled:bg-sunken " +
  "data-disabled:text-muted data-invalid:border-danger";
