/** Text that both revisions have: `length` UTF-16 code units from `before` and from `after`. */
export interface Run {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** A stretch of the earlier text that a stretch of the later one replaces; one of them may be empty. */
export interface Change {
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
}
