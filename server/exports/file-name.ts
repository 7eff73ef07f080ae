/**
 * The header by which an answer is kept as a file of that name, never shown as a page. Older readers get the
 * name in ASCII, others in full.
 * @param extension without its dot; none when empty
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
  const ending = extension === "" ? "" : `.${extension}`;
  return `attachment; filename="${ascii}${ending}"; filename*=UTF-8''${encode(`${full}${ending}`)}`;
}

/** The same for a file that came in under a name of its own. */
export function attachmentNamed(fileName: string): string {
  const [, name = fileName, extension = ""] = /^(.+)\.([A-Za-z0-9]{1,10})$/su.exec(fileName) ?? [];
  return attachment(name, extension);
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
