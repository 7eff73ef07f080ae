import type { CasStructure } from "./cas";
import { articleOfCas } from "./cas-read";
import { type ReadArticle, type Reader, unreadable } from "./read";
import { parseXml, type XmlElement } from "./xml-read";

const UIMA = "http:///uima/cas.ecore";

/** Reads XMI back, from Galley or another tool; the type system beside it is not needed for that. */
export const casXmiReader: Reader = {
  format: "cas-xmi",
  recognizes: ({ name }) => /\.xmi$/i.test(name),
  *read({ name, text }, context): Generator<ReadArticle> {
    const elements = parseXml(text).children.filter((child) => typeof child !== "string");
    const sofa = elements.find((element) => element.namespace === UIMA && element.local === "Sofa");
    const words = sofa?.attributes.sofaString;
    if (sofa === undefined || words === undefined) {
      yield unreadable(name, "The file holds no text. Export it from a project with its documents.");
      return;
    }
    const own = elements.filter(({ attributes }) => attributes.sofa === sofa.attributes["xmi:id"]);
    yield articleOfCas({ text: words, structures: own.map(structureOf) }, context);
  },
};

/** A type's package is its namespace: `http:///webanno/custom.ecore`. */
function structureOf({ local, namespace, attributes }: XmlElement): CasStructure {
  const { "xmi:id": _, sofa: _sofa, begin, end, ...features } = attributes;
  const place = namespace.replace(/^http:\/\/\/|\.ecore$/g, "").replaceAll("/", ".");
  const isPlaced = /^\d+$/.test(begin ?? "") && /^\d+$/.test(end ?? "");
  return {
    type: `${place}.${local}`,
    span: isPlaced ? { begin: Number(begin), end: Number(end) } : null,
    features,
  };
}
