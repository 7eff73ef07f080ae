/**
 * The header in which a page says whose it is, by their e-mail address, percent-encoded: what was done on it is carried
 * out as theirs or not at all, though somebody else has signed in by another tab meanwhile.
 */
export const PAGE_OF = "x-galley-page-of";
