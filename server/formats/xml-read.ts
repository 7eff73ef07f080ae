import { SaxesParser } from "saxes";

import { DomainError } from "~/core/errors";

/** An element with what is in it. */
export interface XmlElement {
  /** Without its prefix. */
  readonly local: string;
  /** Its namespace; empty without one. */
  readonly namespace: string;
  /** By local name; `xml:id` and `xmi:id` as they are written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** So deep do elements nest in a file that somebody would want to import. */
const DEEPEST = 200;

/**
 * The document's element. Nothing is fetched, and no entity but XML's own five is known.
 * @throws DomainError bad-input for what is not well-formed, and for a document type, which could name entities
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: (XmlElement & { children: (XmlElement | string)[] })[] = [];
  const roots: XmlElement[] = [];
  const refuse = (why: string): never => {
    throw new DomainError(
      "bad-input",
      `The file is not XML that Galley reads: line ${parser.line}, column ${parser.column + 1}: ${why}`,
    );
  };
  parser.on("error", () => refuse("it is not well-formed there. It may have been cut off; export it again."));
  parser.on("doctype", () => refuse("it has a document type, which Galley does not read. Save it without."));
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (open.length === DEEPEST) refuse("its elements are nested too deeply.");
    const named = Object.values(attributes).map((given): [string, string] => [
      given.prefix === "xml" || given.prefix === "xmi" ? given.name : given.local,
      given.value,
    ]);
    open.push({ local, namespace: uri, attributes: Object.fromEntries(named), children: [] });
  });
  const add = (words: string) => open.at(-1)?.children.push(words);
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (!closed) return;
    if (open.length === 0) roots.push(closed);
    else open.at(-1)?.children.push(closed);
  });
  parser.write(text.replace(/^\u{FEFF}/u, "")).close();
  return roots[0] ?? refuse("it is empty.");
}

/** All words in an element, in their order. */
export function wordsIn({ children }: XmlElement): string {
  return children.map((child) => (typeof child === "string" ? child : wordsIn(child))).join("");
}

/** The elements of that name anywhere below, in their order. */
export function* elementsNamed(local: string, { children }: XmlElement): Generator<XmlElement> {
  for (const child of children) {
    if (typeof child === "string") continue;
    if (child.local === local) yield child;
    yield* elementsNamed(local, child);
  }
}
