/**
 * Text in XML 1.0, which cannot hold every character that a text can: those it cannot become U+FFFD, one code
 * unit for one, so that offsets still hold.
 * @see https://www.w3.org/TR/xml/#charsets
 */

const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** How many characters of the text XML cannot hold. */
export function countUnwritable(text: string): number {
  return [...text.matchAll(UNWRITABLE)].length;
}

/** The text as XML can hold it. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, "\u{FFFD}");
}

/** The text between two tags. A parser would turn a bare CR into LF. */
export function xmlText(text: string): string {
  return writable(text).replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character);
}

/** The text inside of double quotes. A parser would turn bare tabs and line ends into blanks. */
export function xmlAttribute(text: string): string {
  return writable(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/** An element's start, with those attributes that have a value. */
export function xmlStart(
  name: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${xmlAttribute(String(value))}"`],
  );
  return `<${name}${written.join("")}>`;
}

/** A whole element with text inside; without text an empty one. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  text = "",
): string {
  const start = xmlStart(name, attributes);
  return text === "" ? `${start.slice(0, -1)}/>` : `${start}${xmlText(text)}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
