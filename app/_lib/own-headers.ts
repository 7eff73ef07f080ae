import { PAGE_OF } from "~/core/page-of";

/** Whose page this is, by e-mail address. What it sends is theirs, whoever has signed in by another tab meanwhile. */
let owner: string | undefined;

/** Says whose page this is; undefined where nobody is signed in. */
export function belongTo(email: string | undefined): void {
  owner = email;
}

/** The headers of every request that this page makes by itself: one that no foreign page can send, and whose it is. */
export function ownHeaders(): Record<string, string> {
  return { "x-galley": "1", ...(owner !== undefined && { [PAGE_OF]: encodeURIComponent(owner) }) };
}
