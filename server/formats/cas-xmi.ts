import type { Dossier } from "~/core/shapes/dossier";
import { CAS_KEEPS, casStructures, type CasType, casTypes } from "./cas";
import { fileNameOf } from "./file-names";
import type { FilesFormat } from "./format";
import { type TypeWords, vocabularyOf } from "./vocabulary";
import { countUnwritable, XML_HEAD, xmlElement, xmlStart } from "./xml";

/**
 * UIMA's XMI with the type system that it needs beside it.
 * @see https://uima.apache.org/d/uimaj-current/ref.html#ugr.ref.xmi
 */

export const casXmi: FilesFormat = {
  id: "cas-xmi",
  label: "UIMA CAS XMI",
  mediaType: "application/zip",
  extension: "zip",
  offsetUnit: "UTF-16 code unit",
  reader: "Apache UIMA, INCEpTION, DKPro and dkpro-cassis read it, with the type system in the archive.",
  keeps: CAS_KEEPS,
  omissions: [
    {
      what: "Characters of the text that XML cannot hold (they become \u{FFFD})",
      count: ({ text }) => countUnwritable(text),
    },
  ],
  caveats: [
    "TypeSystem.xml declares the layers and features; every reader needs it together with an article’s .xmi.",
  ],
  packed: "always",
  async *files(dossiers, { schemes }) {
    const types = vocabularyOf(schemes);
    yield await Promise.resolve({ name: "TypeSystem.xml", content: typeSystem(casTypes(types)) });
    for await (const dossier of dossiers) {
      yield { name: `${fileNameOf(dossier)}.xmi`, content: document(dossier, types) };
    }
  },
};

function* typeSystem(types: readonly CasType[]): Generator<string> {
  yield `${XML_HEAD}<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n<types>\n`;
  for (const { name, base, features } of types) {
    yield `<typeDescription>${xmlElement("name", {}, name)}<description/>${xmlElement("supertypeName", {}, base)}<features>\n`;
    for (const feature of features) {
      yield `<featureDescription>${xmlElement("name", {}, feature.name)}<description/>${xmlElement("rangeTypeName", {}, feature.range)}</featureDescription>\n`;
    }
    yield "</features></typeDescription>\n";
  }
  yield "</types>\n</typeSystemDescription>\n";
}

/** A type's name in XMI: its package is a namespace. */
function qualified(type: string): { prefix: string; local: string; namespace: string } {
  const parts = type.split(".");
  const local = parts.pop() ?? type;
  return { prefix: parts.at(-1) ?? "", local, namespace: `http:///${parts.join("/")}.ecore` };
}

function* document(dossier: Dossier, types: readonly TypeWords[]): Generator<string> {
  const all = ["uima.cas.Sofa", "uima.tcas.DocumentAnnotation", ...casTypes(types).map(({ name }) => name)];
  const namespaces = Object.fromEntries(
    all.map(qualified).map(({ prefix, namespace }) => [`xmlns:${prefix}`, namespace]),
  );
  const root = { "xmlns:xmi": "http://www.omg.org/XMI", ...namespaces, "xmi:version": "2.0" };
  yield `${XML_HEAD}${xmlStart("xmi:XMI", root)}\n${xmlElement("cas:NULL", { "xmi:id": 0 })}\n`;
  const SOFA = 1;
  const members: number[] = [];
  const structure = (type: string, features: Readonly<Record<string, string | number>>) => {
    const { prefix, local } = qualified(type);
    const id = SOFA + 1 + members.length;
    members.push(id);
    return `${xmlElement(`${prefix}:${local}`, { "xmi:id": id, sofa: SOFA, ...features })}\n`;
  };
  const whole = { begin: 0, end: dossier.text.length, language: dossier.article.language };
  yield structure("uima.tcas.DocumentAnnotation", whole);
  for (const { type, span, features } of casStructures(dossier, types)) {
    const written = Object.entries(features).map(([name, value]): [string, string] => [name, String(value)]);
    yield structure(type, { ...span, ...Object.fromEntries(written) });
  }
  const sofa = { sofaNum: 1, sofaID: "_InitialView", mimeType: "text", sofaString: dossier.text };
  yield `${xmlElement("cas:Sofa", { "xmi:id": SOFA, ...sofa })}\n`;
  yield `${xmlElement("cas:View", { sofa: SOFA, members: members.join(" ") })}\n</xmi:XMI>\n`;
}
