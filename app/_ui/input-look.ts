/** What every control that takes text or a choice looks like. 16 px under fingers, or phones zoom in. */
export const inputLook =
  "w-full rounded-md border border-border bg-surface px-2.5 py-1 text-ink transition-colors pointer-coarse:text-base " +
  "hover:border-muted focus-visible:outline-offset-0 is-disabled:cursor-not-allowed is-disabled:bg-sunken " +
  "is-disabled:text-muted aria-invalid:border-danger";
