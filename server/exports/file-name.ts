/**
 * The header by which an export is kept as a file of that name, never shown as a page. Older readers get the
 * name in ASCII, others in full.
 * @see https://www.rfc-editor.org/rfc/rfc6266
 * @see https://www.rfc-editor.org/rfc/rfc8187
 */
export function attachment(name: string, extension: string): string {
  const full = safeName(name);
  const ascii =
    full
      .normalize("NFKD")
      .replace(/[^ !#$&+\-.0-9A-Z^_a-z~()]/g, "")
      .trim() || "export";
  return `attachment; filename="${ascii}.${extension}"; filename*=UTF-8''${encode(`${full}.${extension}`)}`;
}

/** So many characters of a title go into the name: with its ending it stays under 255 bytes in any script. */
const LONGEST = 60;

/**
 * The name without what a file system, a shell or the eye could mistake: controls, signs that turn the
 * direction, path and wildcard characters, dots and blanks at the edges.
 */
export function safeName(name: string): string {
  const words = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{FFFD}]/gu, " ")
    .replace(/[/\\:*?"<>|~$`'%;&]/g, " ")
    .replace(/\s+/g, " ");
  const short = Array.from(words)
    .slice(0, LONGEST)
    .join("")
    .replace(/^[\s.-]+|[\s.]+$/g, "");
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) || short === ""
    ? `export ${short}`.trim()
    : short;
}

/** Percent-encoding of all but RFC 8187's attr-char. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
