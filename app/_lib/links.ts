export type LinkKind = "inside" | "outside" | "refused";

/**
 * Where an address leads: `inside` Galley (a path, query or fragment), `outside` (http or https), or `refused`
 * (any other scheme, or an address that only looks like a path, such as `//host` and `/\host`).
 */
export function linkKind(href: string): LinkKind {
  if (/^[/?#]/.test(href)) return /^\/[/\\]|[\u0000-\u0020]/.test(href) ? "refused" : "inside";
  if (!URL.canParse(href)) return "refused";
  const { protocol } = new URL(href);
  return protocol === "https:" || protocol === "http:" ? "outside" : "refused";
}
